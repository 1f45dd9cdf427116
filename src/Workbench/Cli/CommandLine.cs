using System.CommandLine;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>The verbs of the program; without one it serves the web app.</summary>
internal static class CommandLine
{
    public static Option<string> Database { get; } = new("--database")
    {
        Description = "SQLite file or PostgreSQL connection string (default: workbench.db in the data folder)",
        HelpName = "PATH|CONNECTION",
        Recursive = true,
    };

    public static Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("LlmRec Workbench: from a language model's general knowledge to approved data for a recommender.")
        {
            Database,
            ServeCommand.Create(),
            RunCommand.Create(),
            ReviewCommand.Create(),
            ImportCommand.Create(),
            MapCommand.Create(),
            MappingCommand.Create(),
            TitlesCommand.Create(),
            VectorsCommand.Create(),
            ReleaseCommand.Create(),
            CompareCommand.Create(),
            PerplexityCommand.Create(),
            LanguageModelCommand.Create(),
        };
        ServeCommand.MakeDefault(root);
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) });
    }
}
