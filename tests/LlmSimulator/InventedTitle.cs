using System.Text;
using System.Text.RegularExpressions;

namespace LlmRec.LlmSimulator;

/// <summary>
/// The simulator's answer to a title prompt: the opening, the brand if one is given, and the end of the title, where Chinese titles put the head word. Like a real
/// model it sometimes goes wrong: about one answer in twelve breaks a rule or declines, always the same for the same prompt.
/// </summary>
internal static partial class InventedTitle
{
    private const int Longest = 16;
    private const int OneIn = 12;

    /// <summary>Null when the prompt asks for no title.</summary>
    public static string? For(string prompt, uint hash)
    {
        if (Title().Match(prompt) is not { Success: true } match)
        {
            return null;
        }

        var chinese = match.Groups["zh"].Success;
        var brand = Brand().Match(prompt) is { Success: true } found ? found.Groups["value"].Value + (chinese ? "" : " ") : "";
        var words = Head(match.Groups["title"].Value, chinese);
        var mending = prompt.Contains("上一次的问题", StringComparison.Ordinal) || prompt.Contains("What was wrong with it", StringComparison.Ordinal);
        return (mending ? OneIn : hash % OneIn) switch
        {
            0 when hash % 2 == 0 => chinese ? "抱歉，我无法回答这个问题。" : "I'm sorry, I cannot answer that.",
            0 => chinese ? $"一款{brand}{words}" : $"A {brand}{words}",
            1 => chinese ? $"这个商品是{brand}宇航局同款{words}" : $"This product is a {brand}{words} from Mars",
            2 => chinese ? $"答案：“这个商品是{brand}{words}。”" : $"Answer: \"This product is a {brand}{words}.\"",
            _ => chinese ? $"这个商品是{brand}{words}" : $"This product is a {brand}{words}",
        };
    }

    private static string Head(string title, bool chinese)
    {
        var bare = Brackets().Replace(title, " ");
        var parts = bare.Split([' ', '\t', ',', '，', '/', '！', '!'], StringSplitOptions.RemoveEmptyEntries);
        if (!chinese)
        {
            return string.Join(' ', parts.TakeLast(4));
        }

        var longest = parts.MaxBy(part => part.Length) ?? bare;
        var runes = longest.EnumerateRunes().TakeLast(Longest);
        return runes.Aggregate(new StringBuilder(), (text, rune) => text.Append(rune.ToString())).ToString();
    }

    [GeneratedRegex("(?:(?<zh>商品标题：)|Product title: )<<<(?<title>.*?)>>>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<<<(?:品牌：|[Bb]rand: )(?<value>.*?)>>>")]
    private static partial Regex Brand();

    [GeneratedRegex("[【\\[（(].*?[】\\]）)]")]
    private static partial Regex Brackets();
}
