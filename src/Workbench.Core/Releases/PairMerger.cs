using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Releases;

/// <summary>Merges the approved pairs of one source by their target: all their mentions, the best score, the newest run, the newest approval.</summary>
internal sealed class PairMerger(IReadOnlyDictionary<string, CategoryFacts> categories, IReadOnlyDictionary<int, Run> runs, ReleaseTally tally)
{
    /// <summary>Returns the source's pairs in rank order; empty if all were left out.</summary>
    public IReadOnlyList<ReleasePair> Merge(string sourceId, IEnumerable<ApprovedTarget> approved, ILookup<long, SupportingMention> mentions)
    {
        var merged = new List<ReleasePair>();
        foreach (var target in approved.GroupBy(row => row.TargetId).OrderByDescending(rows => rows.Max(r => r.Score)).ThenBy(rows => rows.Key, StringComparer.Ordinal))
        {
            if (ReasonToLeaveOut(sourceId, target.Key) is { } reason)
            {
                tally.LeaveOut(reason);
                continue;
            }

            var supporting = target.SelectMany(row => mentions[row.PairId]).ToList();
            var pair = MergeTarget(sourceId, [.. target], supporting, merged.Count + 1);
            tally.AddPair(pair, supporting);
            merged.Add(pair);
        }

        if (merged.Count > 0)
        {
            tally.AddSource();
        }

        return merged;
    }

    private string? ReasonToLeaveOut(string sourceId, string targetId) =>
        categories[sourceId].Retired ? LeftOutReasons.SourceRetired
        : categories[targetId].Retired ? LeftOutReasons.TargetRetired
        : sourceId == targetId ? LeftOutReasons.SameCategory
        : null;

    private ReleasePair MergeTarget(string sourceId, List<ApprovedTarget> rows, List<SupportingMention> supporting, int rank)
    {
        var best = rows.OrderByDescending(row => row.Score).ThenBy(row => row.PairId).First();
        var approval = rows.Select(row => row.Approval).OfType<ApprovalFacts>().OrderByDescending(a => a.At).ThenByDescending(a => a.JudgmentId).FirstOrDefault();
        var run = supporting.Count == 0 ? null : runs[supporting.Max(mention => mention.RunId)];
        return new ReleasePair
        {
            SourceId = sourceId,
            SourcePath = categories[sourceId].Path,
            TargetId = best.TargetId,
            TargetPath = categories[best.TargetId].Path,
            Score = best.Score,
            Rank = rank,
            Mentions = Texts(rows, supporting),
            Prompt = run?.PromptName ?? "",
            PromptVersion = run?.PromptVersionNumber ?? 0,
            Model = run?.Model ?? "",
            Method = best.Method,
            ApprovedBy = approval?.By ?? "",
            ApprovedAt = approval?.At ?? default,
        };
    }

    private static List<string> Texts(List<ApprovedTarget> rows, List<SupportingMention> supporting) =>
    [
        .. rows.Select(row => (row.Text, Support: 0)).Concat(supporting.Select(mention => (mention.Text, Support: 1)))
            .GroupBy(mention => mention.Text)
            .OrderByDescending(texts => texts.Sum(t => t.Support)).ThenBy(texts => texts.Key, StringComparer.Ordinal)
            .Select(texts => texts.Key),
    ];
}
