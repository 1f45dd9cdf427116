namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Other readings of a text: with one word in it replaced by a word that means the same. The words: Mapping/Data/synonyms.txt.</summary>
internal static class Synonyms
{
    private const string ResourceName = "LlmRec.Workbench.Mapping.Data.synonyms.txt";

    private static readonly ILookup<string, Member> ByFirstToken = Load();

    /// <summary>At most <paramref name="take"/> readings, those of the longest replaced word first.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> tokens, int take) => tokens
        .SelectMany((token, at) => ByFirstToken[token].Where(member => member.StandsAt(tokens, at)).Select(member => (member, at)))
        .OrderByDescending(found => found.member.Tokens.Count)
        .SelectMany(found => found.member.Others.Select(other => Replace(tokens, found.at, found.member.Tokens.Count, other)))
        .Take(take);

    private static List<string> Replace(IReadOnlyList<string> tokens, int at, int length, IReadOnlyList<string> other) =>
        [.. tokens.Take(at), .. other, .. tokens.Skip(at + length)];

    private static ILookup<string, Member> Load()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {ResourceName}.");
        using var reader = new StreamReader(stream);
        var members = new List<Member>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var group = line.Split(',').Select(word => NameTokens.Of(TextKey.Normalize(word))).DistinctBy(tokens => string.Join(' ', tokens)).ToList();
                members.AddRange(group.Select(word => new Member(word, [.. group.Where(other => other != word)])));
            }
        }

        return members.ToLookup(member => member.Tokens[0]);
    }

    private sealed record Member(IReadOnlyList<string> Tokens, IReadOnlyList<IReadOnlyList<string>> Others)
    {
        public bool StandsAt(IReadOnlyList<string> tokens, int at) =>
            at + Tokens.Count <= tokens.Count && !Tokens.Where((token, i) => tokens[at + i] != token).Any();
    }
}
