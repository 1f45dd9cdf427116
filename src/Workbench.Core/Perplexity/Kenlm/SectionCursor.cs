namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>Hands out the sections of a binary model one after the other; a section that would reach beyond the end of the file is an error.</summary>
internal sealed unsafe class SectionCursor(string path, ModelMemory memory)
{
    public long Position { get; private set; }

    /// <summary>The file's address where <see cref="Position"/> is.</summary>
    public byte* Here => memory.Start + Position;

    /// <summary>The address of the next section of <paramref name="length"/> bytes; the cursor then stands behind it.</summary>
    public byte* Take(UInt128 length, string section)
    {
        var left = (UInt128)(memory.Length - Position);
        if (length > left)
        {
            throw new LanguageModelException(
                $"{path} is too short for what its header says: the {section} need {length} bytes from byte {Position}, and the file ends {left} bytes on. Fetch or build the model again.");
        }

        var start = Here;
        Position += (long)length;
        return start;
    }

    /// <summary>Reads a byte ahead without moving.</summary>
    public byte Peek(int offset, string section) =>
        Position + offset < memory.Length
            ? Here[offset]
            : throw new LanguageModelException($"{path} ends at byte {memory.Length}, before the {section}. Fetch or build the model again.");

    public LanguageModelException Damaged(string what) => new($"{path} is damaged: {what}. Fetch or build the model again.");
}
