using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Onnx;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Tests.Embeddings.Onnx;

/// <summary>A folder with a tiny sentence model: each token of a small vocabulary has a vector of its own.</summary>
internal sealed class TinyFolder : IDisposable
{
    public const int Dimensions = 6;

    public static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "猫", "狗", "粮", "砂", "玩", "具", "cat", "dog", "food", "##s", "cafe", "Cat"];

    public TinyFolder(TinyModel? model = null)
    {
        (model ?? new TinyModel { Table = Table() }).Save(File("model.onnx"));
        System.IO.File.WriteAllLines(File("vocab.txt"), Vocabulary);
    }

    public string FullPath { get; } = Directory.CreateTempSubdirectory("tiny-model-").FullName;

    public static float[][] Table(int dimensions = Dimensions)
    {
        var random = new Random(7);
        return [.. Vocabulary.Select(_ => Enumerable.Range(0, dimensions).Select(_ => (float)random.NextDouble() - 0.3f).ToArray())];
    }

    public string File(params string[] names) => Path.Combine([FullPath, .. names]);

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), content);
    }

    public OnnxGenerator Generator(int? dimensions = null, string pooling = "", int batchSize = 64) => new(
        new EmbeddingProfile { Name = "tiny", Model = "tiny" },
        new EmbeddingProfileOptions { Kind = ModelKinds.Onnx, Path = FullPath, Dimensions = dimensions, Pooling = pooling, BatchSize = batchSize });

    /// <summary>The normalised mean of these tokens' rows.</summary>
    public static float[] Mean(params IReadOnlyList<string> tokens)
    {
        var table = Table();
        var rows = tokens.Select(token => table[Array.IndexOf(Vocabulary, token)]).ToList();
        var mean = Enumerable.Range(0, Dimensions).Select(i => rows.Average(row => row[i])).ToArray();
        var length = MathF.Sqrt(mean.Sum(v => v * v));
        return [.. mean.Select(v => v / length)];
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
