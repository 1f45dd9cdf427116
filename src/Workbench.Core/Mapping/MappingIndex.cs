using System.Collections.Concurrent;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Lexical;
using LlmRec.Workbench.Mapping.Names;
using LlmRec.Workbench.Mapping.Sources;

namespace LlmRec.Workbench.Mapping;

/// <summary>Everything needed to map texts to one tree: immutable, deterministic, safe for many threads.</summary>
internal sealed class MappingIndex
{
    private const int MostMapped = 20_000;

    private readonly ConcurrentDictionary<(string Text, int Top, MappingOptions Options), MappingResult> _mapped = new();
    private readonly IReadOnlyList<Category> _categories;
    private readonly Dictionary<string, int> _numbers;
    private readonly IReadOnlyList<IEvidenceSource> _sources;

    /// <param name="categories">The active categories of the tree, in its order.</param>
    /// <param name="clicks">Query → category click statistics; rows of other categories are ignored.</param>
    /// <param name="titles">A sample of the products' titles; null for none.</param>
    public MappingIndex(IReadOnlyList<Category> categories, IReadOnlyList<QueryClick> clicks, IReadOnlyList<ItemTitle>? titles = null)
    {
        _categories = categories;
        _numbers = categories.Index().ToDictionary(c => c.Item.Id, c => c.Index, StringComparer.Ordinal);
        var names = categories.Select(c => NameForms.Of(c.Name)).ToList();
        var parents = categories.Select(c => c.ParentId is { } parent ? _numbers.GetValueOrDefault(parent, -1) : -1).ToList();
        _sources =
        [
            new ExactSource(names), new LexicalSource(names, parents, LexicalWeights.Default),
            new Query2CateSource(clicks, _numbers, LexicalWeights.Default), new TitlesSource(titles ?? [], _numbers),
        ];
    }

    /// <summary>The categories by number.</summary>
    public IReadOnlyList<Category> Categories => _categories;

    /// <summary>Category ID to number, for sources that are made per call.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <summary>What is known about texts beforehand, as evidence sources for this tree.</summary>
    public IEnumerable<IEvidenceSource> Sources(KnownTexts known)
    {
        if (known.Aliases.Count > 0)
        {
            yield return new AliasSource(known.Aliases, _numbers);
        }

        if (known.Choices.Count > 0)
        {
            yield return new ChoiceSource(known.Choices, _numbers);
        }
    }

    /// <summary>Maps one text; at most <paramref name="top"/> candidates, best first; of equals leaves come first, then tree order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="options">What to map with.</param>
    /// <param name="more">Sources of this call. Without any the result depends on the text alone and is kept: answers of a model name the same things again and again.</param>
    /// <param name="top">1 or more.</param>
    public MappingResult Map(string text, MappingOptions options, IReadOnlyList<IEvidenceSource> more, int top)
    {
        if (more.Count > 0)
        {
            return MapFresh(text, options, [.. _sources, .. more], top);
        }

        if (_mapped.Count >= MostMapped)
        {
            _mapped.Clear();
        }

        return _mapped.GetOrAdd((text, top, options), key => MapFresh(key.Text, key.Options, _sources, key.Top));
    }

    /// <summary>The evidence of this index's own sources for a text, by the category's number.</summary>
    internal EvidenceTable Collect(string text, MappingOptions options) => Collect(text, options, _sources);

    private static EvidenceTable Collect(string text, MappingOptions options, IReadOnlyList<IEvidenceSource> sources)
    {
        var prepared = new MappingText(text);
        var table = new EvidenceTable();
        foreach (var source in sources.Where(s => options.Sources.Contains(s.Kind)))
        {
            source.AddTo(table, prepared);
        }

        return table;
    }

    private MappingResult MapFresh(string text, MappingOptions options, IReadOnlyList<IEvidenceSource> sources, int top)
    {
        var table = Collect(text, options, sources);
        var ranked = Rank(new EvidenceFusion(options.Coefficients).Fuse(table)).Take(Math.Max(top, 2))
            .Select(r => new ScoredCandidate(_categories[r.Category].Id, r.Score, table.Rows[r.Category], options.Rule.Accepts(r.Score))).ToList();
        return new MappingResult(text, options.Rule.Of(ranked), [.. ranked.Take(top)]) { SettingsId = options.SettingsId };
    }

    private IEnumerable<(int Category, double Score)> Rank(Dictionary<int, double> scores) => scores
        .OrderByDescending(s => Math.Round(s.Value, 9)).ThenByDescending(s => _categories[s.Key].IsLeaf).ThenBy(s => s.Key).Select(s => (s.Key, s.Value));
}
