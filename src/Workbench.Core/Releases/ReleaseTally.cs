using System.Runtime.InteropServices;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Releases;

/// <summary>Counts what goes into a release while it streams by; its memory grows with the tree and the runs, not with the pairs and titles.</summary>
internal sealed class ReleaseTally
{
    private readonly HashSet<string> _targets = [];
    private readonly Dictionary<string, int> _leftOut = [];
    private readonly Dictionary<(string, int), Uses> _prompts = [];
    private readonly Dictionary<string, Uses> _models = [];
    private readonly Dictionary<int, Uses> _runs = [];
    private int _pairs;
    private int _sources;
    private int _mentions;
    private int _titles;

    public ReleaseCounts Counts => new(_pairs, _sources, _targets.Count, _mentions, _titles);

    public IReadOnlyList<LeftOut> LeftOut => [.. _leftOut.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => LeftOutReasons.Describe(e.Key, e.Value))];

    public IReadOnlyList<PromptUse> Prompts =>
        [.. _prompts.OrderBy(e => e.Key).Select(e => new PromptUse(e.Key.Item1, e.Key.Item2, e.Value.OfPairs, e.Value.OfTitles))];

    public IReadOnlyList<ModelUse> Models => [.. _models.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new ModelUse(e.Key, e.Value.OfPairs, e.Value.OfTitles))];

    public void LeaveOut(string reason, int count = 1)
    {
        if (count > 0)
        {
            _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + count;
        }
    }

    public void AddSource() => _sources++;

    public void AddPair(ReleasePair pair, IEnumerable<SupportingMention> mentions)
    {
        _pairs++;
        _targets.Add(pair.TargetId);
        Of(_prompts, (pair.Prompt, pair.PromptVersion)).OfPairs++;
        Of(_models, pair.Model).OfPairs++;
        foreach (var mention in mentions)
        {
            _mentions++;
            Of(_runs, mention.RunId).OfPairs++;
        }
    }

    public void AddTitle(ReleaseTitle title)
    {
        _titles++;
        foreach (var run in title.RunIds)
        {
            Of(_runs, run).OfTitles++;
        }

        if (title.Model.Length > 0)
        {
            Of(_prompts, (title.Prompt, title.PromptVersion)).OfTitles++;
            Of(_models, title.Model).OfTitles++;
        }
    }

    public IReadOnlyList<RunUse> Runs(IReadOnlyDictionary<int, Run> runs) =>
    [
        .. from entry in _runs
           orderby entry.Key
           let run = runs[entry.Key]
           select new RunUse(run.Id, run.PromptName, run.PromptVersionNumber, run.ModelProfile, run.Model, run.Recorded, run.Scope, entry.Value.OfPairs, entry.Value.OfTitles),
    ];

    private static Uses Of<TKey>(Dictionary<TKey, Uses> counts, TKey key) where TKey : notnull
    {
        ref var uses = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        return uses ??= new Uses();
    }

    /// <summary>How often something stands behind a pair (for a run: behind a mention) and behind a title.</summary>
    private sealed class Uses
    {
        public int OfPairs { get; set; }
        public int OfTitles { get; set; }
    }
}
