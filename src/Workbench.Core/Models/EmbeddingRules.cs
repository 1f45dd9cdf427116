using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Onnx;

namespace LlmRec.Workbench.Models;

/// <summary>The rules for one embedding profile's settings.</summary>
internal sealed class EmbeddingRules(string name, EmbeddingProfileOptions options) : ProviderRules(ModelsOptions.EmbeddingsPath, name, options)
{
    private const int MaxBatchSize = 2048;

    private readonly string _name = name;

    protected override IReadOnlyList<string> Kinds { get; } = [ModelKinds.AzureOpenAI, ModelKinds.OpenAICompatible, ModelKinds.Onnx];

    protected override string RequestPath => "/embeddings";

    protected override void CheckMore()
    {
        Demand(options.Dimensions is null or (>= 1 and <= WhiteningFit.MaxDimensions), nameof(options.Dimensions),
            $"is {options.Dimensions}. Allowed: 1 to {WhiteningFit.MaxDimensions}, or leave it out for what the model gives");
        DemandRange(options.BatchSize, 1, MaxBatchSize, nameof(options.BatchSize));
        Demand(!_name.Equals(EmbeddingProfile.LexicalName, StringComparison.OrdinalIgnoreCase), nameof(options.Kind),
            $"configures the name '{EmbeddingProfile.LexicalName}', which is that of the built-in generator. Choose another name");
        if (options.Kind != ModelKinds.Onnx)
        {
            Demand(options.Path.Length == 0, nameof(options.Path), $"is set, which only the kind {ModelKinds.Onnx} uses. Remove it");
            Demand(options.Pooling.Length == 0, nameof(options.Pooling), $"is set, which only the kind {ModelKinds.Onnx} uses. Remove it");
        }
    }

    protected override void CheckLocal()
    {
        Demand(options.Path.Length > 0, nameof(options.Path), "is missing. Give the folder that holds model.onnx and its tokenizer");
        Demand(options.Pooling.Length == 0 || Enum.GetNames<OnnxPooling>().Contains(options.Pooling, StringComparer.OrdinalIgnoreCase), nameof(options.Pooling),
            $"is '{options.Pooling}'. Allowed: cls, mean, or leave it out for what the folder says");
        Demand(options.ApiKey.Length == 0 && options.ApiKeyEnvironmentVariable.Length == 0, nameof(options.ApiKey), "is set, but a local model needs no key. Remove it");
    }
}
