using System.Buffers;

namespace LlmRec.Workbench.Releases;

/// <summary>A way to write pairs into a file, row by row.</summary>
internal interface IPairFormat
{
    /// <summary>What a person asks for, for example <c>csv</c>.</summary>
    string Name { get; }

    string FileName { get; }

    void WriteHeader(IBufferWriter<byte> output);

    void WritePair(IBufferWriter<byte> output, ReleasePair pair);
}
