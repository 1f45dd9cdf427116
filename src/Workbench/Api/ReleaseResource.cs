using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Web.Api;

/// <summary>A published release as the API shows it; addresses are relative to the host.</summary>
internal sealed record ReleaseResource(
    int Number, string Name, string Note, int PairCount, int TitleCount, string CreatedBy, DateTimeOffset CreatedAt, string ManifestSha256, string ManifestUrl)
{
    public static ReleaseResource From(ReleaseSummary release) => new(
        release.Number, release.Name, release.Note, release.PairCount, release.TitleCount, release.CreatedBy, release.CreatedAt, release.ManifestHash,
        $"{ReleasesApi.Root}/{release.Number}/manifest");
}

/// <summary>A file of a release and where to get it.</summary>
internal sealed record FileResource(string Name, string Part, string Format, int Rows, long Size, string Sha256, string Url);

/// <summary>A published release with its files.</summary>
internal sealed record ReleaseDetailResource(ReleaseResource Release, IReadOnlyList<FileResource> Files);
