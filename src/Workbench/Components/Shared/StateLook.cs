using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using MudBlazor;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>How a state is shown everywhere: icon, word and colour class; colour never alone.</summary>
public sealed record StateLook(string Icon, string TextKey, string Css)
{
    /// <summary>Look of any state of the domain; the word is the text <c>Common.EnumName.Value</c>.</summary>
    public static StateLook Of(Enum state)
    {
        var (icon, css) = IconAndColour(state);
        return new StateLook(icon, $"Common.{state.GetType().Name}.{state}", "wb-state-" + css);
    }

    private static (string Icon, string Css) IconAndColour(Enum state) => state switch
    {
        ItemOutcome.Succeeded or PairState.Approved or TitleState.Approved or RunStatus.Completed or ReleaseStatus.Published or VectorSetStatus.Finished => (Icons.Material.Filled.CheckCircle, "approved"),
        PairState.Rejected or TitleState.Rejected => (Icons.Material.Filled.Cancel, "rejected"),
        ItemOutcome.Invalid => (Icons.Material.Filled.Rule, "rejected"),
        MappingOutcome.Ambiguous => (Icons.Material.Filled.AltRoute, "waiting"),
        TitleState.Repair => (Icons.Material.Filled.Build, "nocategory"),
        RunStatus.Paused => (Icons.Material.Filled.PauseCircle, "waiting"),
        ItemOutcome.Pending or PairState.Waiting or TitleState.Waiting or ReleaseStatus.Writing or VectorSetStatus.Waiting => (Icons.Material.Filled.Schedule, "waiting"),
        ItemOutcome.Failed or MappingOutcome.Failed or VectorSetStatus.Failed => (Icons.Material.Filled.Error, "failed"),
        MappingOutcome.Mapped or TitleSource.Model => (Icons.Material.Filled.AutoAwesome, "machine"),
        RunStatus.Running or VectorSetStatus.Running => (Icons.Material.Filled.PlayCircle, "machine"),
        RunStatus.Cancelled or VectorSetStatus.Cancelled => (Icons.Material.Filled.StopCircle, "nocategory"),
        _ => (Icons.Material.Filled.RemoveCircleOutline, "nocategory"),
    };
}
