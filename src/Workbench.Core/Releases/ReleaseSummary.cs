namespace LlmRec.Workbench.Releases;

/// <summary>One row of the list of releases.</summary>
public sealed record ReleaseSummary(
    int Number, ReleaseStatus Status, string Note, int PairCount, int TitleCount, string ManifestHash, string CreatedBy, DateTimeOffset CreatedAt)
{
    /// <summary>The folder's name, for example <c>v000001</c>.</summary>
    public string Name => ReleaseNames.Folder(Number);
}
