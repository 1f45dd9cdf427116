using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles.Checks;
using Microsoft.AspNetCore.Components.Authorization;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>The desk for titles: approving takes the sentence in the field, which begins as the one that stands and may be edited.</summary>
public sealed class TitleDesk(TitleQueue queue, JudgmentService judgments, CatalogService catalog, AuthenticationStateProvider authentication)
    : SubjectDesk<TitleFilter, ReviewTitleRow, TitleReviewItem, TitleCounts>(queue, judgments, catalog, authentication)
{
    private (TitleReviewItem Item, string Draft, TitleMarks Marks)? _marked;

    /// <summary>The sentence in the field.</summary>
    public string Draft { get; set; } = "";

    public bool IsEdited => Item is { } item && Draft != item.Text;

    /// <summary>What the sentence in the field keeps, drops and adds; null while nothing lies on the desk.</summary>
    public TitleMarks? Marks
    {
        get
        {
            if (Item is { } item && (_marked is not { } known || !ReferenceEquals(known.Item, item) || known.Draft != Draft))
            {
                _marked = (item, Draft, item.Mark(Draft));
            }

            return Item is null ? null : _marked?.Marks;
        }
    }

    protected override SubjectKind Kind => SubjectKind.Title;

    /// <summary>What can be approved with a number key: the proposed sentence first, then what the rules suggest.</summary>
    public IReadOnlyList<string> Choices => Item is { } item
        ? [.. new[] { item.Title.Sentence, item.Suggestion.Sentence }.Where(sentence => sentence.Length > 0).Distinct()]
        : [];

    public Task ApproveAsync() => JudgeAsync(Decision.Approve, Draft);

    /// <summary>Approves one of the <see cref="Choices"/>, counted from 1.</summary>
    public Task PickAsync(int number) => number <= Choices.Count ? JudgeAsync(Decision.Approve, Choices[number - 1]) : Task.CompletedTask;

    public Task RejectAsync() => JudgeAsync(Decision.Reject, "");

    public Task RepairAsync() => JudgeAsync(Decision.Repair, "");

    public Task<AcceptPreview<TitleAcceptSample>> PreviewAcceptAsync(CancellationToken cancellationToken) =>
        Judgments.PreviewAcceptTitlesAsync(new(Filter, ""), cancellationToken);

    public Task AcceptAsync(string reason) => AcceptAsync(caller => Judgments.AcceptTitlesAsync(caller, new(Filter, reason)));

    protected override string NameOf(TitleReviewItem item) => item.Name;

    protected override void OnShown() => Draft = Item?.Text ?? "";

    private Task JudgeAsync(Decision decision, string text) =>
        JudgeAsync(item => new TitleJudgmentRequest(item.Title.Id, item.Title.Standing.Version, decision, text, Note));
}
