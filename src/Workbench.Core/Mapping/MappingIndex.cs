using System.Collections.Concurrent;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping;

/// <summary>Everything needed to map texts to one tree: immutable, deterministic, safe for many threads.</summary>
internal sealed class MappingIndex
{
    private const int MostMapped = 20_000;

    private readonly ConcurrentDictionary<(string Text, int Top), MappingResult> _mapped = new();
    private readonly IReadOnlyList<Category> _categories;
    private readonly Dictionary<string, int> _numbers;
    private readonly IReadOnlyList<IEvidenceSource> _sources;
    private readonly EvidenceFusion _fusion = EvidenceFusion.Default;

    /// <param name="categories">The active categories of the tree, in its order.</param>
    /// <param name="clicks">Query → category click statistics; rows of other categories are ignored.</param>
    public MappingIndex(IReadOnlyList<Category> categories, IReadOnlyList<QueryClick> clicks)
    {
        _categories = categories;
        _numbers = categories.Index().ToDictionary(c => c.Item.Id, c => c.Index, StringComparer.Ordinal);
        var names = categories.Select(c => NameForms.Of(c.Name)).ToList();
        var parents = categories.Select(c => c.ParentId is { } parent ? _numbers.GetValueOrDefault(parent, -1) : -1).ToList();
        _sources = [new ExactSource(names), new LexicalSource(names, parents, LexicalWeights.Default), new Query2CateSource(clicks, _numbers, LexicalWeights.Default)];
    }

    /// <summary>Aliases as an evidence source for this tree.</summary>
    public AliasSource Aliases(IEnumerable<Alias> aliases) => new(aliases, _numbers);

    /// <summary>Maps one text; at most <paramref name="top"/> candidates, best first; of equals leaves come first, then tree order.</summary>
    /// <param name="aliases">Null for none: such a result depends on the text alone, and answers of a model name the same things again and again.</param>
    public MappingResult Map(string text, AliasSource? aliases, int top)
    {
        if (aliases is not null)
        {
            return Map(text, [.. _sources, aliases], top);
        }

        if (_mapped.Count >= MostMapped)
        {
            _mapped.Clear();
        }

        return _mapped.GetOrAdd((text, top), key => Map(key.Text, _sources, key.Top));
    }

    private MappingResult Map(string text, IReadOnlyList<IEvidenceSource> sources, int top)
    {
        var prepared = new MappingText(text);
        var table = new EvidenceTable();
        foreach (var source in sources)
        {
            source.AddTo(table, prepared);
        }

        var ranked = Rank(_fusion.Fuse(table)).Take(Math.Max(top, 2))
            .Select(r => new ScoredCandidate(_categories[r.Category].Id, r.Score, table.Rows[r.Category])).ToList();
        var outcome = OutcomeRule.Of(ranked);
        return new MappingResult(text, outcome, [.. ranked.Take(top)]);
    }

    private IEnumerable<(int Category, double Score)> Rank(Dictionary<int, double> scores) => scores
        .OrderByDescending(s => Math.Round(s.Value, 9)).ThenByDescending(s => _categories[s.Key].IsLeaf).ThenBy(s => s.Key).Select(s => (s.Key, s.Value));
}
