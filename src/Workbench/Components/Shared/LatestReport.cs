namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>Keeps only the newest report: work that reports a thousand times a second must not queue as many renderings.</summary>
public sealed class LatestReport<T> : IProgress<T> where T : class
{
    private volatile T? _newest;

    public T? Newest => _newest;

    public void Report(T value) => _newest = value;
}
