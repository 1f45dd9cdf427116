using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Weights as numbers of bins, the back-off's in the lower bits: version (byte), bits per probability, bits per back-off, padded to 8; then for every middle order
/// the bins' probabilities and back-offs, and the longest n-grams' probabilities (floats).
/// </summary>
internal readonly unsafe struct QuantisedWeights : ITrieWeights
{
    private const int Version = 2;
    private const int HeadLength = 8;
    private const int MostBits = 25;

    private readonly float* _bins;
    private readonly int _longest;
    private readonly int _probBits;
    private readonly int _backoffBits;

    private QuantisedWeights(float* bins, int order, int probBits, int backoffBits)
    {
        _bins = bins;
        _probBits = probBits;
        _backoffBits = backoffBits;
        _longest = (order - 2) * LevelLength;
    }

    public int MiddleBits => _probBits + _backoffBits;

    public int LongestBits => _probBits;

    private int LevelLength => (1 << _probBits) + (1 << _backoffBits);

    public static QuantisedWeights Read(SectionCursor cursor, BinaryHeader header)
    {
        const string Section = "quantisation tables";
        int version = cursor.Peek(0, Section), probBits = cursor.Peek(1, Section), backoffBits = cursor.Peek(2, Section);
        if (version != Version || probBits is 0 or > MostBits || backoffBits is 0 or > MostBits)
        {
            throw cursor.Damaged($"its quantisation has version {version} with {probBits} and {backoffBits} bits; version {Version} with 1 to {MostBits} bits is known");
        }

        var floats = ((header.Order - 2) * ((1L << probBits) + (1L << backoffBits))) + (1L << probBits);
        return new QuantisedWeights((float*)(cursor.Take(HeadLength + ((UInt128)floats * sizeof(float)), Section) + HeadLength), header.Order, probBits, backoffBits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Weights ReadMiddle(int level, byte* table, ulong bit)
    {
        var packed = BitPacking.Read(table, bit);
        var probs = _bins + (level * LevelLength);
        var backoff = (int)packed & ((1 << _backoffBits) - 1);
        var prob = (int)(packed >> _backoffBits) & ((1 << _probBits) - 1);
        return new Weights(probs[prob], probs[(1 << _probBits) + backoff]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ReadLongest(byte* table, ulong bit) => _bins[_longest + ((int)BitPacking.Read(table, bit) & ((1 << _probBits) - 1))];
}
