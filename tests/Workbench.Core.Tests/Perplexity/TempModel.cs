using System.IO.Compression;
using System.Text;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>A model file that lives as long as a test.</summary>
internal sealed class TempModel : IDisposable
{
    public TempModel(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public TempModel(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public LanguageModel Open() => LanguageModel.Open(Path);

    /// <summary>What opening says is wrong.</summary>
    public string Refusal() => Should.Throw<LanguageModelException>(() => Open().Dispose()).Message;

    public void Dispose() => File.Delete(Path);
}
