using System.Buffers;
using System.Security.Cryptography;

namespace LlmRec.Workbench.Releases;

/// <summary>A new file that is hashed while it is written and is on the disk, not only in the system's cache, once completed.</summary>
internal sealed class HashedFile(string path) : IDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly FileStream _stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);

    public IBufferWriter<byte> Output => _buffer;

    public long Size { get; private set; }

    /// <summary>Call between rows: hands a full buffer to the disk.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken cancellationToken) => _buffer.WrittenCount < FlushAt ? default : FlushAsync(cancellationToken);

    /// <summary>Returns the SHA-256 in hex of everything written.</summary>
    public async Task<string> CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        _stream.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Brings a file that another library has written to the disk; returns its size and its SHA-256 in hex.</summary>
    public static async Task<(long Size, string Hash)> SettleAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        stream.Flush(flushToDisk: true);
        return (stream.Length, hash);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        Size += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
