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

    public sealed record Undone(UndoResult Result) : DeskNotice;

    public sealed record Refused(JudgmentProblem Problem) : DeskNotice;

    public sealed record Failed(string Message) : DeskNotice;
}
