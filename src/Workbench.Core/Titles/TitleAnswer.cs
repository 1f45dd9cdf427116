namespace LlmRec.Workbench.Titles;

/// <summary>Which sentence a run item gave, so that every figure about titles can be traced to its run, prompt version and model.</summary>
public sealed class TitleAnswer
{
    public long RunItemId { get; init; }
    public int RunId { get; init; }
    public long NormalisationId { get; init; }

    /// <summary>Loaded only where a query asks for it.</summary>
    public TitleNormalisation? Normalisation { get; init; }
}
