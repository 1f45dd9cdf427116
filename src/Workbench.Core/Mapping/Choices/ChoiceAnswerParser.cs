using System.Globalization;
using LlmRec.Workbench.Mapping.Choices.Parsing;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>
/// Reads an answer to "which of these?". Tolerant of form (JSON, full-width digits, an introduction, the name behind the number), strict about meaning: an answer
/// that could mean two things, or a number that was not shown, means nothing.
/// </summary>
public static class ChoiceAnswerParser
{
    /// <summary>Never throws, whatever a model says.</summary>
    public static ChoiceReading Parse(string answer, IReadOnlyList<ChoiceOption> options)
    {
        var text = ChoiceText.Clean(answer);
        return text.Length == 0 ? ChoiceReading.Unreadable(ChoiceViolations.Empty)
            : ChoiceJson.TryRead(text) is { } json ? Check(json, options)
            : ByName(text, options) ?? PlainChoice.Read(text, options) switch
            {
                { Numbers.Count: > 0 } found => Check(found, options),
                var nothing => nothing,
            };
    }

    /// <summary>An answer that is nothing but one candidate's name, path or ID.</summary>
    private static ChoiceReading? ByName(string text, IReadOnlyList<ChoiceOption> options)
    {
        var key = TextKey.Normalize(text);
        var named = options.Where(o => ChoiceText.IsNameOf(key, o) || (o.Id == text && !IsNumber(text, options))).ToList();
        return key.Length > 0 && named is [var only] ? new ChoiceReading([only.Number]) : null;
    }

    private static bool IsNumber(string text, IReadOnlyList<ChoiceOption> options) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (number == 0 || options.Any(o => o.Number == number));

    // 0 is "none of them" and goes with no other number.
    private static ChoiceReading Check(ChoiceReading reading, IReadOnlyList<ChoiceOption> options)
    {
        var numbers = reading.Numbers.Distinct().ToList();
        return reading.Violation is not null || numbers.Count == 0 || numbers is [0] ? reading with { Numbers = [] }
            : numbers.Contains(0) ? ChoiceReading.Unreadable(ChoiceViolations.Unclear)
            : numbers.All(n => options.Any(o => o.Number == n)) ? new ChoiceReading(numbers)
            : ChoiceReading.Unreadable(ChoiceViolations.UnknownNumber);
    }
}
