namespace LlmRec.Workbench.Titles.Checks;

/// <summary>What a part of a raw title, or of the sentence made from it, is.</summary>
public enum MarkKind
{
    /// <summary>Spaces, punctuation, the opening and function words: says nothing about the product.</summary>
    Plain,

    /// <summary>Of a raw title: the sentence says it too. Of a sentence: the title, the attributes or the category say it.</summary>
    Kept,

    /// <summary>Of a raw title: the sentence leaves it out.</summary>
    Dropped,

    /// <summary>Of a sentence: nothing known about the product says it.</summary>
    Foreign,
}
