namespace LlmRec.Workbench.Statistics;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same numbers for the same seed on every machine and in every version, which <see cref="Random"/> does not promise.
/// </summary>
internal struct SplitMix(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public ulong Next() => Mix(_state += Step);

    /// <summary>
    /// Two independent numbers from 0 to <paramref name="bound"/>, exclusive. Multiply-and-shift: no number is likelier than another by more than bound / 2³².
    /// </summary>
    public (int First, int Second) NextPair(int bound)
    {
        var bits = Next();
        return ((int)(((bits >> 32) * (ulong)bound) >> 32), (int)(((bits & uint.MaxValue) * (ulong)bound) >> 32));
    }
}
