namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>How far an import is.</summary>
/// <param name="Share">Of the stage, 0 to 1; null where that is not known.</param>
/// <param name="Rows">Rows read so far.</param>
public sealed record ImportProgress(ImportStage Stage, double? Share, int Rows);

/// <summary>What an import does at the moment, in this order.</summary>
public enum ImportStage
{
    Reading,

    /// <summary>Looking for duplicates and for what the catalog has already.</summary>
    Comparing,
    Writing,
}
