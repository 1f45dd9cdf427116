using System.Text;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Perplexity;

/// <summary>What a KenLM language model file says about itself in its first bytes.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Kind"><c>arpa</c>, <c>gzip arpa</c> or the name of a KenLM binary kind.</param>
/// <param name="NgramCounts">How many n-grams of order 1, 2, … it holds; its length is the model's order.</param>
/// <param name="HasVocabulary">Whether the words themselves are in the file, not only their hashes.</param>
public sealed record LanguageModelInfo(long Size, string Kind, IReadOnlyList<long> NgramCounts, bool HasVocabulary)
{
    private const string Wanted = "Name a KenLM model: an .arpa text, plain or gzip, or a KenLM binary of format version 5.";

    /// <summary>Reads a file's head; throws <see cref="LanguageModelException"/> if it is missing or no model.</summary>
    public static LanguageModelInfo Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new LanguageModelException($"There is no file {path}. {Wanted}");
        }

        try
        {
            using var stream = File.OpenRead(path);
            var head = ReadHead(stream);
            return BinaryHeader.IsBinary(head) ? ReadBinary(path, stream.Length, head)
                : ArpaText.IsGzip(head) ? ReadGzip(path, stream.Length)
                : BeginsAsArpa(head) ? ReadArpa(path, stream.Length, "arpa")
                : throw new LanguageModelException($"{path} is {Guess(head)}. {Wanted}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new LanguageModelException($"{path} cannot be read: {error.Message}");
        }
    }

    private static byte[] ReadHead(Stream stream)
    {
        var head = new byte[BinaryHeader.MostBytes];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static LanguageModelInfo ReadBinary(string path, long size, ReadOnlySpan<byte> head)
    {
        var header = BinaryHeader.Read(path, head);
        return new LanguageModelInfo(size, header.KindName, header.Counts, header.HasVocabulary);
    }

    private static LanguageModelInfo ReadGzip(string path, long size)
    {
        using var unpacked = ArpaText.Open(path);
        var head = ReadHead(unpacked);
        return BeginsAsArpa(head)
            ? ReadArpa(path, size, "gzip arpa")
            : throw new LanguageModelException(
                $"{path} is gzip-compressed, and what is in it is {(BinaryHeader.IsBinary(head) ? "a KenLM binary; unpack it first (gunzip)" : Guess(head))}. {Wanted}");
    }

    private static LanguageModelInfo ReadArpa(string path, long size, string kind)
    {
        using var text = new ArpaText(path);
        return new LanguageModelInfo(size, kind, text.ReadCounts(), HasVocabulary: true);
    }

    private static bool BeginsAsArpa(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', '\r', '\n', ' ', '\t');
        return text.StartsWith("\\data\\", StringComparison.Ordinal) || text.StartsWith('#');
    }

    private static string Guess(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? "empty"
        : head.StartsWith("mmap lm http://kheafield.com/code incomplete"u8) ? "a KenLM binary whose building was broken off"
        : head.StartsWith("mmap lm "u8) ? "a KenLM binary of another format version"
        : "not a language model";
}
