using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Mapping;

/// <summary>What each evidence source says about one candidate: 0 (nothing) to 1 (certain).</summary>
/// <param name="Choice">1 for what the model picked, -1 for the other candidates, 0 where it was not asked; between where models disagree.</param>
public sealed record CandidateEvidence(
    double Exact = 0, double Alias = 0, double Lexical = 0, double Query2Cate = 0, double Titles = 0, double Embedding = 0, double Choice = 0)
{
    /// <summary>From this strength of <see cref="Exact"/> on the text is the category's whole name; below, only a part or a reading of it is.</summary>
    public const double WholeName = 0.8;

    public static CandidateEvidence None { get; } = new();

    /// <summary>The category's name is the whole text.</summary>
    public bool IsWholeName => Exact >= WholeName;

    /// <summary>The alternative of the text (鞋/靴) that the name matches, counted from 1; 0 for the whole text. Not stored.</summary>
    [JsonIgnore]
    public int Part { get; init; }

    public double this[EvidenceKind kind] => kind switch
    {
        EvidenceKind.Exact => Exact,
        EvidenceKind.Alias => Alias,
        EvidenceKind.Lexical => Lexical,
        EvidenceKind.Query2Cate => Query2Cate,
        EvidenceKind.Titles => Titles,
        EvidenceKind.Embedding => Embedding,
        EvidenceKind.Choice => Choice,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such evidence."),
    };

    /// <summary>The same with another value of one kind.</summary>
    public CandidateEvidence With(EvidenceKind kind, double value) => kind switch
    {
        EvidenceKind.Exact => this with { Exact = value },
        EvidenceKind.Alias => this with { Alias = value },
        EvidenceKind.Lexical => this with { Lexical = value },
        EvidenceKind.Query2Cate => this with { Query2Cate = value },
        EvidenceKind.Titles => this with { Titles = value },
        EvidenceKind.Embedding => this with { Embedding = value },
        EvidenceKind.Choice => this with { Choice = value },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such evidence."),
    };
}
