using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using Microsoft.AspNetCore.Components.Authorization;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>The desk for pairs: approving picks one of the mapping's candidates, a category of the tree, or several.</summary>
public sealed class ReviewDesk(ReviewQueue queue, JudgmentService judgments, CatalogService catalog, AuthenticationStateProvider authentication)
    : SubjectDesk<ReviewFilter, ReviewRow, ReviewItem, ReviewCounts>(queue, judgments, catalog, authentication)
{
    /// <summary>Whether the candidates with next to no chance are on the table too.</summary>
    public bool ShowsAllCandidates { get; set; }

    /// <summary>Targets chosen so far when the mention means several categories; null when one pick decides.</summary>
    public List<string>? Chosen { get; private set; }

    protected override SubjectKind Kind => SubjectKind.Pair;

    /// <summary>What the rule accepts of what lies on the desk, where that is more than one category: they are approved together.</summary>
    public IReadOnlyList<string> Proposed => Item is { } item && item.Candidates.Where(c => c.Accepted && c.CategoryId != item.Pair.SourceId).ToList() is { Count: > 1 } accepted
        ? [.. accepted.Select(c => c.CategoryId)]
        : [];

    /// <summary>Approves what is chosen, or else what the rule accepts, or else the first candidate.</summary>
    public Task ApproveAsync() => Chosen is { Count: > 0 } chosen ? JudgeAsync(Decision.Approve, [.. chosen])
        : Chosen is null && Proposed is { Count: > 0 } proposed ? JudgeAsync(Decision.Approve, proposed)
        : PickAsync(1);

    public Task PickAsync(int rank)
    {
        var candidate = Item is { } item ? CandidateFold.Shown(item, ShowsAllCandidates).FirstOrDefault(c => c.Rank == rank) : null;
        return candidate is null && rank > 1 ? Task.CompletedTask : PickCategoryAsync(candidate?.CategoryId);
    }

    /// <summary>Approves a category, or adds it to the chosen ones (takes it away again) when several are asked for.</summary>
    public Task PickCategoryAsync(string? categoryId)
    {
        if (Chosen is null || categoryId is null)
        {
            return JudgeAsync(Decision.Approve, categoryId is null ? [] : [categoryId]);
        }

        if (!Chosen.Remove(categoryId))
        {
            Chosen.Add(categoryId);
        }

        return Task.CompletedTask;
    }

    public Task RejectAsync() => JudgeAsync(Decision.Reject, []);

    public Task NoCategoryAsync() => JudgeAsync(Decision.NoCategory, []);

    public void ToggleSeveral() => Chosen = Chosen is null ? [] : null;

    public Task<AcceptPreview<AcceptSample>> PreviewAcceptAsync(double minScore, CancellationToken cancellationToken) =>
        Judgments.PreviewAcceptAsync(new(Filter, minScore, ""), cancellationToken);

    public Task AcceptAsync(double minScore, string reason) =>
        AcceptAsync(caller => Judgments.AcceptAsync(caller, new AcceptRequest(Filter, minScore, reason)));

    protected override string NameOf(ReviewItem item) => item.Pair.Text;

    // A correction teaches an alias.
    protected override bool ChangesWhatFollows(SubjectRequest request) => request is JudgmentRequest { Decision: Decision.Approve, CandidateRank: not 1 };

    protected override void OnShown() => (Chosen, ShowsAllCandidates) = (null, false);

    private Task JudgeAsync(Decision decision, IReadOnlyList<string> targets) => JudgeAsync(item => new JudgmentRequest(
        item.Pair.Id, item.Pair.Standing.Version, decision, targets, RankOf(item, targets), Note));

    // Several that are just what the rule accepts are no correction.
    private int? RankOf(ReviewItem item, IReadOnlyList<string> targets) => targets.Count == 1
        ? item.Candidates.FirstOrDefault(c => c.CategoryId == targets[0])?.Rank
        : targets.Count > 1 && targets.ToHashSet().SetEquals(Proposed) ? 1 : null;
}
