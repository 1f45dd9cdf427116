using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Releases;

/// <summary>Creates, lists, compares and hands out releases.</summary>
public sealed class ReleaseService
{
    /// <summary>All releases, newest first; with those that are being written and those that were abandoned.</summary>
    public Task<IReadOnlyList<ReleaseSummary>> ListAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The newest published release; null if there is none.</summary>
    public Task<ReleaseSummary?> GetLatestAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>What a release would hold if it were created now.</summary>
    public Task<ReleasePreview> PreviewAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Publishes the approved pairs as the next release.</summary>
    public Task<ReleaseSummary> CreateAsync(Caller caller, string note, CancellationToken cancellationToken = default) =>
        CreateAsync(caller, note, null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(Caller, string, CancellationToken)"/>
    public Task<ReleaseSummary> CreateAsync(Caller caller, string note, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The manifest of a published release; null if there is no such release.</summary>
    public Task<ReleaseManifest?> GetManifestAsync(int number, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Opens a file of a published release; null unless its manifest names it.</summary>
    public Task<Stream?> OpenFileAsync(int number, string fileName, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Copies a release's files of <paramref name="formats"/>, its manifest and checksums of what was copied into a folder; returns the names written.</summary>
    public Task<IReadOnlyList<string>> ExportAsync(
        int number, string outFolder, IReadOnlyCollection<string> formats, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Compares two releases from their files; the result holds at most <paramref name="take"/> changes.</summary>
    public Task<ReleaseDiff> DiffAsync(int from, int to, int take = 200, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>All changes between two releases, one by one.</summary>
    public IAsyncEnumerable<PairChange> ReadChangesAsync(int from, int to, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The first pairs of a release.</summary>
    public Task<IReadOnlyList<ReleasePair>> GetFirstPairsAsync(int number, int take, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
