using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity;

/// <summary>
/// The words that a language model still needs to know in order to score the next one, newest first, with their back-off weights (log10). Two states that
/// are equal score every continuation alike. Only meaningful to the model that made it.
/// </summary>
public struct NgramState : IEquatable<NgramState>
{
    internal const int MaxOrder = 16;

    internal int Count;
    internal WordBuffer Ids;
    internal BackoffBuffer Backoffs;

    /// <summary>How many words count; 0 is a state without any context.</summary>
    public readonly int Length => Count;

    /// <summary>The word that stands <paramref name="index"/> words before the newest.</summary>
    public readonly uint this[int index] => index < Count ? Ids[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public static bool operator ==(in NgramState left, in NgramState right) => left.Equals(right);

    public static bool operator !=(in NgramState left, in NgramState right) => !left.Equals(right);

    public readonly bool Equals(NgramState other)
    {
        ReadOnlySpan<uint> ids = Ids;
        ReadOnlySpan<uint> others = other.Ids;
        return ids[..Count].SequenceEqual(others[..other.Count]);
    }

    public override readonly bool Equals(object? obj) => obj is NgramState other && Equals(other);

    public override readonly int GetHashCode()
    {
        var hash = new HashCode();
        for (var i = 0; i < Count; i++)
        {
            hash.Add(Ids[i]);
        }

        return hash.ToHashCode();
    }

    [InlineArray(MaxOrder - 1)]
    internal struct WordBuffer
    {
        private uint _first;
    }

    [InlineArray(MaxOrder - 1)]
    internal struct BackoffBuffer
    {
        private float _first;
    }
}
