namespace LlmRec.Workbench.Embeddings;

/// <summary>What is known of a finished vector set: where the vectors come from, what whitening kept and what it changed.</summary>
public sealed record VectorReport
{
    /// <summary>One of <see cref="VectorTextKinds"/>.</summary>
    public required string Text { get; init; }

    public required string Generator { get; init; }

    public required string Model { get; init; }

    public required long Rows { get; init; }

    /// <summary>Length of the generator's vectors.</summary>
    public required int InputDimensions { get; init; }

    /// <summary>Length of the vectors in the file.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Length that was asked for; more than <see cref="Dimensions"/> where the rows span fewer directions; null without whitening.</summary>
    public int? AskedDimensions { get; init; }

    public long Tokens { get; init; }

    public decimal Cost { get; init; }

    public string Currency { get; init; } = "";

    public double Seconds { get; init; }

    /// <summary>Null without whitening.</summary>
    public WhiteningReport? Whitening { get; init; }

    /// <summary>Of the vectors as the generator gives them.</summary>
    public IsotropyFigures? Before { get; init; }

    public IReadOnlyList<VectorFile> Files { get; init; } = [];
}

/// <summary>What a whitening keeps and changes, measured on a seeded sample of the rows.</summary>
public sealed record WhiteningReport
{
    /// <summary>Share of the variance that the first 1, 2, … kept directions hold together.</summary>
    public required IReadOnlyList<double> ExplainedVariance { get; init; }

    public required IsotropyFigures Before { get; init; }

    public required IsotropyFigures After { get; init; }

    /// <summary>Share of the <see cref="Neighbours"/> nearest rows by cosine that are the same before and after, mean over the sample's rows.</summary>
    public required double NeighbourAgreement { get; init; }

    public required int Neighbours { get; init; }

    public required int SampleSize { get; init; }

    public required int Seed { get; init; }
}

/// <summary>A file of a vector set.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In hex.</param>
public sealed record VectorFile(string Name, long Size, string Sha256);
