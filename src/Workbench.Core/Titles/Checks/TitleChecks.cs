namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Checks a normalised title against the published rules. Static, never throws, whatever the texts hold.</summary>
public static class TitleChecks
{
    /// <summary>The names of the broken checks (<see cref="TitleViolations"/>), in their published order; empty when the sentence is sound.</summary>
    /// <param name="facts">What must not be lost; null when nobody knows, and then nothing but the attributes' brand is asked for.</param>
    /// <param name="rules">The rules of the title's own language when null.</param>
    public static IReadOnlyList<string> Check(TitleText title, string sentence, TitleFacts? facts = null, TitleRules? rules = null)
    {
        rules ??= TitleRules.For(title.Title);
        var broken = new List<string>();
        if (string.IsNullOrWhiteSpace(sentence))
        {
            return [TitleViolations.Empty];
        }

        if (!sentence.TrimStart().StartsWith(rules.Opening, StringComparison.OrdinalIgnoreCase))
        {
            broken.Add(TitleViolations.NoOpening);
        }

        return broken;
    }
}
