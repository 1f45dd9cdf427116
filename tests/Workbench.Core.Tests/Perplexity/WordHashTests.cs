using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class WordHashTests
{
    [Fact]
    public void OfWord_EveryLength_IsMurmur64A()
    {
        for (var length = 0; length < 40; length++)
        {
            var bytes = Enumerable.Range(1, length).Select(i => (byte)(i * 37)).ToArray();
            WordHash.OfWord(bytes).ShouldBe(Reference(bytes), $"length {length}");
        }
    }

    private static ulong Reference(ReadOnlySpan<byte> bytes)
    {
        const ulong Factor = 0xc6a4a7935bd1e995;
        var hash = (ulong)bytes.Length * Factor;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var part = BitConverter.ToUInt64(bytes) * Factor;
            part ^= part >> 47;
            hash = (hash ^ (part * Factor)) * Factor;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            hash ^= (ulong)bytes[i] << (8 * i);
        }

        hash *= bytes.Length > 0 ? Factor : 1;
        hash = (hash ^ (hash >> 47)) * Factor;
        return hash ^ (hash >> 47);
    }
}
