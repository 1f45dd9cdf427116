using System.Collections.Frozen;

namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Brings an English word to its singular. Both sides of a comparison go through it, so it must be steady rather than right.</summary>
internal static class EnglishStem
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["children"] = "child", ["feet"] = "foot", ["geese"] = "goose", ["halves"] = "half", ["knives"] = "knife", ["leaves"] = "leaf",
        ["loaves"] = "loaf", ["men"] = "man", ["mice"] = "mouse", ["scarves"] = "scarf", ["shelves"] = "shelf", ["teeth"] = "tooth", ["women"] = "woman",
        ["mens"] = "man", ["womens"] = "woman", ["childrens"] = "child", ["kids"] = "kid", ["gases"] = "gas",
    }.ToFrozenDictionary();

    public static string Of(string word)
    {
        if (word.Length < 4 || word[^1] != 's')
        {
            return Irregular.GetValueOrDefault(word, word);
        }

        return Irregular.TryGetValue(word, out var singular) ? singular : word switch
        {
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
            [_, _, .., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
            [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'z', 'z', 'e', 's'] => word[..^2],
            _ => word[..^1],
        };
    }
}
