namespace LlmRec.Workbench.Prompts;

/// <summary>The prompts that come with the workbench, read from embedded resources: front matter between two lines of <c>---</c>, then the user message.</summary>
internal static class BundledPrompts
{
    private const string Folder = "LlmRec.Workbench.Prompts.Bundled.";

    // The first prompt of a kind is its default: Chinese first, and what mends the answers of another prompt after that one.
    public static IReadOnlyList<NewPrompt> All { get; } = typeof(BundledPrompts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".liquid", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Read)
        .OrderBy(bundled => bundled.Mends)
        .ThenByDescending(bundled => bundled.Prompt.Language == "zh")
        .Select(bundled => bundled.Prompt)
        .ToList();

    private static (NewPrompt Prompt, bool Mends) Read(string resource)
    {
        using var reader = new StreamReader(typeof(BundledPrompts).Assembly.GetManifestResourceStream(resource)!);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split("---\n", 3);
        var facts = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var prompt = new NewPrompt(resource[Folder.Length..^".liquid".Length], facts["kind"], facts["language"], facts["description"], new NewPromptVersion
        {
            SystemText = facts["system"],
            Text = parts[2].Trim(),
            Temperature = float.Parse(facts["temperature"], System.Globalization.CultureInfo.InvariantCulture),
            MaxOutputTokens = int.Parse(facts["max_tokens"], System.Globalization.CultureInfo.InvariantCulture),
            Note = facts["note"],
        });
        return (prompt, facts.ContainsKey("mends"));
    }
}
