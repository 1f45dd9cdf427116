namespace LlmRec.Workbench.Complements;

/// <summary>Reads the complement categories out of what a model really sends. Never throws; takes time linear in the answer's length.</summary>
public static class ComplementAnswerParser
{
    /// <summary>Reads <paramref name="answer"/>, the reply about the category named <paramref name="sourceName"/>.</summary>
    public static ComplementAnswer Parse(string? answer, string sourceName)
    {
        var mentions = (answer ?? "").Trim('\'').Split(['，', ',', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ComplementAnswer(mentions.Where(m => m != sourceName).Distinct().ToArray(), [], false);
    }
}
