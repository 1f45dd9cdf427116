using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>Settings that nobody has made hold yet.</summary>
public sealed record SettingsDraft(int? FitId, double TargetPrecision, double AcceptFrom, string? EmbeddingProfile, string Note)
{
    /// <summary>The target that the shipped threshold was chosen for.</summary>
    private const double ShippedTarget = 0.97;

    /// <summary>What holds while nobody has changed anything.</summary>
    public static SettingsDraft Shipped { get; } = new(null, ShippedTarget, OutcomeRule.Default.AcceptFrom, null, SettingsNotes.Shipped);

    /// <summary>The same as these settings say; for null what is shipped.</summary>
    public static SettingsDraft Of(MappingSettings? settings) => settings is null ? Shipped
        : new(settings.FitId, settings.TargetPrecision, settings.AcceptFrom, settings.EmbeddingProfile, settings.Note);

    internal MappingSettings ToSettings(string by, DateTimeOffset at) => new()
    {
        At = at, By = by, FitId = FitId, TargetPrecision = TargetPrecision, AcceptFrom = AcceptFrom, EmbeddingProfile = EmbeddingProfile, Note = Note,
    };
}
