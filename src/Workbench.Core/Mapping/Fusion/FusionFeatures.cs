namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>
/// What the fusion looks at in one candidate: the strength of each kind of evidence, and how the candidate stands against those it competes with.
/// Candidates of different alternatives of a text (鞋/靴) do not compete.
/// </summary>
public sealed class FusionFeatures
{
    /// <summary>Logarithm of the candidate's share of all that competes, "none of them" included: 0 for no competition, never below <see cref="LeastShare"/>.</summary>
    public const string Share = "Share";

    /// <summary>How far its utility is above that of the best competitor, from -<see cref="MostLead"/> to <see cref="MostLead"/>.</summary>
    public const string Lead = "Lead";

    /// <summary>Competitors whose names are at least as equal to the text as its own, at most <see cref="MostRivals"/>; 0 for a name that is not equal.</summary>
    public const string Rivals = "Rivals";

    /// <summary>1 for the only name that is equal to the whole text, where it is long enough to mean one thing.</summary>
    public const string Equal = "Equal";

    /// <summary>1 for a name equal to the whole text while no competitor's name is equal in any way.</summary>
    public const string Sole = "Sole";

    /// <summary>How equal the name of the most equal competitor is, 0 to 1.</summary>
    public const string Doubt = "Doubt";

    /// <summary>Its lexical strength above that of the best competitor, -1 to 1.</summary>
    public const string Gap = "Gap";

    private const double LeastShare = -8;
    private const double MostLead = 4;
    private const int MostRivals = 3;

    private static readonly EvidenceKind[] Kinds = Enum.GetValues<EvidenceKind>();

    private FusionFeatures(float[] values) => Values = values;

    /// <summary>The names of the features: the kinds of evidence, then how the candidate stands.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.ToString()), Share, Lead, Rivals, Equal, Sole, Doubt, Gap];

    /// <summary>One value per name, in their order.</summary>
    public IReadOnlyList<float> Values { get; }

    /// <summary>The features of each of the candidates of one text, in their order.</summary>
    /// <param name="candidates">All candidates of the text.</param>
    /// <param name="standing">What each kind of evidence weighs in the competition.</param>
    public static IReadOnlyList<FusionFeatures> Of(IReadOnlyList<CandidateEvidence> candidates, FusionStanding standing)
    {
        var competition = new Competition(candidates, standing.Utilities(candidates));
        var features = new FusionFeatures[candidates.Count];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = new FusionFeatures(Of(i, candidates[i], competition));
        }

        return features;
    }

    private static float[] Of(int place, CandidateEvidence candidate, Competition competition)
    {
        var rivals = competition.Rivals(place);
        var doubt = competition.ExactOfOthers(place);
        var values = new float[Names.Count];
        for (var i = 0; i < Kinds.Length; i++)
        {
            values[i] = (float)candidate[Kinds[i]];
        }

        ReadOnlySpan<float> standing =
        [
            (float)Math.Max(LeastShare, competition.LogShare(place)), (float)Math.Clamp(competition.Lead(place), -MostLead, MostLead),
            Math.Min(MostRivals, rivals), candidate.Exact >= 1 && rivals == 0 ? 1 : 0,
            candidate.IsWholeName && doubt == 0 ? 1 : 0, (float)doubt, (float)(candidate.Lexical - competition.LexicalOfOthers(place)),
        ];
        standing.CopyTo(values.AsSpan(Kinds.Length));
        return values;
    }
}
