namespace LlmRec.Workbench.Titles.Checks;

/// <summary>A raw title and its sentence side by side: what was kept, dropped and added.</summary>
public sealed record TitleMarks(IReadOnlyList<MarkedSpan> Title, IReadOnlyList<MarkedSpan> Sentence)
{
    /// <summary>Never throws; takes time proportional to the lengths of both texts.</summary>
    public static TitleMarks Of(TitleText title, string sentence) => new(
        [new MarkedSpan(0, title.Title.Length, MarkKind.Dropped)], [new MarkedSpan(0, sentence.Length, MarkKind.Kept)]);
}
