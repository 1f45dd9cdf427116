namespace LlmRec.Workbench.Web.Components.Pages.Prompts;

internal static class PromptLinks
{
    public const string Root = "/prompts";

    public static string To(string name, int? version = null) => $"{Root}/{Uri.EscapeDataString(name)}{(version is null ? "" : $"?version={version}")}";

    public static string Compare(string name, int version, int with) => $"{To(name, version)}&compare={with}";

    public static string Edit(string name, int version) => $"{To(name, version)}&edit=true";
}
