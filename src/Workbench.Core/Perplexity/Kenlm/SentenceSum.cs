using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>A sentence while it is being scored; two states that take turns save copying them.</summary>
internal struct SentenceSum
{
    public double Log10;
    public double OovLog10;
    public int Words;
    public int Oov;
    private NgramState _even;
    private NgramState _odd;

    public SentenceSum(in NgramState begin) => _even = begin;

    [UnscopedRef]
    public ref NgramState Context => ref (Words & 1) == 0 ? ref _even : ref _odd;

    [UnscopedRef]
    public ref NgramState Next => ref (Words & 1) == 0 ? ref _odd : ref _even;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float log10, bool isOov)
    {
        Log10 += log10;
        Words++;
        if (isOov)
        {
            Oov++;
            OovLog10 += log10;
        }
    }
}
