using System.Text;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>Writes small KenLM binaries as KenLM's own builder does, byte by byte from the format's description.</summary>
internal static class BinaryModelWriter
{
    public const float Multiplier = 1.5f;

    public static byte[] Write(TestNgrams model, BinaryKind kind)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var isProbing = kind is BinaryKind.Probing or BinaryKind.RestProbing;
        WriteHeader(writer, model, kind, isProbing ? 0u : 1u);
        var words = isProbing ? ProbingModelWriter.Write(writer, model, kind == BinaryKind.RestProbing) : new TrieModelWriter(model, kind).Write(writer);
        foreach (var word in words)
        {
            writer.Write(Encoding.UTF8.GetBytes(word + "\0"));
        }

        return stream.ToArray();
    }

    /// <summary>Minus zero says that nothing continues the n-gram.</summary>
    public static float Backoff(TestNgrams model, string words, int length)
    {
        var backoff = model[length][words].Backoff;
        var isContext = length < model.Order && model[length + 1].Keys.Any(longer => longer.StartsWith(words + " ", StringComparison.Ordinal));
        return backoff != 0 ? backoff : isContext ? 0f : -0f;
    }

    private static void WriteHeader(BinaryWriter writer, TestNgrams model, BinaryKind kind, uint searchVersion)
    {
        writer.Write("mmap lm http://kheafield.com/code format version 5\n\0\0\0\0\0"u8);
        writer.Write(0f);
        writer.Write(1f);
        writer.Write(-0.5f);
        writer.Write(1u);
        writer.Write(uint.MaxValue);
        writer.Write(0u);
        writer.Write(1UL);
        writer.Write((uint)model.Order);
        writer.Write(Multiplier);
        writer.Write((int)kind);
        writer.Write(1u);
        writer.Write(searchVersion);
        for (var n = 1; n <= model.Order; n++)
        {
            writer.Write((ulong)model[n].Count);
        }

        Align(writer);
    }

    public static void Align(BinaryWriter writer)
    {
        while (writer.BaseStream.Position % 8 != 0)
        {
            writer.Write((byte)0);
        }
    }
}
