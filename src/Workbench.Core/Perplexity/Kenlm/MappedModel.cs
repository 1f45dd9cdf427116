using System.Text;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>A mapped binary model, with its words at the end, each with a NUL behind it; nothing where the model was built without them.</summary>
internal sealed class MappedModel : IModelSource
{
    private readonly ModelMemory _memory;
    private readonly long _start;

    private MappedModel(ModelMemory memory, long start) => (_memory, _start) = (memory, start);

    private static ReadOnlySpan<byte> First => "<unk>\0"u8;

    /// <summary>Checks the first and the last word only; the file is mapped, not read.</summary>
    public static unsafe MappedModel Check(SectionCursor cursor, ModelMemory memory, bool isThere)
    {
        if (!isThere)
        {
            return new MappedModel(memory, memory.Length);
        }

        var start = cursor.Position;
        var first = new ReadOnlySpan<byte>(cursor.Take((UInt128)First.Length, "words"), First.Length);
        return first.SequenceEqual(First) && memory.Start[memory.Length - 1] == 0
            ? new MappedModel(memory, start)
            : throw cursor.Damaged("its words are not where they should be, or the last of them is cut off");
    }

    public IEnumerable<string> ReadWords()
    {
        var position = _start;
        while (position < _memory.Length)
        {
            yield return Next(_memory, ref position);
        }
    }

    private static unsafe string Next(ModelMemory memory, ref long position)
    {
        var rest = new ReadOnlySpan<byte>(memory.Start + position, (int)Math.Min(memory.Length - position, int.MaxValue));
        var end = rest.IndexOf((byte)0);
        var word = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        position += (end < 0 ? rest.Length : end) + 1;
        GC.KeepAlive(memory);
        return word;
    }
}
