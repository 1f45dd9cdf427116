namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Options with the text that they were asked for by.</summary>
public sealed record MeasuredOptions(MappingSpec Spec, MappingOptions Options)
{
    /// <summary>Tells two settings apart in figures: the text, with the number of the settings in force.</summary>
    public string Label => Spec.Base == MappingBase.Now ? $"{Spec} (settings {Options.SettingsId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "as shipped"})" : Spec.ToString();
}
