namespace LlmRec.Workbench.Releases;

/// <summary>How the target of a released pair was found: the strongest evidence of the chosen candidate, or a person.</summary>
public static class ReleaseMethods
{
    public const string Exact = "exact";
    public const string Alias = "alias";
    public const string Lexical = "lexical";
    public const string Query2Cate = "query2cate";

    /// <summary>A person searched the tree for it.</summary>
    public const string Manual = "manual";
}
