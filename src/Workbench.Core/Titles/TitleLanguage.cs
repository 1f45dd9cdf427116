namespace LlmRec.Workbench.Titles;

/// <summary>The language in which a title is normalised.</summary>
public enum TitleLanguage
{
    Chinese,
    English,
}
