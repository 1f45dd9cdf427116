using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// The bytes of a model that do not move: a file mapped read-only, or memory of our own. They are given back when nothing refers to this object any more,
/// so whoever reads through a pointer into them ends with <see cref="GC.KeepAlive"/>: then closing a model while another thread scores with it harms nobody.
/// </summary>
internal sealed unsafe class ModelMemory : IDisposable
{
    private readonly SafeHandle _owner;

    private ModelMemory(SafeHandle owner, byte* start, long length)
    {
        _owner = owner;
        Start = start;
        Length = length;
    }

    public byte* Start { get; }

    public long Length { get; }

    /// <summary>Maps a whole file; nothing of it is read yet.</summary>
    public static ModelMemory Map(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        using var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(0, file.Length, MemoryMappedFileAccess.Read);
        return new ModelMemory(view.SafeMemoryMappedViewHandle, (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset, file.Length);
    }

    /// <summary>Memory filled with zeros.</summary>
    public static ModelMemory Allocate(long length)
    {
        var block = new NativeBlock(length);
        return new ModelMemory(block, block.Start, length);
    }

    /// <summary>Gives the bytes back at once; only for a model that nobody has got yet.</summary>
    public void Dispose() => _owner.Dispose();

    private sealed class NativeBlock : SafeHandle
    {
        private readonly long _length;

        public NativeBlock(long length)
            : base(0, ownsHandle: true)
        {
            SetHandle((nint)NativeMemory.AllocZeroed((nuint)length));
            _length = length;
            GC.AddMemoryPressure(length);
        }

        public override bool IsInvalid => handle == 0;

        public byte* Start => (byte*)handle;

        protected override bool ReleaseHandle()
        {
            NativeMemory.Free((void*)handle);
            GC.RemoveMemoryPressure(_length);
            return true;
        }
    }
}
