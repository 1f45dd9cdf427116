namespace LlmRec.Workbench.Mapping;

/// <summary>The kinds of reasons to believe that a text means a category.</summary>
public enum EvidenceKind
{
    /// <summary>Equal names after normalisation.</summary>
    Exact,

    /// <summary>An expert confirmed exactly this text.</summary>
    Alias,

    /// <summary>Alike names.</summary>
    Lexical,

    /// <summary>What shoppers who typed the text clicked on.</summary>
    Query2Cate,

    /// <summary>What the titles of the products filed under the category say.</summary>
    Titles,

    /// <summary>Near sentence vectors.</summary>
    Embedding,

    /// <summary>What a model picked among the candidates.</summary>
    Choice,
}
