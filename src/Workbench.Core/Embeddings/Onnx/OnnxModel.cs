using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>A loaded model: token IDs in, one vector per text out. Safe for many threads; disposing frees its memory.</summary>
internal sealed class OnnxModel : IDisposable
{
    private const string InputIds = "input_ids";
    private const string AttentionMask = "attention_mask";
    private const string TokenTypes = "token_type_ids";

    private static readonly string[] KnownInputs = [InputIds, AttentionMask, TokenTypes];
    private static readonly string[] PreferredOutputs = ["sentence_embedding", "last_hidden_state", "token_embeddings"];

    private readonly string _file;
    private readonly OnnxPooling _pooling;
    private readonly InferenceSession _session;

    /// <summary>Throws <see cref="EmbeddingException"/> if the file is no ONNX model or not one that takes tokens and gives vectors.</summary>
    public OnnxModel(string file, OnnxPooling pooling)
    {
        (_file, _pooling) = (file, pooling);
        using var options = new SessionOptions { IntraOpNumThreads = Environment.ProcessorCount, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        try
        {
            _session = new InferenceSession(file, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new EmbeddingException($"{file} cannot be loaded as an ONNX model: {error.Message} Export or copy it again.", error);
        }

        DemandInputs();
        Output = PreferredOutputs.FirstOrDefault(_session.OutputMetadata.ContainsKey) ?? _session.OutputMetadata.Keys.First();
        DemandOutput();
    }

    public string Output { get; }

    /// <summary>Length of the vectors as the model states it; null where only a vector will tell.</summary>
    public int? Dimensions => _session.OutputMetadata[Output].Dimensions is [.., > 0 and var last] ? last : null;

    /// <summary>One vector per text, not normalised.</summary>
    /// <param name="texts">Token IDs of each text; shorter ones are filled up behind.</param>
    /// <param name="paddingId">The ID to fill up with.</param>
    public float[][] Run(IReadOnlyList<IReadOnlyList<int>> texts, int paddingId)
    {
        var batch = new TokenBatch(texts, paddingId);
        var inputs = new Dictionary<string, OrtValue>();
        try
        {
            foreach (var name in _session.InputMetadata.Keys)
            {
                inputs[name] = OrtValue.CreateTensorValueFromMemory(name == InputIds ? batch.Ids : name == AttentionMask ? batch.Mask : new long[batch.Ids.Length], batch.Shape);
            }

            using var options = new RunOptions();
            using var outputs = _session.Run(options, inputs, [Output]);
            return Read(outputs[0], batch);
        }
        catch (OnnxRuntimeException error)
        {
            throw new EmbeddingException($"{_file} failed on {texts.Count} texts of at most {batch.Length} tokens: {error.Message} Check that the tokenizer in its folder is the model's own.", error);
        }
        finally
        {
            foreach (var input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private float[][] Read(OrtValue output, TokenBatch batch)
    {
        var shape = output.GetTensorTypeAndShape().Shape;
        var values = output.GetTensorDataAsSpan<float>();
        if (shape is [var rows, var columns] && rows == batch.Count)
        {
            return Split(values, (int)columns);
        }

        return shape is [var texts, var tokens, var dimensions] && texts == batch.Count && tokens == batch.Length ? batch.Pool(values, (int)dimensions, _pooling)
            : throw new EmbeddingException($"{_file} gives {Output} in the shape [{string.Join(", ", shape)}] for {batch.Count} texts of {batch.Length} tokens. Needed: one vector per text or one per token.");
    }

    private static float[][] Split(ReadOnlySpan<float> values, int columns)
    {
        var rows = new float[values.Length / columns][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = values.Slice(row * columns, columns).ToArray();
        }

        return rows;
    }

    private void DemandInputs()
    {
        var inputs = _session.InputMetadata;
        var odd = inputs.Where(i => !KnownInputs.Contains(i.Key) || i.Value.ElementDataType != TensorElementType.Int64).Select(i => $"{i.Key} ({i.Value.ElementDataType})").ToList();
        if (!inputs.ContainsKey(InputIds) || odd.Count > 0)
        {
            Dispose();
            throw new EmbeddingException($"{_file} takes {string.Join(", ", inputs.Keys)}{(odd.Count > 0 ? $"; not supported: {string.Join(", ", odd)}" : "")}. "
                + $"Needed: {InputIds} and, where the model has them, {AttentionMask} and {TokenTypes}, all int64. Export it as a feature-extraction model.");
        }
    }

    private void DemandOutput()
    {
        var type = _session.OutputMetadata[Output].ElementDataType;
        if (type != TensorElementType.Float)
        {
            Dispose();
            throw new EmbeddingException($"{_file} gives {Output} as {type}. Needed: float32. Export it without half precision.");
        }
    }
}
