using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>What a prompt of kind titles sees of a product.</summary>
internal static class TitleVariables
{
    public static IReadOnlyList<string> Names { get; } =
        ["title", "words", "attributes", "category.name", "category.path", "previous.sentence", "previous.violations"];

    /// <param name="words">The title cut into words.</param>
    public static IReadOnlyDictionary<string, object?> Of(TitleSubject subject, IReadOnlyList<string> words) => new Dictionary<string, object?>
    {
        ["title"] = subject.Text.Title,
        ["words"] = words,
        ["attributes"] = subject.Text.Attributes.Where(a => a.Value.Length > 0)
            .Select(a => new Dictionary<string, object?> { ["name"] = a.Key, ["value"] = a.Value }).ToList(),
        ["category"] = new Dictionary<string, object?> { ["name"] = subject.Text.CategoryName ?? "", ["path"] = subject.CategoryPath },
        ["previous"] = new Dictionary<string, object?>
        {
            ["sentence"] = subject.Previous?.Sentence ?? "",
            ["violations"] = Violations(subject.Previous).Select(name => ViolationWords.Of(name, TitleRules.For(subject.Text.Title)))
                .Concat(subject.Previous?.Reason is { } reason ? [ViolationWords.SentBack(reason)] : [])
                .Select(words => new Dictionary<string, object?> { ["name"] = words.Name, ["zh"] = words.Chinese, ["en"] = words.English }).ToList(),
        },
    };

    // A sentence by rule breaks no check: what was wrong is that the model had none.
    private static string[] Violations(PreviousSentence? sentence) => sentence switch
    {
        null => [],
        { Violations.Length: 0, Source: TitleSource.Rule } => [TitleViolations.Empty],
        var previous => previous.Violations.Split(',', StringSplitOptions.RemoveEmptyEntries),
    };
}
