namespace LlmRec.Workbench.Titles;

/// <summary>Who wrote a proposed sentence.</summary>
public enum TitleSource
{
    /// <summary>A language model answered.</summary>
    Model,

    /// <summary>The model gave nothing usable; the sentence was built by rule from the title's own words.</summary>
    Rule,
}
