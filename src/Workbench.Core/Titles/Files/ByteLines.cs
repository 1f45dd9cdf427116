using System.Buffers;

namespace LlmRec.Workbench.Titles.Files;

/// <summary>Cuts a stream into lines of bytes without holding more than one of them.</summary>
internal static class ByteLines
{
    private const int ChunkSize = 1 << 16;

    /// <summary>Every line without its line break. A line beyond <paramref name="maxLength"/> bytes is cut there and marked.</summary>
    public static IEnumerable<(byte[] Bytes, bool IsCut)> Read(Stream stream, int maxLength)
    {
        var line = new ArrayBufferWriter<byte>();
        var chunk = new byte[ChunkSize];
        var (isCut, isOpen) = (false, false);
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            for (var at = 0; at < read;)
            {
                var end = chunk.AsSpan(at, read - at).IndexOf((byte)'\n');
                var length = end < 0 ? read - at : end;
                var kept = Math.Min(length, maxLength - line.WrittenCount);
                line.Write(chunk.AsSpan(at, kept));
                isCut |= kept < length;
                isOpen = end < 0;
                at += length + 1;
                if (!isOpen)
                {
                    yield return (Take(line), isCut);
                    isCut = false;
                }
            }
        }

        if (isOpen)
        {
            yield return (Take(line), isCut);
        }
    }

    private static byte[] Take(ArrayBufferWriter<byte> line)
    {
        var bytes = line.WrittenSpan is [.. var start, (byte)'\r'] ? start.ToArray() : line.WrittenSpan.ToArray();
        line.ResetWrittenCount();
        return bytes;
    }
}
