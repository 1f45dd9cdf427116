using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Models;

/// <summary>The rules for one embedding profile's settings.</summary>
internal sealed class EmbeddingRules(string name, EmbeddingProfileOptions options) : ProviderRules(ModelsOptions.EmbeddingsPath, name, options)
{
    private const int MaxBatchSize = 2048;

    private readonly string _name = name;

    protected override IReadOnlyList<string> Kinds { get; } = [ModelKinds.AzureOpenAI, ModelKinds.OpenAICompatible];

    protected override string RequestPath => "/embeddings";

    protected override void CheckMore()
    {
        Demand(options.Dimensions is null or (>= 1 and <= WhiteningFit.MaxDimensions), nameof(options.Dimensions),
            $"is {options.Dimensions}. Allowed: 1 to {WhiteningFit.MaxDimensions}, or leave it out for what the model gives");
        DemandRange(options.BatchSize, 1, MaxBatchSize, nameof(options.BatchSize));
        Demand(!_name.Equals(EmbeddingProfile.LexicalName, StringComparison.OrdinalIgnoreCase), nameof(options.Kind),
            $"configures the name '{EmbeddingProfile.LexicalName}', which is that of the built-in generator. Choose another name");
    }
}
