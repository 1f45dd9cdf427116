using LlmRec.Workbench.Review;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>What the last action did; shown until the next one.</summary>
public abstract record DeskNotice
{
    private DeskNotice()
    {
    }

    public sealed record Judged(Decision Decision, string Text, string Target, long BatchId) : DeskNotice;

    public sealed record Accepted(AcceptResult Result) : DeskNotice;

    /// <param name="Elsewhere">What was taken back, when it lies on another desk.</param>
    public sealed record Undone(UndoResult Result, SubjectRef? Elsewhere = null) : DeskNotice;

    public sealed record Refused(JudgmentProblem Problem) : DeskNotice;

    public sealed record Failed(string Message) : DeskNotice;
}
