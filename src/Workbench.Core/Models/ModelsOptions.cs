namespace LlmRec.Workbench.Models;

/// <summary>The configured models (section <c>Models</c>).</summary>
public sealed class ModelsOptions
{
    public const string Section = "Models";

    /// <summary>The profile that exists even where none is configured.</summary>
    public const string OfflineProfile = "offline";

    /// <summary>Name of the profile that runs use unless told otherwise.</summary>
    public string Default { get; set; } = OfflineProfile;

    public Dictionary<string, ModelProfileOptions> Profiles { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The configuration key of a profile's setting, as messages name it.</summary>
    internal static string KeyOf(string profile, string setting) => $"{Section}:{nameof(Profiles)}:{profile}:{setting}";
}
