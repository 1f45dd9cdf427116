using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Builds the tables of the probing kind in memory, n-grams of lower orders first, and marks what KenLM marks: which n-grams end longer ones (sign of the
/// probability) and which are contexts (sign of a zero back-off). Shorter n-grams that a pruned model lacks are added with their backed-off probability.
/// </summary>
internal sealed unsafe class ProbingBuilder(int order) : IDisposable
{
    private const uint SignBit = 0x80000000;
    private const int WeightsLength = 2 * sizeof(float);

    /// <summary>What KenLM gives the unknown word of a model that does not say.</summary>
    private const float MissingUnknown = -100;

    private readonly GrowingTable _words = new(ProbingVocabulary.Stride);
    private readonly List<Weights> _unigrams = [default];
    private readonly ulong[] _keys = new ulong[order];
    private readonly GrowingTable[] _tables =
        [.. Enumerable.Range(2, order - 1).Select(n => new GrowingTable(n == order ? ProbingSearch.LongestStride : sizeof(ulong) + WeightsLength))];

    private ModelMemory? _unigramMemory;
    private bool _knowsUnknown;
    private bool _isTaken;

    public ProbingVocabulary Vocabulary => new(_words.Table, (uint)_unigrams.Count);

    public ProbingSearch Search =>
        new(_unigramMemory!.Start, WeightsLength, [.. _tables.SkipLast(1).Select(table => table.Table)], order > 1 ? _tables[^1].Table : default);

    public static bool IsUnknown(ReadOnlySpan<byte> word) => word.SequenceEqual("<unk>"u8) || word.SequenceEqual("<UNK>"u8);

    public uint Find(ReadOnlySpan<byte> word) => Vocabulary.Find(WordHash.OfWord(word));

    /// <summary>False if the word is there already.</summary>
    public bool TryAddWord(ReadOnlySpan<byte> word, Weights weights)
    {
        if (IsUnknown(word))
        {
            _unigrams[0] = weights;
            return !_knowsUnknown && (_knowsUnknown = true);
        }

        var number = _words.GetOrAdd(WordHash.OfWord(word), out var isNew);
        if (isNew)
        {
            *(uint*)number = (uint)_unigrams.Count;
            _unigrams.Add(weights);
        }

        return isNew;
    }

    /// <summary>Adds an n-gram of 2 or more words, given last word first; says what is wrong with it, or null.</summary>
    public string? AddNgram(ReadOnlySpan<uint> words, Weights weights)
    {
        _keys[0] = words[0];
        for (var i = 1; i < words.Length; i++)
        {
            _keys[i] = WordHash.Extend(_keys[i - 1], words[i]);
        }

        if (!TryAdd(words.Length, _keys[words.Length - 1], weights with { Prob = WithSign(weights.Prob) }))
        {
            return "this n-gram occurs twice";
        }

        MarkShorter(words);
        return MarkContext(words[1..]) is null ? $"the context of every {words.Length}-gram must be among the {words.Length - 1}-grams, and is not for this one" : null;
    }

    /// <summary>Ends the building; says which word a model must have and this one lacks, or null.</summary>
    public string? Finish()
    {
        if (!_knowsUnknown)
        {
            _unigrams[0] = new Weights(MissingUnknown, 0);
        }

        _unigramMemory = ModelMemory.Allocate((long)_unigrams.Count * WeightsLength);
        CollectionsMarshal.AsSpan(_unigrams).CopyTo(new Span<Weights>(_unigramMemory.Start, _unigrams.Count));
        return Find("<s>"u8) == LanguageModel.Unknown ? "<s>" : Find("</s>"u8) == LanguageModel.Unknown ? "</s>" : null;
    }

    /// <summary>The memory of all tables, which from now on belongs to the caller.</summary>
    public IReadOnlyList<ModelMemory> TakeMemory()
    {
        _isTaken = true;
        return [_words.Memory, _unigramMemory!, .. _tables.Select(table => table.Memory)];
    }

    public void Dispose()
    {
        if (!_isTaken)
        {
            _words.Dispose();
            _unigramMemory?.Dispose();
            Array.ForEach(_tables, table => table.Dispose());
        }
    }

    private static float WithSign(float prob) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(prob) | SignBit);

    private bool TryAdd(int length, ulong key, Weights weights)
    {
        var values = (float*)_tables[length - 2].GetOrAdd(key, out var isNew);
        if (isNew)
        {
            values[0] = weights.Prob;
            if (length < order)
            {
                values[1] = weights.Backoff;
            }
        }

        return isNew;
    }

    /// <summary>Marks the next shorter n-gram with the same last word as one that a longer one ends with; adds it, and those below it, where the model lacks them.</summary>
    private void MarkShorter(ReadOnlySpan<uint> words)
    {
        var length = words.Length - 1;
        while (Unsafe.IsNullRef(ref FindWeights(length, _keys[length - 1])))
        {
            length--;
        }

        ref var known = ref FindWeights(length, _keys[length - 1]);
        var prob = WithSign(known.Prob);
        known = known with { Prob = -prob };
        for (length++; length < words.Length; length++)
        {
            prob += MarkContext(words[1..length]) ?? 0;
            TryAdd(length, _keys[length - 1], new Weights(-prob, -0f));
        }
    }

    /// <summary>Marks an n-gram, last word first, as one that something continues; gives its back-off, or null if the model lacks it.</summary>
    private float? MarkContext(ReadOnlySpan<uint> context)
    {
        ulong key = context[0];
        foreach (var word in context[1..])
        {
            key = WordHash.Extend(key, word);
        }

        ref var known = ref FindWeights(context.Length, key);
        if (Unsafe.IsNullRef(ref known))
        {
            return null;
        }

        known = known with { Backoff = known.Backoff == 0 ? 0f : known.Backoff };
        return known.Backoff;
    }

    /// <summary>The weights of an n-gram that is not one of the longest, or a null reference; the key of a single word is its number.</summary>
    private ref Weights FindWeights(int length, ulong key)
    {
        if (length == 1)
        {
            return ref CollectionsMarshal.AsSpan(_unigrams)[(int)key];
        }

        var values = _tables[length - 2].Find(key);
        return ref values == null ? ref Unsafe.NullRef<Weights>() : ref Unsafe.AsRef<Weights>(values);
    }
}
