using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Releases;

/// <summary>Counts what goes into a release while it streams by; its memory grows with the tree and the runs, not with the pairs.</summary>
internal sealed class ReleaseTally
{
    private readonly HashSet<string> _targets = [];
    private readonly Dictionary<string, int> _leftOut = [];
    private readonly Dictionary<(string, int), int> _prompts = [];
    private readonly Dictionary<string, int> _models = [];
    private readonly Dictionary<int, int> _runs = [];
    private int _pairs;
    private int _sources;
    private int _mentions;

    public ReleaseCounts Counts => new(_pairs, _sources, _targets.Count, _mentions);

    public IReadOnlyList<LeftOut> LeftOut => [.. _leftOut.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => LeftOutReasons.Describe(e.Key, e.Value))];

    public IReadOnlyList<PromptUse> Prompts =>
        [.. _prompts.OrderBy(e => e.Key).Select(e => new PromptUse(e.Key.Item1, e.Key.Item2, e.Value))];

    public IReadOnlyList<ModelUse> Models => [.. _models.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new ModelUse(e.Key, e.Value))];

    public void LeaveOut(string reason) => Add(_leftOut, reason);

    public void AddSource() => _sources++;

    public void AddPair(ReleasePair pair, IEnumerable<SupportingMention> mentions)
    {
        _pairs++;
        _targets.Add(pair.TargetId);
        Add(_prompts, (pair.Prompt, pair.PromptVersion));
        Add(_models, pair.Model);
        foreach (var mention in mentions)
        {
            _mentions++;
            Add(_runs, mention.RunId);
        }
    }

    public IReadOnlyList<RunUse> Runs(IReadOnlyDictionary<int, Run> runs) =>
    [
        .. from entry in _runs
           orderby entry.Key
           let run = runs[entry.Key]
           select new RunUse(run.Id, run.PromptName, run.PromptVersionNumber, run.ModelProfile, run.Model, run.Recorded, run.Scope, entry.Value),
    ];

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key) where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
