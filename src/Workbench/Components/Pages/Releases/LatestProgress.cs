using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Web.Components.Pages.Releases;

/// <summary>Keeps only the newest report: a release of 100,000 categories must not queue as many renderings.</summary>
internal sealed class LatestProgress : IProgress<ReleaseProgress>
{
    private volatile ReleaseProgress _value = new(0, 0);

    public double Percent => _value.Total == 0 ? 0 : 100.0 * _value.Done / _value.Total;

    public void Report(ReleaseProgress value) => _value = value;
}
