using LlmRec.Workbench.Web.Cli;

return await CommandLine.InvokeAsync(args);
