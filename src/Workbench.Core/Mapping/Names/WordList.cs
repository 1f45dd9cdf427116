namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Reads the word lists in Mapping/Data: one group a line, words separated by commas, lines that begin with # are headings.</summary>
internal static class WordList
{
    /// <summary>The groups of a list, each word as tokens; words of a group that read the same stand once.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Read(string file) => Lines(file).Select(Words(','));

    /// <summary>The lines of a list of kinds: the names of the kind, separated by slashes, then the things that are of it.</summary>
    public static IEnumerable<KindOfThings> ReadKinds(string file) => Lines(file)
        .Select(line => line.Split(',', 2))
        .Select(columns => new KindOfThings(Words('/')(columns[0]), columns.Length > 1 ? Words(',')(columns[1]) : []));

    private static IEnumerable<string> Lines(string file)
    {
        var resource = $"LlmRec.Workbench.Mapping.Data.{file}";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static Func<string, IReadOnlyList<IReadOnlyList<string>>> Words(char separator) => text =>
        [.. text.Split(separator).Select(word => NameTokens.Of(TextKey.Normalize(word))).DistinctBy(tokens => string.Join(' ', tokens))];
}
