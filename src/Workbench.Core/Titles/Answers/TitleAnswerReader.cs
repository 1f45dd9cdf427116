using System.Text.Json;
using LlmRec.Workbench.Complements.Parsing;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>
/// Finds the sentence in what a model really sends: takes off thinking, code fences, JSON, labels, list marks, quotes and Markdown, and chooses among several
/// candidate lines. Changes nothing inside the sentence, so that the checks judge what the model wrote. Never throws; time is linear in the answer's length.
/// </summary>
public static class TitleAnswerReader
{
    /// <summary>Longest text that is kept, in UTF-16 units; far beyond every rule, so the checks still find it too long.</summary>
    public const int MaxLength = 1000;

    private const string Fence = "```";

    private static readonly string[] Keys = ["title", "sentence", "answer", "result", "normalised", "normalized", "output", "name", "标题", "句子", "答案", "结果", "商品"];

    /// <summary>The proposed sentence; empty when the answer holds none.</summary>
    public static string Read(string? answer)
    {
        var text = AnswerFrame.Unwrap(answer, out _).ToString();
        var found = FromJson(text) ?? text;
        return SentenceEdges.Cut(Choose(found), MaxLength);
    }

    /// <summary>The text of the first known key of a JSON object, or the first text of an array; null when there is no JSON.</summary>
    private static string? FromJson(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = start < 0 ? -1 : text.LastIndexOf(text[start] == '{' ? '}' : ']');
        if (end <= start || text.Length > MaxLength * 20)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(start, end - start + 1));
            return TextOf(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(TextOf).FirstOrDefault(text => text is not null),
        JsonValueKind.Object => Keys.Select(key => element.TryGetProperty(key, out var value) ? TextOf(value) : null).FirstOrDefault(text => text is not null),
        _ => null,
    };

    /// <summary>The first line that opens as asked; else the first line that says something and introduces nothing.</summary>
    private static string Choose(string text)
    {
        var first = "";
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var sentence = SentenceEdges.Clean(line.ToString());
            if (HasOpening(sentence))
            {
                return sentence;
            }

            var saysNothing = sentence is [.., ':' or '：'] || sentence.StartsWith(Fence, StringComparison.Ordinal);
            first = first.Length == 0 && !saysNothing ? sentence : first;
        }

        return first;
    }

    private static bool HasOpening(string sentence) =>
        sentence.StartsWith(TitleRules.Chinese.Opening, StringComparison.Ordinal) || sentence.StartsWith(TitleRules.English.Opening, StringComparison.OrdinalIgnoreCase);
}
