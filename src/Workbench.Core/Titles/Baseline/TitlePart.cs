namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>A part of a folded title: a known word, or a stretch of one script that no word covers.</summary>
/// <param name="Word">Null for a stretch of unknown text.</param>
internal readonly record struct TitlePart(int Start, int End, LexiconWord? Word)
{
    public int Length => End - Start;

    public bool Is(WordKinds kind) => Word is not null && Word.Is(kind);
}
