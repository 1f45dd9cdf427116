namespace LlmRec.Workbench.Review;

/// <summary>Approves the best candidate of every waiting, clearly mapped pair of <paramref name="Filter"/> that scores at least <paramref name="MinScore"/>.</summary>
public sealed record AcceptRequest(ReviewFilter Filter, double MinScore, string Reason);

/// <summary>What an <see cref="AcceptRequest"/> would do: how many pairs it approves, and some of them drawn evenly from all.</summary>
public sealed record AcceptPreview(int Count, IReadOnlyList<AcceptSample> Sample);

/// <summary>One pair that a bulk approval would approve.</summary>
public sealed record AcceptSample(long PairId, string SourcePath, string Text, string TargetPath, double Score);

/// <summary>How many pairs a bulk approval approved, and the batch that undoes it (null when there were none).</summary>
public sealed record AcceptResult(int Count, long? BatchId);
