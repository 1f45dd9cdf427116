using System.Text;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>Reads ARPA texts, plain or gzip, into hash tables in memory.</summary>
internal sealed class ArpaModel : IDisposable
{
    private readonly ArpaText _text;
    private readonly List<long> _counts;
    private readonly ProbingBuilder _builder;
    private readonly uint[] _words;

    private ArpaModel(string path)
    {
        _text = new ArpaText(path);
        _counts = _text.ReadCounts();
        _builder = new ProbingBuilder(_counts.Count);
        _words = new uint[_counts.Count];
    }

    private static ReadOnlySpan<byte> Separators => " \t\r"u8;

    /// <summary>Throws <see cref="LanguageModelException"/>, which names the line, if the text is no whole ARPA model.</summary>
    public static LanguageModel Open(string path, LanguageModelInfo info)
    {
        using var model = new ArpaModel(path);
        model.Read();
        var source = new ArpaSource(path, model._builder.TakeMemory());
        return new NgramModel<ProbingVocabulary, ProbingSearch>(path, info, source, (model._builder.Vocabulary, model._builder.Search));
    }

    public void Dispose()
    {
        _text.Dispose();
        _builder.Dispose();
    }

    private void Read()
    {
        for (var order = 1; order <= _counts.Count; order++)
        {
            _text.Expect($"\\{order}-grams:");
            for (var i = 0L; i < _counts[order - 1]; i++)
            {
                ReadNgram(order);
            }
        }

        _text.Expect("\\end\\");
        if (_builder.Finish() is { } missing)
        {
            throw _text.Wrong($"the word {missing} is missing");
        }
    }

    private void ReadNgram(int order)
    {
        var line = _text.Next($"{order}-grams");
        var rest = line;
        var prob = TryTake(ref rest, out var field) && TryParse(field, out var value) && value <= 0
            ? value
            : throw _text.Wrong($"expected one of {_counts[order - 1]} announced {order}-grams with a log10 probability of at most 0, but found '{ArpaText.Show(line)}'");
        for (var i = order - 1; i >= 0; i--)
        {
            if (!TryTake(ref rest, out field))
            {
                throw _text.Wrong($"a {order}-gram has {order} words, but found '{ArpaText.Show(line)}'");
            }

            if (order == 1)
            {
                AddWord(field, prob, ReadBackoff(ref rest, order));
                return;
            }

            _words[i] = Find(field);
        }

        var problem = _builder.AddNgram(_words.AsSpan(0, order), new Weights(prob, ReadBackoff(ref rest, order)));
        if (problem is not null)
        {
            throw _text.Wrong($"{problem}: '{ArpaText.Show(line)}'");
        }
    }

    private void AddWord(ReadOnlySpan<byte> word, float prob, float backoff)
    {
        if (!_builder.TryAddWord(word, new Weights(prob, backoff)))
        {
            throw _text.Wrong($"the word '{Encoding.UTF8.GetString(word)}' occurs twice");
        }
    }

    private uint Find(ReadOnlySpan<byte> word)
    {
        var found = _builder.Find(word);
        return found == LanguageModel.Unknown && !ProbingBuilder.IsUnknown(word)
            ? throw _text.Wrong($"the word '{Encoding.UTF8.GetString(word)}' is not among the 1-grams")
            : found;
    }

    /// <summary>Zero, said or not, is minus zero until something continues the n-gram.</summary>
    private float ReadBackoff(ref ReadOnlySpan<byte> rest, int order)
    {
        if (!TryTake(ref rest, out var field))
        {
            return -0f;
        }

        if (!TryParse(field, out var backoff) || !float.IsFinite(backoff) || !rest.Trim(Separators).IsEmpty)
        {
            throw _text.Wrong($"expected one back-off weight after the words of a {order}-gram, but found '{ArpaText.Show(field)}'");
        }

        return backoff == 0 ? -0f
            : order == _counts.Count && order > 1 ? throw _text.Wrong($"the longest n-grams have no back-off weight, but found {backoff}")
            : backoff;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> line, out ReadOnlySpan<byte> field)
    {
        line = line.TrimStart(Separators);
        var end = line.IndexOfAny(Separators);
        field = end < 0 ? line : line[..end];
        line = line[field.Length..];
        return !field.IsEmpty;
    }

    private static bool TryParse(ReadOnlySpan<byte> field, out float value)
    {
        if (field.SequenceEqual("-inf"u8))
        {
            value = float.NegativeInfinity;
            return true;
        }

        return float.TryParse(field, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out value) && !float.IsNaN(value);
    }
}
