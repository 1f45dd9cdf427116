using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Scores with back-off as KenLM does: the longest n-gram in the model that ends with the word gives the probability; the back-off weights of the longer contexts
/// are added. The next state is cut to the words that can still matter (K. Heafield, "KenLM: faster and smaller language model queries", 2011).
/// </summary>
/// <typeparam name="TVocabulary">How words are found.</typeparam>
/// <typeparam name="TSearch">How n-grams are found.</typeparam>
internal sealed class NgramModel<TVocabulary, TSearch> : LanguageModel
    where TVocabulary : struct, IVocabulary
    where TSearch : struct, INgramSearch
{
    /// <summary>The back-off of an n-gram that nothing in the model continues: minus zero.</summary>
    private const uint NothingFollows = 0x80000000;

    private readonly TVocabulary _vocabulary;
    private readonly TSearch _search;
        private readonly int _order;
    private IModelSource? _source;

    /// <param name="path">The file.</param>
    /// <param name="info">Its head.</param>
    /// <param name="source">Keeps what vocabulary and search point into.</param>
    /// <param name="tables">Vocabulary and search.</param>
    public NgramModel(string path, LanguageModelInfo info, IModelSource source, (TVocabulary Vocabulary, TSearch Search) tables)
        : base(path, info)
    {
        _source = source;
        (_vocabulary, _search) = tables;
        _order = info.NgramCounts.Count;
        BeginOfSentence = _vocabulary.Find(WordHash.OfWord("<s>"u8));
        EndOfSentence = _vocabulary.Find(WordHash.OfWord("</s>"u8));
        Begin = StateAfter(BeginOfSentence);
    }

    public override uint WordBound => _vocabulary.Bound;

    private IModelSource Source => _source ?? throw new ObjectDisposedException(Path, "The language model was closed.");

    public override uint Find(ReadOnlySpan<byte> utf8)
    {
        var source = Source;
        var word = _vocabulary.Find(WordHash.OfWord(utf8));
        GC.KeepAlive(source);
        return word;
    }

    public override float Score(in NgramState context, uint word, out NgramState next)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(word, _vocabulary.Bound);
        var source = Source;
        Unsafe.SkipInit(out next);
        var log10 = Unsafe.AreSame(in context, in next) ? ScoreWord(Copy(context), word, ref next) : ScoreWord(context, word, ref next);
        GC.KeepAlive(source);
        return log10;

        static NgramState Copy(NgramState state) => state;
    }

    public override SentenceScore ScoreSentence(ReadOnlySpan<byte> utf8)
    {
        var source = Source;
        var sentence = new SentenceSum(Begin);
        while (Blanks.TryTakeWord(ref utf8, out var word))
        {
            Add(ref sentence, _vocabulary.Find(WordHash.OfWord(word)));
        }

        var score = Finish(ref sentence);
        GC.KeepAlive(source);
        return score;
    }

    public override SentenceScore ScoreSentence(ReadOnlySpan<string> words)
    {
        var source = Source;
        var sentence = new SentenceSum(Begin);
        foreach (var word in words)
        {
            Add(ref sentence, Find(word));
        }

        var score = Finish(ref sentence);
        GC.KeepAlive(source);
        return score;
    }

    public override IEnumerable<string> ReadWords() => Source.ReadWords();

    private protected override void Dispose(bool disposing) => _source = null;

    private NgramState StateAfter(uint word)
    {
        var state = default(NgramState);
        state.Count = Math.Min(1, _order - 1);
        state.Ids[0] = word;
        state.Backoffs[0] = _search.FindUnigram(word, out _).Backoff;
        return state;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ref SentenceSum sentence, uint word)
    {
        var log10 = ScoreWord(sentence.Context, word, ref sentence.Next);
        sentence.Add(log10, word == Unknown);
    }

    private SentenceScore Finish(ref SentenceSum sentence)
    {
        var end = ScoreWord(sentence.Context, EndOfSentence, ref sentence.Next);
        return new SentenceScore(sentence.Log10 + end, sentence.Words + 1, sentence.Oov, sentence.OovLog10);
    }

    /// <summary><paramref name="next"/> is another variable than the context; only what counts of it is written.</summary>
    private float ScoreWord(in NgramState context, uint word, ref NgramState next)
    {
        var weights = _search.FindUnigram(word, out var node);
        next.Ids[0] = word;
        next.Backoffs[0] = weights.Backoff;
        var prob = weights.Prob;
        var known = Math.Min(context.Count, _order - 1);
        var length = _order > 1 && Continues(weights.Backoff) ? 1 : 0;
        var matched = 0;
        while (matched < Math.Min(known, _order - 2) && !node.IsDeadEnd && _search.TryFindMiddle(matched, context.Ids[matched], ref node, out weights))
        {
            prob = weights.Prob;
            matched++;
            next.Backoffs[matched] = weights.Backoff;
            length = Continues(weights.Backoff) ? matched + 1 : length;
        }

        if (matched == _order - 2 && matched < known && !node.IsDeadEnd && _search.TryFindLongest(context.Ids[matched], node, out var longest))
        {
            prob = longest;
            matched++;
        }

        for (var i = 1; i < length; i++)
        {
            next.Ids[i] = context.Ids[i - 1];
        }

        next.Count = length;
        for (var i = matched; i < known; i++)
        {
            prob += context.Backoffs[i];
        }

        return prob;
    }

    private static bool Continues(float backoff) => BitConverter.SingleToUInt32Bits(backoff) != NothingFollows;
}
