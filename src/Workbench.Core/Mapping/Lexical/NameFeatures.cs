using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>The features of a name that can be shared with another name, with their weight before rarity is counted.</summary>
internal static class NameFeatures
{
    public static Dictionary<string, double> Of(IReadOnlyList<string> tokens, LexicalWeights weights)
    {
        var features = new Dictionary<string, double>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var place = 1 + (weights.Head * (i + 1) / tokens.Count);
            if (IsCharacter(tokens[i]))
            {
                AddCharacters(features, tokens, i, place, weights);
            }
            else
            {
                AddWord(features, tokens, i, place, weights);
            }
        }

        return features;
    }

    /// <summary>The feature that one token by itself gives.</summary>
    public static string OfToken(string token) => IsCharacter(token) ? token : "=" + token;

    /// <summary>Whether a feature is two or three tokens in sequence.</summary>
    public static bool IsSequence(string feature) => feature[0] == '=' ? feature.Contains(' ') : feature[0] != '~' && feature.Length > (char.IsSurrogate(feature[0]) ? 2 : 1);

    private static void AddCharacters(Dictionary<string, double> features, IReadOnlyList<string> tokens, int last, double place, LexicalWeights weights)
    {
        Add(features, tokens[last], place * weights.Character);
        if (last > 0 && IsCharacter(tokens[last - 1]))
        {
            Add(features, tokens[last - 1] + tokens[last], place * weights.Pair);
            if (last > 1 && IsCharacter(tokens[last - 2]))
            {
                Add(features, tokens[last - 2] + tokens[last - 1] + tokens[last], place * weights.Triple);
            }
        }
    }

    private static void AddWord(Dictionary<string, double> features, IReadOnlyList<string> tokens, int last, double place, LexicalWeights weights)
    {
        var word = tokens[last];
        Add(features, OfToken(word), place * weights.Word);
        if (last > 0)
        {
            Add(features, $"={tokens[last - 1]} {word}", place * weights.WordPair);
        }

        var framed = $"^{word}$";
        for (var i = 0; i + 3 <= framed.Length; i++)
        {
            Add(features, string.Concat("~", framed.AsSpan(i, 3)), place * weights.Letters);
        }
    }

    private static bool IsCharacter(string token) => Script.IsIdeographic(token[0]);

    private static void Add(Dictionary<string, double> features, string feature, double weight) =>
        features[feature] = Math.Max(weight, features.GetValueOrDefault(feature));
}
