namespace LlmRec.Workbench.Perplexity;

/// <summary>Settings of perplexity (section <c>Perplexity</c>).</summary>
public sealed class PerplexityOptions
{
    public const string Section = "Perplexity";

    /// <summary>The scorer that measures unless another one is asked for: a model file's name or a model profile's. Empty: zh_CN.lm, else the first file.</summary>
    public string Default { get; set; } = "";
}
