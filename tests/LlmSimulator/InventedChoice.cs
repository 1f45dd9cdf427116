using System.Text.RegularExpressions;

namespace LlmRec.LlmSimulator;

/// <summary>
/// The simulator's answer to "which of these categories?": the one whose name shares the most characters with what was asked, 0 where none shares any. Like a real
/// model it sometimes adds an explanation, always the same for the same prompt.
/// </summary>
internal static partial class InventedChoice
{
    private const int OneIn = 6;

    /// <summary>Null when the prompt asks for no choice.</summary>
    public static string? For(string prompt, uint hash)
    {
        if (Asked().Match(prompt) is not { Success: true } asked)
        {
            return null;
        }

        var text = asked.Groups["text"].Value;
        var best = Candidate().Matches(prompt)
            .Select(m => (Number: m.Groups["number"].Value, Likeness: Likeness(text, m.Groups["path"].Value.Split('>')[^1].Trim()))).MaxBy(c => c.Likeness);
        var number = best.Likeness > 0 ? best.Number : "0";
        return (hash % OneIn) switch
        {
            0 => $"答案：{number}",
            1 => $"{number}\n\nThe name means this category.",
            _ => number,
        };
    }

    private static double Likeness(string text, string name) => (double)text.Intersect(name).Count(char.IsLetterOrDigit) / text.Union(name).Count();

    [GeneratedRegex("(?:商品叫法：|Name of products: )<<<(?<text>.*?)>>>", RegexOptions.Singleline)]
    private static partial Regex Asked();

    [GeneratedRegex("^(?<number>\\d+)\\. <<<(?<path>.*?)>>>", RegexOptions.Multiline)]
    private static partial Regex Candidate();
}
