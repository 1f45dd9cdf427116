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

    public Dictionary<string, EmbeddingProfileOptions> Embeddings { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the chat models are configured.</summary>
    internal static string ProfilesPath => $"{Section}:{nameof(Profiles)}";

    /// <summary>Where the embedding models are configured.</summary>
    internal static string EmbeddingsPath => $"{Section}:{nameof(Embeddings)}";
}
