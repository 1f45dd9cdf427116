using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The hashes that KenLM stores in place of words and n-grams.</summary>
internal static class WordHash
{
    private const ulong Factor = 0xc6a4a7935bd1e995;
    private const int Shift = 47;

    /// <summary>MurmurHash64A (A. Appleby) of a word's UTF-8 bytes with seed 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfWord(ReadOnlySpan<byte> word)
    {
        var hash = (ulong)word.Length * Factor;
        ref var start = ref MemoryMarshal.GetReference(word);
        var i = 0;
        for (; i + sizeof(ulong) <= word.Length; i += sizeof(ulong))
        {
            var part = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, i)) * Factor;
            part = (part ^ (part >> Shift)) * Factor;
            hash = (hash ^ part) * Factor;
        }

        if (i < word.Length)
        {
            hash = (hash ^ Rest(ref Unsafe.Add(ref start, i), word.Length - i)) * Factor;
        }

        hash = (hash ^ (hash >> Shift)) * Factor;
        return hash ^ (hash >> Shift);
    }

    /// <summary>The hash of an n-gram that is longer by one word to the left; the hash of a single word is its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Extend(ulong hash, uint word) => (hash * 8978948897894561157UL) ^ ((1UL + word) * 17894857484156487943UL);

    /// <summary>The last 1 to 7 bytes of a word as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Rest(ref byte start, int length) =>
        length >= sizeof(uint)
            ? Unsafe.ReadUnaligned<uint>(ref start) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - sizeof(uint))) << ((length - sizeof(uint)) * 8))
            : start | ((ulong)Unsafe.Add(ref start, length >> 1) << ((length >> 1) * 8)) | ((ulong)Unsafe.Add(ref start, length - 1) << ((length - 1) * 8));
}
