namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Reads the word lists that travel inside this assembly: words between blanks, or phrases between bars; "=" joins writings of one brand, "#" begins a comment.</summary>
internal static class BundledWords
{
    private const string Folder = "LlmRec.Workbench.Titles.Data.";

    private static readonly Dictionary<TitleWordKind, IReadOnlyList<string>> Lists = new()
    {
        [TitleWordKind.Promotion] = [.. Lines("promotions.txt").SelectMany(words => words).Distinct()],
        [TitleWordKind.Brand] = [.. Lines("brands.txt").SelectMany(words => words).Distinct()],
        [TitleWordKind.Product] = [.. Lines("products.txt").SelectMany(words => words).Distinct()],
    };

    /// <summary>One group per line of the list.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Modifiers { get; } = Lines("modifiers.txt");

    /// <summary>The bundled list that experts see and edit; each word once.</summary>
    public static IReadOnlyList<string> Of(TitleWordKind kind) => Lists[kind];

    private static List<IReadOnlyList<string>> Lines(string file)
    {
        using var stream = typeof(BundledWords).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"The list '{file}' is missing in this assembly.");
        using var reader = new StreamReader(stream);
        var lines = new List<IReadOnlyList<string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var separators = line.Contains('|', StringComparison.Ordinal) ? new[] { '|', '=' } : [' '];
                lines.Add([.. line.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()]);
            }
        }

        return lines;
    }
}
