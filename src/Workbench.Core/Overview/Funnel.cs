namespace LlmRec.Workbench.Overview;

/// <summary>How far the catalog has come, stage by stage. Categories are leaves; from mentions on the unit is the pair, but for <see cref="Mentions"/> itself.</summary>
/// <param name="Answered">Active leaf categories with a usable answer in any run.</param>
/// <param name="Mapped">Pairs for whose text the machine found one clear category.</param>
/// <param name="Judged">Pairs that a person decided about.</param>
/// <param name="Released">Pairs in the newest published release.</param>
public sealed record Funnel(int Categories, int Answered, int Mentions, int Pairs, int Mapped, int Judged, int Approved, int Released)
{
    public int Waiting => Pairs - Judged;
}
