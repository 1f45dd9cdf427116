namespace LlmRec.Workbench.Review;

/// <summary>What a judgment is about: one pair or one proposed title.</summary>
public readonly record struct SubjectRef(SubjectKind Kind, long Id)
{
    public static SubjectRef Pair(long id) => new(SubjectKind.Pair, id);

    public static SubjectRef Title(long id) => new(SubjectKind.Title, id);
}

/// <summary>The kinds of things that people judge at the review desk.</summary>
public enum SubjectKind
{
    /// <summary>A <see cref="Complements.Pair"/>.</summary>
    Pair,

    /// <summary>A <see cref="Titles.TitleNormalisation"/>.</summary>
    Title,
}
