namespace LlmRec.Workbench.Models;

/// <summary>Name under which calls are traced and measured (<c>gen_ai</c> conventions; never with the text of a message).</summary>
public static class ModelsTelemetry
{
    public const string SourceName = "LlmRec.Workbench.Models";
}
