using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Mapping.Lexical;
using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>
/// What shoppers who typed the text clicked on: P(category | query), smoothed so that few clicks say little.
/// A text that nobody typed backs off to queries that are much like it.
/// </summary>
internal sealed class Query2CateSource : IEvidenceSource
{
    /// <summary>Clicks on nothing in particular that every query is given.</summary>
    private const double Smoothing = 30;

    /// <summary>How like a query must be, and what it counts at most, when it is not the text itself.</summary>
    private const double LeastLikeness = 0.6;
    private const double BackOff = 0.6;
    private const int Examined = 20;

    private readonly LexicalIndex _index;
    private readonly LexicalLikeness _likeness;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<Dictionary<int, double>> _posteriors = [];

    public Query2CateSource(IReadOnlyList<QueryClick> clicks, IReadOnlyDictionary<string, int> categories, LexicalWeights weights)
    {
        var forms = new List<IReadOnlyList<NameForm>>();
        foreach (var query in clicks.Where(c => c.Clicks > 0 && categories.ContainsKey(c.CategoryId)).GroupBy(c => TextKey.Normalize(c.Query)))
        {
            var tokens = NameTokens.Of(query.Key);
            if (tokens.Count > 0)
            {
                _numbers.Add(query.Key, forms.Count);
                forms.Add([new NameForm(tokens, FormKind.Whole)]);
                _posteriors.Add(Posterior(query, categories));
            }
        }

        _index = new LexicalIndex(forms, weights);
        _likeness = new LexicalLikeness(weights);
    }

    public EvidenceKind Kind => EvidenceKind.Query2Cate;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        if (text.Forms.Count == 0)
        {
            return;
        }

        if (_numbers.TryGetValue(text.Key, out var number))
        {
            AddTo(table, _posteriors[number], 1);
            return;
        }

        BackOffTo(table, _index.Read(text.Forms[0]));
    }

    private void BackOffTo(EvidenceTable table, LexicalDocument text)
    {
        var near = _index.FindNearest(text, Examined)
            .Select(query => (query.Owner, Weight: Math.Pow(_likeness.Of(text, query), 2))).Where(q => q.Weight >= LeastLikeness * LeastLikeness).ToList();
        var total = near.Sum(q => q.Weight);
        var mixture = new Dictionary<int, double>();
        foreach (var (query, weight) in near)
        {
            foreach (var (category, probability) in _posteriors[query])
            {
                mixture[category] = mixture.GetValueOrDefault(category) + (probability * weight / total);
            }
        }

        if (near.Count > 0)
        {
            AddTo(table, mixture, BackOff * Math.Sqrt(near.Max(q => q.Weight)));
        }
    }

    private static Dictionary<int, double> Posterior(IEnumerable<QueryClick> query, IReadOnlyDictionary<string, int> categories)
    {
        var clicks = query.GroupBy(c => categories[c.CategoryId]).ToDictionary(g => g.Key, g => g.Sum(c => (double)c.Clicks));
        var total = clicks.Values.Sum() + Smoothing;
        return clicks.ToDictionary(c => c.Key, c => c.Value / total);
    }

    private static void AddTo(EvidenceTable table, Dictionary<int, double> posterior, double factor)
    {
        foreach (var (category, probability) in posterior)
        {
            table.Add(category, EvidenceKind.Query2Cate, probability * factor);
        }
    }
}
