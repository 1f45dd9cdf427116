namespace LlmRec.Workbench.Prompts;

/// <summary>The bundled prompts that pages offer by themselves.</summary>
public static class BundledPromptNames
{
    /// <summary>The prompt that tells a model what was wrong with its last sentence; English for English, Chinese for every other language.</summary>
    public static string TitleRepair(string language) => language == "en" ? "titles-repair-en" : "titles-repair-zh";
}
