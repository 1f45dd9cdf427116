using System.Collections.Frozen;

namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Other readings of an English text: its head in other words, or in broader ones (sandal, shoe). The words: Mapping/Data/broader.txt.</summary>
internal static class BroaderWords
{
    private const string ResourceName = "LlmRec.Workbench.Mapping.Data.broader.txt";
    private const int MostWords = 2;
    private const int MostReadings = 6;

    private static readonly FrozenDictionary<string, string[]> Words = Load();

    /// <summary>Readings of the whole text and of its alternatives, the closest first, at most six of each.</summary>
    /// <param name="forms">The forms of a text.</param>
    /// <param name="isKnown">Whether some name of the tree holds a word; a reading in words of no name is no help.</param>
    public static IEnumerable<NameForm> Of(IReadOnlyList<NameForm> forms, Func<string, bool> isKnown) => forms
        .Where(form => form.Kind is FormKind.Whole or FormKind.Alternative)
        .SelectMany(form => Readings(form).Where(reading => reading.Tokens.All(isKnown)).Take(MostReadings));

    // The longest head that the dictionary has: shower curtain before curtain.
    private static IEnumerable<NameForm> Readings(NameForm form)
    {
        for (var length = Math.Min(MostWords, form.Tokens.Count); length > 0; length--)
        {
            var rest = form.Tokens.Take(form.Tokens.Count - length).ToList();
            if (Words.TryGetValue(string.Join(' ', form.Tokens.Skip(rest.Count)), out var steps))
            {
                return steps.SelectMany(words => words.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => new NameForm([.. rest, .. NameTokens.Of(word)], FormKind.Near, form.Part)));
            }
        }

        return [];
    }

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(BroaderWords).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {ResourceName}.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var columns = line.Split('\t');
                words.TryAdd(string.Join(' ', NameTokens.Of(columns[0])), columns[1..]);
            }
        }

        return words.ToFrozenDictionary();
    }
}
