using System.Collections;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>Packs numbers without gaps, lowest bit first.</summary>
internal sealed class BitWriter
{
    private readonly List<bool> _bits = [];

    public int Length => _bits.Count;

    public void Write(ulong value, int bits)
    {
        for (var i = 0; i < bits; i++)
        {
            _bits.Add(((value >> i) & 1) != 0);
        }
    }

    public byte[] ToArray()
    {
        var bytes = new byte[(_bits.Count + 7) / 8];
        new BitArray([.. _bits]).CopyTo(bytes, 0);
        return bytes;
    }
}
