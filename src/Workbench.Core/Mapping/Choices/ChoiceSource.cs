using LlmRec.Workbench.Mapping.Sources;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>
/// What models picked: 1 for a picked candidate, -1 for every other one; the mean where several models were asked. What was not shown ranked below what was, so
/// it must not rise above it by being spared. The newest answer of each model counts. Comes after all sources that find candidates.
/// </summary>
internal sealed class ChoiceSource : IEvidenceSource
{
    private readonly Dictionary<string, List<HashSet<int>>> _picked;

    /// <param name="choices">Choices about any text, oldest first; picks of retired categories are left out.</param>
    /// <param name="categories">Category ID to number.</param>
    public ChoiceSource(IEnumerable<MappingChoice> choices, IReadOnlyDictionary<string, int> categories) =>
        _picked = choices.GroupBy(c => c.Key).ToDictionary(text => text.Key, text => text.GroupBy(c => c.Model)
            .Select(model => model.GroupBy(c => c.RunItemId).Last()).Where(answer => answer.Any(c => IsHeard(c, categories)))
            .Select(answer => answer.Where(c => c.CategoryId is { } id && categories.ContainsKey(id)).Select(c => categories[c.CategoryId!]).ToHashSet()).ToList());

    public EvidenceKind Kind => EvidenceKind.Choice;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        if (_picked.GetValueOrDefault(text.Key) is not { Count: > 0 } models)
        {
            return;
        }

        foreach (var category in table.Rows.Keys.Union(models.SelectMany(picked => picked)).ToList())
        {
            table.Add(category, EvidenceKind.Choice, models.Average(picked => picked.Contains(category) ? 1.0 : -1.0));
        }
    }

    // Who picked only what has been retired since has said nothing about the rest.
    private static bool IsHeard(MappingChoice choice, IReadOnlyDictionary<string, int> categories) => choice.CategoryId is not { } id || categories.ContainsKey(id);
}
