using System.Buffers;

namespace LlmRec.Workbench.Releases;

/// <summary>A way to write the rows of a release into a file, one by one.</summary>
internal interface IRowFormat
{
    /// <summary>What a person asks for, for example <c>csv</c>; also the file's extension.</summary>
    string Name { get; }

    void WriteHeader<TRow>(IBufferWriter<byte> output);

    void WriteRow<TRow>(IBufferWriter<byte> output, TRow row);
}
