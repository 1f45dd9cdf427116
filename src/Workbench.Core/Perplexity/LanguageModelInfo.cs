using System.Buffers.Binary;
using System.Text;

namespace LlmRec.Workbench.Perplexity;

/// <summary>What a KenLM language model file says about itself in its first bytes.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Kind"><c>arpa</c> or the name of a KenLM binary kind.</param>
/// <param name="NgramCounts">How many n-grams of order 1, 2, … it holds; its length is the model's order.</param>
/// <param name="HasVocabulary">Whether the words themselves are in the file, not only their hashes.</param>
public sealed record LanguageModelInfo(long Size, string Kind, IReadOnlyList<long> NgramCounts, bool HasVocabulary)
{
    private const int OrderOffset = 0x58;
    private const int KindOffset = 0x60;
    private const int VocabularyOffset = 0x64;
    private const int CountsOffset = 0x6C;
    private const int MaxOrder = 16;
    private static readonly string[] BinaryKinds = ["probing", "rest-probing", "trie", "quantised trie", "array trie", "quantised array trie"];

    private static ReadOnlySpan<byte> BinaryMagic => "mmap lm http://kheafield.com/code format version 5\n\0"u8;

    /// <summary>Reads a file's head; throws <see cref="LanguageModelException"/> if it is missing or no model.</summary>
    public static LanguageModelInfo Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new LanguageModelException($"There is no file {path}. Name a KenLM model: an .arpa text or a KenLM binary.");
        }

        using var stream = File.OpenRead(path);
        var head = new byte[CountsOffset + (MaxOrder * sizeof(long))];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, length).StartsWith(BinaryMagic) ? ReadBinary(path, stream.Length, head.AsSpan(0, length))
            : Encoding.UTF8.GetString(head, 0, length).TrimStart('\uFEFF', '\r', '\n', ' ').StartsWith("\\data\\", StringComparison.Ordinal) ? ReadArpa(path, stream.Length)
            : throw new LanguageModelException($"{path} is {Guess(head.AsSpan(0, length))}. Name a KenLM model: an .arpa text or a KenLM binary of format version 5.");
    }

    private static LanguageModelInfo ReadBinary(string path, long size, ReadOnlySpan<byte> head)
    {
        int order = head.Length > OrderOffset ? head[OrderOffset] : 0;
        var kind = head.Length > CountsOffset ? BinaryPrimitives.ReadInt32LittleEndian(head[KindOffset..]) : -1;
        if (order is 0 or > MaxOrder || kind < 0 || kind >= BinaryKinds.Length || head.Length < CountsOffset + (order * sizeof(long)))
        {
            throw new LanguageModelException($"{path} begins like a KenLM binary, but its header is damaged (order {order}, kind {kind}). Fetch or build the model again.");
        }

        var counts = new long[order];
        for (var i = 0; i < order; i++)
        {
            counts[i] = BinaryPrimitives.ReadInt64LittleEndian(head[(CountsOffset + (i * sizeof(long)))..]);
        }

        return new LanguageModelInfo(size, BinaryKinds[kind], counts, head[VocabularyOffset] != 0);
    }

    private static LanguageModelInfo ReadArpa(string path, long size)
    {
        var counts = File.ReadLines(path).SkipWhile(line => !line.Contains("\\data\\", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("ngram ", StringComparison.Ordinal))
            .Select(line => long.TryParse(line.AsSpan(line.IndexOf('=', StringComparison.Ordinal) + 1), out var count) ? count : -1)
            .ToList();
        return counts.Count > 0 && counts.TrueForAll(count => count >= 0)
            ? new LanguageModelInfo(size, "arpa", counts, HasVocabulary: true)
            : throw new LanguageModelException($"{path} begins like an ARPA model, but its 'ngram N=COUNT' lines are missing or damaged. Fetch or build the model again.");
    }

    private static string Guess(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? "empty"
        : head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "gzip-compressed; unpack it first (gunzip)"
        : head.StartsWith("mmap lm "u8) ? "a KenLM binary of another format version"
        : "not a language model";
}
