using LlmRec.Workbench.Prompts;

namespace LlmRec.Workbench.Web.Components.Pages.Prompts;

/// <summary>A version while it is being written.</summary>
internal sealed class PromptDraft(PromptVersion from)
{
    public string SystemText { get; set; } = from.SystemText;
    public string Text { get; set; } = from.Text;
    public float Temperature { get; set; } = from.Temperature;
    public float? TopP { get; set; } = from.TopP;
    public int MaxOutputTokens { get; set; } = from.MaxOutputTokens;
    public string Note { get; set; } = "";

    public bool IsChanged => (SystemText, Text, Temperature, TopP, MaxOutputTokens) != (from.SystemText, from.Text, from.Temperature, from.TopP, from.MaxOutputTokens);

    public NewPromptVersion ToVersion() => new()
    {
        SystemText = SystemText, Text = Text, Temperature = Temperature, TopP = TopP, MaxOutputTokens = MaxOutputTokens, Note = Note,
    };
}
