namespace LlmRec.Workbench.Review;

/// <summary>Approves, of every waiting, mapped pair of <paramref name="Filter"/>, the accepted candidates that score at least <paramref name="MinScore"/>: one or several.</summary>
public sealed record AcceptRequest(ReviewFilter Filter, double MinScore, string Reason);

/// <summary>Approves the proposed sentence of every waiting title of <paramref name="Filter"/> that breaks no check.</summary>
public sealed record TitleAcceptRequest(TitleFilter Filter, string Reason);

/// <summary>What a bulk approval would do: how many it approves, and some of them drawn evenly from all.</summary>
public sealed record AcceptPreview<TSample>(int Count, IReadOnlyList<TSample> Sample);

/// <summary>One pair that a bulk approval would approve.</summary>
public sealed record AcceptSample(long PairId, string SourcePath, string Text, IReadOnlyList<string> TargetPaths, double Score);

/// <summary>One title that a bulk approval would approve.</summary>
public sealed record TitleAcceptSample(long TitleId, string RawTitle, string Sentence);

/// <summary>How many a bulk approval approved, and the batch that undoes it (null when there were none).</summary>
public sealed record AcceptResult(int Count, long? BatchId);
