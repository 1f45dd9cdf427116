using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>How the two sides of a conflict, or what an undo left alone, are shown, whatever was judged.</summary>
internal static class SubjectLook
{
    public static Enum StateOf(Standing standing) => standing switch
    {
        PairStanding pair => pair.State,
        TitleStanding title => title.State,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "A new kind of subject needs a look."),
    };

    /// <summary>The state that the decision leads to.</summary>
    public static Enum StateOf(SubjectRequest request) => (request, request.Decision) switch
    {
        (TitleJudgmentRequest, Decision.Approve) => TitleState.Approved,
        (TitleJudgmentRequest, Decision.Reject) => TitleState.Rejected,
        (TitleJudgmentRequest, _) => TitleState.Repair,
        (_, Decision.Approve) => PairState.Approved,
        (_, Decision.Reject) => PairState.Rejected,
        _ => PairState.NoCategory,
    };

    public static string TextOf(Standing standing, CategoryTree tree) => standing switch
    {
        PairStanding pair => Paths(pair.TargetIds, tree),
        TitleStanding title => title.Text,
        _ => "",
    };

    public static string TextOf(SubjectRequest request, CategoryTree tree) => request switch
    {
        JudgmentRequest pair => Paths(pair.TargetIds, tree),
        TitleJudgmentRequest { Decision: Decision.Approve } title => title.Text,
        _ => "",
    };

    /// <summary>Where the subject lies on its desk, whatever its state.</summary>
    public static string HrefOf(SubjectRef subject) =>
        subject.Kind == SubjectKind.Pair ? $"/review?state=all&pair={subject.Id}" : $"/review/titles?state=all&title={subject.Id}";

    private static string Paths(IEnumerable<string> ids, CategoryTree tree) => string.Join(" · ", ids.Select(id => Format.Path(tree.Find(id)?.Path) ?? id));
}
