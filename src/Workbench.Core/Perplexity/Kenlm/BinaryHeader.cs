using System.Buffers.Binary;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The data structures that a KenLM binary can hold, with their numbers in the file.</summary>
internal enum BinaryKind
{
    Probing = 0,
    RestProbing = 1,
    Trie = 2,
    QuantisedTrie = 3,
    ArrayTrie = 4,
    QuantisedArrayTrie = 5,
}

/// <summary>
/// The head of a KenLM binary (KenLM, format version 5, K. Heafield, 2011), little-endian: magic text padded to 56 bytes; test values that show byte order and
/// number formats (floats 0, 1, -0.5, integers 1, 2³²-1, 0, 64-bit 1); order (byte, padded to 4), probing multiplier (float), kind (int), whether the words
/// are in the file (bool, padded to 4), version of the search structure (uint); then one 64-bit count per order, padded to 8.
/// </summary>
internal sealed record BinaryHeader(BinaryKind Kind, float ProbingMultiplier, bool HasVocabulary, uint SearchVersion, long[] Counts)
{
    /// <summary>The most that a header can take, in bytes.</summary>
    public const int MostBytes = CountsOffset + (NgramState.MaxOrder * sizeof(long)) + 7;

    private const int TestsOffset = 0x38;
    private const int OrderOffset = 0x58;
    private const int CountsOffset = 0x6C;

    /// <summary>What KenLM's bit packing can address; also keeps every computed size far from overflow.</summary>
    private const long MostNgrams = 1L << 56;

    private static readonly string[] KindNames = ["probing", "rest-probing", "trie", "quantised trie", "array trie", "quantised array trie"];

    public string KindName => KindNames[(int)Kind];

    public int Order => Counts.Length;

    /// <summary>Where the vocabulary begins, in bytes from the beginning of the file.</summary>
    public int Length => (CountsOffset + (Counts.Length * sizeof(long)) + 7) & ~7;

    private static ReadOnlySpan<byte> Magic => "mmap lm http://kheafield.com/code format version 5\n\0"u8;

    private static ReadOnlySpan<byte> Tests => [0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xBF, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Whether a file that begins like this says that it is a KenLM binary of this version.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    /// <summary>Reads a file's first <see cref="MostBytes"/> bytes; throws <see cref="LanguageModelException"/> if they cannot be a header.</summary>
    public static BinaryHeader Read(string path, ReadOnlySpan<byte> head)
    {
        int order = head.Length > OrderOffset ? head[OrderOffset] : 0;
        var kind = head.Length >= CountsOffset ? BinaryPrimitives.ReadInt32LittleEndian(head[0x60..]) : -1;
        if (order is 0 or > NgramState.MaxOrder || kind < 0 || kind >= KindNames.Length || head.Length < CountsOffset + (order * sizeof(long)))
        {
            throw Damaged(path, $"order {order}, kind {kind}");
        }

        if (!head[TestsOffset..].StartsWith(Tests))
        {
            throw Damaged(path, "its test values differ, so it is damaged or was built on a machine with another byte order");
        }

        var (multiplier, version) = (BinaryPrimitives.ReadSingleLittleEndian(head[0x5C..]), BinaryPrimitives.ReadUInt32LittleEndian(head[0x68..]));
        return new BinaryHeader((BinaryKind)kind, multiplier, head[0x64] != 0, version, ReadCounts(path, order, head));
    }

    private static long[] ReadCounts(string path, int order, ReadOnlySpan<byte> head)
    {
        var counts = new long[order];
        for (var i = 0; i < order; i++)
        {
            counts[i] = BinaryPrimitives.ReadInt64LittleEndian(head[(CountsOffset + (i * sizeof(long)))..]);
            if (counts[i] is < 0 or > MostNgrams)
            {
                throw Damaged(path, $"{(ulong)counts[i]} {i + 1}-grams");
            }
        }

        return counts;
    }

    private static LanguageModelException Damaged(string path, string how) =>
        new($"{path} begins like a KenLM binary, but its header is damaged ({how}). Fetch or build the model again.");
}
