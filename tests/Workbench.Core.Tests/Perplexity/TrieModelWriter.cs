using System.Numerics;
using System.Text;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>The part of a trie binary between header and words. Quantisation uses a bin per value, and arrays of pointers hold their first place only.</summary>
internal sealed class TrieModelWriter
{
    private const int Bits = 9;

    private readonly TestNgrams _model;
    private readonly bool _isQuantised;
    private readonly bool _hasArrays;
    private readonly List<string> _words;
    private readonly List<string>[] _grams;

    public TrieModelWriter(TestNgrams model, BinaryKind kind)
    {
        _model = model;
        _isQuantised = kind is BinaryKind.QuantisedTrie or BinaryKind.QuantisedArrayTrie;
        _hasArrays = kind is BinaryKind.ArrayTrie or BinaryKind.QuantisedArrayTrie;
        _words = ["<unk>", .. model[1].Keys.Where(word => word != "<unk>").OrderBy(Hash)];
        _grams = [.. Enumerable.Range(1, model.Order).Select(n => model[n].Keys.OrderBy(Path, Comparer<uint[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToList())];
    }

    public IReadOnlyList<string> Write(BinaryWriter writer)
    {
        writer.Write((ulong)_words.Count - 1);
        _words.Skip(1).ToList().ForEach(word => writer.Write(Hash(word)));
        writer.Write(0UL);
        if (_isQuantised)
        {
            WriteBins(writer);
        }

        WriteUnigrams(writer);
        for (var n = 2; n <= _model.Order; n++)
        {
            WriteLevel(writer, n);
        }

        return _words;
    }

    private static ulong Hash(string word) => WordHash.OfWord(Encoding.UTF8.GetBytes(word));

    private uint[] Path(string gram) => [.. gram.Split(' ').Reverse().Select(word => (uint)_words.IndexOf(word))];

    private void WriteUnigrams(BinaryWriter writer)
    {
        foreach (var word in _grams[0])
        {
            writer.Write(_model[1][word].Prob);
            writer.Write(BinaryModelWriter.Backoff(_model, word, 1));
            writer.Write((ulong)FirstExtension(word, 1));
        }

        writer.Write(0UL);
        writer.Write((ulong)_grams[1].Count);
        writer.Write(new byte[16]);
    }

    /// <summary>The place of the first longer n-gram that ends with this one or comes after all that do.</summary>
    private int FirstExtension(string gram, int length)
    {
        var path = Path(gram);
        return _grams[length].Count(longer => Path(longer).AsSpan(0, length).SequenceCompareTo(path) < 0);
    }

    private void WriteLevel(BinaryWriter writer, int length)
    {
        var isLongest = length == _model.Order;
        var pointerBits = isLongest ? 0 : 64 - BitOperations.LeadingZeroCount((ulong)_grams[length].Count);
        if (_hasArrays && !isLongest)
        {
            WriteArray(writer);
        }

        var keyBits = 64 - BitOperations.LeadingZeroCount((ulong)_words.Count);
        var bits = new BitWriter();
        foreach (var gram in _grams[length - 1])
        {
            bits.Write(Path(gram)[^1], keyBits);
            WriteWeights(bits, gram, length);
            bits.Write((ulong)(isLongest ? 0 : FirstExtension(gram, length)), pointerBits);
        }

        bits.Write(0, keyBits + WeightBits(isLongest));
        bits.Write((ulong)(isLongest ? 0 : _grams[length].Count), pointerBits);
        writer.Write(bits.ToArray());
        writer.Write(0UL);
    }

    /// <summary>Version and limit of bits (0), then at the next multiple of 8 a head of 8 bytes and one place, 0; 23 bytes in all.</summary>
    private static void WriteArray(BinaryWriter writer) => writer.Write(new byte[23]);

    private int WeightBits(bool isLongest) => (_isQuantised, isLongest) switch { (true, true) => Bits, (true, false) => 2 * Bits, (false, true) => 31, _ => 63 };

    private void WriteWeights(BitWriter bits, string gram, int length)
    {
        var (prob, backoff) = (_model[length][gram].Prob, BinaryModelWriter.Backoff(_model, gram, length));
        if (_isQuantised)
        {
            bits.Write((ulong)Bins.IndexOf(BitConverter.SingleToUInt32Bits(backoff)), length == _model.Order ? 0 : Bits);
            bits.Write((ulong)Bins.IndexOf(BitConverter.SingleToUInt32Bits(prob)), Bits);
            return;
        }

        bits.Write(BitConverter.SingleToUInt32Bits(prob) & 0x7FFFFFFF, 31);
        bits.Write(BitConverter.SingleToUInt32Bits(backoff), length == _model.Order ? 0 : 32);
    }

    /// <summary>Minus zero, zero and every weight that <see cref="TestNgrams"/> draws.</summary>
    private static List<uint> Bins { get; } = [.. new[] { -0f, 0f }.Concat(Enumerable.Range(1, 127).Select(i => -i / 32f)).Select(BitConverter.SingleToUInt32Bits)];

    private void WriteBins(BinaryWriter writer)
    {
        writer.Write(new byte[] { 2, Bits, Bits, 0, 0, 0, 0, 0 });
        for (var table = 0; table < ((_model.Order - 2) * 2) + 1; table++)
        {
            Bins.ForEach(writer.Write);
            writer.Write(new byte[((1 << Bits) - Bins.Count) * sizeof(float)]);
        }
    }
}
