using System.Numerics.Tensors;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>
/// Sentence vectors of Euclidean length 1 from a local ONNX model, which is loaded when it is first asked. Texts of about the same length go through the model together; one
/// batch at a time, on all cores. Throws <see cref="EmbeddingException"/> when the folder does not hold what it needs; once that is mended, the next call works.
/// </summary>
internal sealed class OnnxGenerator(EmbeddingProfile profile, EmbeddingProfileOptions settings) : IEmbeddingGenerator<string, Embedding<float>>
{
    // Padded: bounds the memory of one batch of long texts.
    private const int TokensAtOnce = 8192;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lazy<OnnxFolder> _folder = new(() => Open(profile, settings), LazyThreadSafetyMode.PublicationOnly);
    private OnnxModel? _model;
    private OnnxTokenizer? _tokenizer;
    private string? _identity;

    private string DimensionsKey => $"{ModelsOptions.EmbeddingsPath}:{profile.Name}:{nameof(settings.Dimensions)}";

    /// <summary>The tokenizer, for people; loads it.</summary>
    public string DescribeTokenizer() => (_tokenizer ??= new OnnxTokenizer(_folder.Value)).Name;

    /// <summary>What its vectors depend on; reads the model's file once.</summary>
    public string ComputeIdentity() => _identity ??= _folder.Value.ComputeIdentity();

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Generate(texts, cancellationToken), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(ModelKinds.Onnx, null, profile.Model, _model?.Dimensions ?? settings.Dimensions)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        _model?.Dispose();
        _gate.Dispose();
    }

    private static OnnxFolder Open(EmbeddingProfile profile, EmbeddingProfileOptions settings)
    {
        var folder = OnnxFolder.Open(settings.Path, $"{ModelsOptions.EmbeddingsPath}:{profile.Name}:{nameof(settings.Path)}");
        return Enum.TryParse<OnnxPooling>(settings.Pooling, ignoreCase: true, out var pooling) ? folder with { Settings = folder.Settings with { Pooling = pooling } } : folder;
    }

    private GeneratedEmbeddings<Embedding<float>> Generate(List<string> texts, CancellationToken cancellationToken)
    {
        _tokenizer ??= new OnnxTokenizer(_folder.Value);
        _model ??= Load();
        var tokens = texts.ConvertAll(_tokenizer.Encode);
        var vectors = new Embedding<float>[texts.Count];
        foreach (var batch in Cut(tokens))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (text, vector) in batch.Zip(_model.Run([.. batch.Select(text => tokens[text])], _tokenizer.PaddingId)))
            {
                vectors[text] = new Embedding<float>(Normalise(vector)) { ModelId = profile.Model };
            }
        }

        var total = tokens.Sum(t => (long)t.Count);
        return new GeneratedEmbeddings<Embedding<float>>(vectors) { Usage = new UsageDetails { InputTokenCount = total, TotalTokenCount = total } };
    }

    private OnnxModel Load()
    {
        var model = new OnnxModel(_folder.Value.Model, _folder.Value.Settings.Pooling);
        if (model.Dimensions is { } dimensions && settings.Dimensions is { } wanted && dimensions != wanted)
        {
            model.Dispose();
            throw WrongDimensions(dimensions, wanted);
        }

        return model;
    }

    /// <summary>Numbers of texts, those of like length together.</summary>
    private IEnumerable<IReadOnlyList<int>> Cut(List<IReadOnlyList<int>> tokens)
    {
        var batch = new List<int>();
        foreach (var text in Enumerable.Range(0, tokens.Count).OrderBy(i => tokens[i].Count))
        {
            if (batch.Count > 0 && (batch.Count == settings.BatchSize || (batch.Count + 1) * tokens[text].Count > TokensAtOnce))
            {
                yield return batch;
                batch = [];
            }

            batch.Add(text);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private float[] Normalise(float[] vector)
    {
        if (settings.Dimensions is { } wanted && vector.Length != wanted)
        {
            throw WrongDimensions(vector.Length, wanted);
        }

        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length))
        {
            throw new EmbeddingException($"{_folder.Value.Model} gave a vector that holds NaN or an infinite value. Export the model again, in float32.");
        }

        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }

    private EmbeddingException WrongDimensions(int dimensions, int wanted) =>
        new($"{_folder.Value.Model} gives vectors of {dimensions} dimensions where {DimensionsKey} says {wanted}. Correct that setting or remove it.");
}
