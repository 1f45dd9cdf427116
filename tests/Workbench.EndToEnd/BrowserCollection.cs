namespace LlmRec.Workbench.EndToEnd;

/// <summary>Browser tests share one Chromium and run one after another: two cores serve one app and one browser well, not two of each.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
