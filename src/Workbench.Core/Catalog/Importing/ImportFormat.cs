namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>How the rows of an imported file are written; found out from its content.</summary>
public enum ImportFormat
{
    /// <summary>The file is empty or cannot be read.</summary>
    Unknown,

    /// <summary><c>ID - A &gt; B &gt; C</c> lines, as Google publishes its taxonomy, or the same without IDs.</summary>
    TaxonomyText,

    Tsv,
    Csv,

    /// <summary>One JSON object per line.</summary>
    JsonLines,

    Parquet,
}
