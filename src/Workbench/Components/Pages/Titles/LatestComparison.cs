using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>Keeps only the newest report: a comparison of 100,000 products must not queue as many renderings.</summary>
public sealed class LatestComparison : IProgress<ComparisonProgress>
{
    private readonly Lock _lock = new();
    private ComparisonProgress _value;

    public ComparisonProgress Value
    {
        get
        {
            lock (_lock)
            {
                return _value;
            }
        }
    }

    public void Report(ComparisonProgress value)
    {
        lock (_lock)
        {
            _value = value;
        }
    }
}
