using System.Buffers;

namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>
/// Finds the most probable path through all words of a model that a text can be cut into, by dynamic programming over the positions between units (Viterbi):
/// ways that reach a position in the same state of the model are equal from there on, so only the best of them is kept. Of equally probable ways the one with
/// the longer last word wins.
/// </summary>
internal sealed class WordLattice(LanguageModel model, UnitText text) : IDisposable
{
    /// <summary>Longest word that is looked up, in units. Of the 165,000 words of Debian's zh_CN.lm six are longer, four of them laughter.</summary>
    public const int MaxWordUnits = 8;

    /// <summary>
    /// Most states kept at one position, the best ones. A trigram model over ordinary Chinese has fewer than ten, so that the path is exact; the limit
    /// keeps time linear on text made to have many.
    /// </summary>
    public const int Beam = 32;

    private const int NodesPerUnit = 4;

    // The states of so many positions are needed at once: those that a word can begin at, and the one where it ends.
    private const int PositionsAtOnce = MaxWordUnits + 1;

    // _begins[p] is the first node at position p; the nodes of a position end where those of the next begin.
    private readonly int[] _begins = new int[text.Count + 2];
    private readonly NgramState[] _states = ArrayPool<NgramState>.Shared.Rent(PositionsAtOnce * Beam);
    private LatticeNode[] _nodes = ArrayPool<LatticeNode>.Shared.Rent((text.Count * NodesPerUnit) + Beam);
    private int _count;

    /// <summary>The words in order, and last the end of the sentence.</summary>
    public PathWord[] FindBest()
    {
        _nodes[_count++] = new LatticeNode { Previous = -1 };
        _states[0] = model.Begin;
        _begins[1] = _count;
        var joinsFrom = 0;
        for (var to = 1; to <= text.Count; to++)
        {
            joinsFrom = CanJoin(to - 1) ? joinsFrom : to - 1;
            for (var from = Math.Max(joinsFrom, to - MaxWordUnits); from < to; from++)
            {
                AddWord(from, to);
            }

            _begins[to + 1] = _count;
        }

        return Trace();
    }

    public void Dispose()
    {
        ArrayPool<LatticeNode>.Shared.Return(_nodes);
        ArrayPool<NgramState>.Shared.Return(_states);
    }

    /// <summary>Whether a word may hold this unit and the one before it.</summary>
    private bool CanJoin(int unit) =>
        unit > 0 && !text[unit].AfterBlank && text[unit].Kind != UnitKind.Mark && text[unit - 1].Kind != UnitKind.Mark;

    private void AddWord(int from, int to)
    {
        var word = Find(from, to, out var form);
        if (word == LanguageModel.Unknown && to - from > 1)
        {
            return;
        }

        for (var previous = _begins[from]; previous < _begins[from + 1]; previous++)
        {
            var log10 = _nodes[previous].Log10 + model.Score(State(from, previous), word, out var state);
            var place = PlaceFor(to, state, log10);
            if (place >= 0)
            {
                _nodes[place] = new LatticeNode { Log10 = log10, Previous = previous, From = from, Word = word, Form = form };
                State(to, place) = state;
            }
        }
    }

    private ref NgramState State(int position, int node) => ref _states[((position % PositionsAtOnce) * Beam) + node - _begins[position]];

    /// <summary>The node at this position with the same state; else a new one; else, in a full beam, the worst. -1 where that one is as good already.</summary>
    private int PlaceFor(int position, in NgramState state, double log10)
    {
        var first = _begins[position];
        var worst = first;
        for (var i = first; i < _count; i++)
        {
            if (State(position, i) == state)
            {
                return log10 > _nodes[i].Log10 ? i : -1;
            }

            worst = _nodes[i].Log10 < _nodes[worst].Log10 ? i : worst;
        }

        if (_count - first < Beam)
        {
            Grow();
            return _count++;
        }

        return log10 > _nodes[worst].Log10 ? worst : -1;
    }

    private void Grow()
    {
        if (_count < _nodes.Length)
        {
            return;
        }

        var larger = ArrayPool<LatticeNode>.Shared.Rent(_nodes.Length * 2);
        _nodes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<LatticeNode>.Shared.Return(_nodes);
        _nodes = larger;
    }

    private uint Find(int from, int to, out WordForm form)
    {
        form = WordForm.Written;
        if (!text.IsCased(from, to))
        {
            var word = model.Find(text.Bytes(from, to, form));
            return word == LanguageModel.Unknown && text[from].Kind == UnitKind.Mark ? FindOtherWidth(from, out form) : word;
        }

        foreach (var spelling in (ReadOnlySpan<WordForm>)[WordForm.Lower, WordForm.Written, WordForm.Upper])
        {
            if (model.Find(text.Bytes(from, to, spelling)) is not LanguageModel.Unknown and var word)
            {
                form = spelling;
                return word;
            }
        }

        form = WordForm.Lower;
        return LanguageModel.Unknown;
    }

    private uint FindOtherWidth(int unit, out WordForm form)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var word = model.Find(utf8[..text.OtherWidth(unit).EncodeToUtf8(utf8)]);
        form = word == LanguageModel.Unknown ? WordForm.Written : WordForm.OtherWidth;
        return word;
    }

    private PathWord[] Trace()
    {
        var best = -1;
        var (bestTotal, bestEnd) = (double.NegativeInfinity, 0d);
        for (var i = _begins[text.Count]; i < _begins[text.Count + 1]; i++)
        {
            double end = model.Score(State(text.Count, i), model.EndOfSentence, out _);
            if (best < 0 || _nodes[i].Log10 + end > bestTotal)
            {
                (best, bestTotal, bestEnd) = (i, _nodes[i].Log10 + end, end);
            }
        }

        var path = new Stack<PathWord>();
        path.Push(new PathWord(text.Count, text.Count, WordForm.Written, model.EndOfSentence, bestEnd));
        for (int at = best, to = text.Count; _nodes[at].Previous >= 0; at = _nodes[at].Previous)
        {
            ref var node = ref _nodes[at];
            path.Push(new PathWord(node.From, to, node.Form, node.Word, node.Log10 - _nodes[node.Previous].Log10));
            to = node.From;
        }

        return [.. path];
    }
}
