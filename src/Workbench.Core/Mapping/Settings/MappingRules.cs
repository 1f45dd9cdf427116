namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>What texts are mapped with now, and what that means for what waits.</summary>
/// <param name="Settings">Null while what is shipped holds.</param>
/// <param name="Pending">Texts that are still mapped with other settings.</param>
/// <param name="History">All settings that ever held, newest first.</param>
public sealed record MappingRules(
    MappingSettings? Settings, MappingOptions Options, AcceptancePlan Plan, int Pending, IReadOnlyList<MappingSettings> History, EvidenceInventory Evidence)
{
    public double TargetPrecision => SettingsDraft.Of(Settings).TargetPrecision;
}

/// <summary>How much each evidence source has to go on.</summary>
/// <param name="Aliases">Texts with an alias.</param>
/// <param name="Clicks">Rows of query → category clicks.</param>
/// <param name="Items">Products that are filed under a category.</param>
/// <param name="Choices">What models picked for texts.</param>
public sealed record EvidenceInventory(int Categories, int Aliases, int Clicks, int Items, int Choices);
