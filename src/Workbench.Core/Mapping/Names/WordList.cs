namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Reads the word lists in Mapping/Data: one group a line, words separated by commas, lines that begin with # are headings.</summary>
internal static class WordList
{
    /// <summary>The groups of a list, each word as tokens; words of a group that read the same stand once.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Read(string file)
    {
        var resource = $"LlmRec.Workbench.Mapping.Data.{file}";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return [.. line.Split(',').Select(word => NameTokens.Of(TextKey.Normalize(word))).DistinctBy(tokens => string.Join(' ', tokens))];
            }
        }
    }
}
