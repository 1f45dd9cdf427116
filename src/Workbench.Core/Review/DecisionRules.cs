using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Review;

/// <summary>Says why a decision cannot stand as it is.</summary>
internal sealed class DecisionRules(CategoryTree tree)
{
    /// <summary>Null when nothing speaks against it.</summary>
    public JudgmentResult.Refused? Refusal(Subject? subject, SubjectRequest request) => (subject, request) switch
    {
        (null, JudgmentRequest) => new(JudgmentProblem.UnknownPair, $"There is no pair {request.Subject.Id}. Reload the queue."),
        (null, _) => new(JudgmentProblem.UnknownTitle, $"There is no title {request.Subject.Id}. Reload the queue."),
        (_, { Decision: not Decision.Approve }) => null,
        (PairSubject pair, JudgmentRequest approval) => OfPair(pair, approval),
        (_, TitleJudgmentRequest approval) => OfTitle(approval),
        _ => throw new ArgumentException($"{request.GetType().Name} does not fit a {subject.Ref.Kind}.", nameof(request)),
    };

    private JudgmentResult.Refused? OfPair(PairSubject subject, JudgmentRequest request)
    {
        var source = subject.Pair.SourceId;
        var unknown = request.TargetIds.FirstOrDefault(id => tree.Find(id) is not { RetiredAt: null });
        return request.TargetIds.Count == 0 ? new(JudgmentProblem.NoTarget, $"Choose the category that “{subject.Text}” is, then approve.")
            : unknown is not null ? new(JudgmentProblem.UnknownTarget, $"Category {unknown} is not in the tree (any more). Choose another one.")
            : request.TargetIds.Contains(source) ? new(JudgmentProblem.TargetIsSource, $"{tree.PathOf(source)} cannot complement itself. Choose another category, or reject the pair.")
            : null;
    }

    private static JudgmentResult.Refused? OfTitle(TitleJudgmentRequest request) => request.Line.Length switch
    {
        0 => new(JudgmentProblem.NoText, "The sentence is empty. Write what the product is, then approve."),
        > TitleJudgmentRequest.MaxText and var length => new(
            JudgmentProblem.TextTooLong, $"The sentence has {length} characters; {TitleJudgmentRequest.MaxText} is the most. Shorten it, then approve."),
        _ => null,
    };
}
