using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Releases;

/// <summary>Picks the one sentence of an item that is released: the newest approval among those of its listing title as it is now.</summary>
internal sealed class TitlePicker(IReadOnlyDictionary<string, CategoryFacts> categories, IReadOnlyDictionary<int, Run> runs, ReleaseTally tally)
{
    /// <summary>The item's title; null if all its sentences were left out.</summary>
    public ReleaseTitle? Pick(IEnumerable<ApprovedTitle> approved, ILookup<long, int> runsOfTitles)
    {
        var current = new List<ApprovedTitle>();
        foreach (var title in approved)
        {
            if (title.Title.RawTitle == title.ItemTitle)
            {
                current.Add(title);
            }
            else
            {
                tally.LeaveOut(LeftOutReasons.TitleChanged);
            }
        }

        if (current.Count == 0)
        {
            return null;
        }

        var newest = current.OrderByDescending(t => t.Approval?.At).ThenByDescending(t => t.Approval?.JudgmentId).ThenByDescending(t => t.Title.Id).First();
        tally.LeaveOut(LeftOutReasons.TitleSuperseded, current.Count - 1);
        var row = Row(newest, [.. runsOfTitles[newest.Title.Id].Distinct().Order()]);
        tally.AddTitle(row);
        return row;
    }

    private ReleaseTitle Row(ApprovedTitle approved, IReadOnlyList<int> runIds)
    {
        var title = approved.Title;
        var run = title.Source == TitleSource.Rule || runIds.Count == 0 ? null : runs[runIds[^1]];
        return new ReleaseTitle
        {
            ItemId = title.ItemId,
            CategoryId = approved.CategoryId,
            CategoryPath = approved.CategoryId is { } id && categories.TryGetValue(id, out var category) ? category.Path : "",
            RawTitle = approved.ItemTitle,
            Title = title.ApprovedText.Length > 0 ? title.ApprovedText : title.Sentence,
            Source = approved.Source,
            Prompt = run?.PromptName ?? "",
            PromptVersion = run?.PromptVersionNumber ?? 0,
            Model = run?.Model ?? "",
            RunIds = runIds,
            PerplexityRaw = title.RawPerplexity,
            Perplexity = approved.IsEdited ? null : title.Perplexity,
            LanguageModel = title.ScorerName ?? "",
            ApprovedBy = approved.Approval?.By ?? "",
            ApprovedAt = approved.Approval?.At ?? default,
        };
    }
}
