using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Review;

/// <summary>Everything that a reviewer needs to decide on one proposed title.</summary>
public sealed record TitleReviewItem : SubjectItem
{
    public required ReviewTitle Title { get; init; }

    /// <summary>What is known of the product: the raw title, its attributes, its category's name.</summary>
    public required TitleText Known { get; init; }

    /// <summary>What a sentence must not lose.</summary>
    public required TitleFacts Facts { get; init; }

    /// <summary>The sentence that rules make of the title.</summary>
    public required BaselineSentence Suggestion { get; init; }

    /// <summary>Runs that gave this very sentence, the newest first.</summary>
    public required IReadOnlyList<TitleOrigin> Origins { get; init; }

    /// <summary>Other sentences for the same item, the newest first.</summary>
    public required IReadOnlyList<OtherTitle> Others { get; init; }

    public override SubjectRef Subject => SubjectRef.Title(Title.Id);

    /// <summary>The raw title, or its beginning when it is long.</summary>
    public string Name => ShortText.Of(Title.RawTitle);

    /// <summary>The sentence that stands: the approved one, or else the proposed one.</summary>
    public string Text => Title.Standing.Text.Length > 0 ? Title.Standing.Text : Title.Sentence;

    /// <summary>The checks that a sentence for this title would break.</summary>
    public IReadOnlyList<string> Check(string sentence) => TitleChecks.Check(Known, sentence, Facts);

    /// <summary>What a sentence keeps and drops of the title, and what it says that nothing known says.</summary>
    public TitleMarks Mark(string sentence) => TitleMarks.Of(Known, sentence);
}

/// <summary>The title under review: what the listing says, what was proposed, how both read, what people have decided so far.</summary>
/// <param name="CategoryPath">Null for an item without a category.</param>
/// <param name="ScorerName">The language model behind the perplexities; null while not measured.</param>
public sealed record ReviewTitle(
    long Id, string ItemId, string? CategoryId, string? CategoryPath, string RawTitle, string Sentence, TitleSource Source, bool IsNewest,
    IReadOnlyList<string> Violations, double? RawPerplexity, double? Perplexity, string? ScorerName, TitleStanding Standing);

/// <summary>A run that gave the sentence: with which prompt version and model.</summary>
public sealed record TitleOrigin(int RunId, long RunItemId, string PromptName, int PromptVersion, string Model, bool Recorded, DateTimeOffset At);

/// <summary>Another sentence for the same item.</summary>
/// <param name="Text">The approved sentence, or else the proposed one.</param>
public sealed record OtherTitle(long TitleId, string Text, TitleState State, TitleSource Source, bool IsNewest);
