namespace LlmRec.LlmSimulator;

/// <summary>One token of a text with its invented natural log-probability: the same in every process, between -0.5 and -8.</summary>
public sealed record SimulatedToken(string Text, int Offset, double LogProbability)
{
    private const int TokenLength = 2;
    private const double Likeliest = -0.5;
    private const double Range = 7.5;
    private const int Steps = 10_000;

    /// <summary>Cuts a text into pairs of characters.</summary>
    public static IReadOnlyList<SimulatedToken> Cut(string text)
    {
        var tokens = new List<SimulatedToken>();
        for (var i = 0; i < text.Length; i += TokenLength)
        {
            var token = text.Substring(i, Math.Min(TokenLength, text.Length - i));
            tokens.Add(new SimulatedToken(token, i, Likeliest - (Range * (InventedAnswer.Hash(token) % Steps) / Steps)));
        }

        return tokens;
    }
}
