namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Recognises the fixed opening of a normalised title.</summary>
internal static class Openings
{
    public static bool Begins(string sentence, TitleRules rules) => sentence.AsSpan().TrimStart().StartsWith(rules.Opening, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentence without its opening; the whole of it when it has none.</summary>
    public static string Cut(string sentence, TitleRules rules) => Begins(sentence, rules) ? sentence.TrimStart()[rules.Opening.Length..] : sentence;
}
