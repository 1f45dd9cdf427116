using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads a proposed title with everything around it.</summary>
internal sealed class TitleItemReader(WorkbenchDbContext db, CategoryTree tree, BaselineNormaliser baseline)
{
    private const int MaxOrigins = 20;
    private const int MaxOthers = 20;

    public async Task<TitleReviewItem?> ReadAsync(long titleId, CancellationToken cancellationToken)
    {
        var row = await (
            from title in db.TitleNormalisations.AsNoTracking()
            where title.Id == titleId
            join item in db.Items on title.ItemId equals item.Id
            select new { title, item.Attributes }).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var category = row.title.CategoryId is { } id ? tree.Find(id) : null;
        var known = TitleText.Parse(row.title.RawTitle, row.Attributes, category?.Name);
        var standing = (TitleStanding)await db.GetStandingAsync(SubjectRef.Title(titleId), cancellationToken);
        return new()
        {
            Title = Describe(row.title, standing),
            Known = known,
            Facts = baseline.Facts(known),
            Suggestion = baseline.Normalise(known),
            Origins = await OriginsAsync(titleId, cancellationToken),
            Others = await OthersAsync(row.title, cancellationToken),
            Judgments = await JudgmentsAsync(row.title, cancellationToken),
        };
    }

    private ReviewTitle Describe(TitleNormalisation title, TitleStanding standing) => new(
        title.Id, title.ItemId, title.CategoryId, title.CategoryId is { } id ? tree.PathOf(id) : null, title.RawTitle, title.Sentence, title.Source, title.IsNewest,
        title.Violations.Split(',', StringSplitOptions.RemoveEmptyEntries), title.RawPerplexity, title.Perplexity, title.ScorerName, standing);

    private Task<List<TitleOrigin>> OriginsAsync(long titleId, CancellationToken cancellationToken) => (
        from answer in db.TitleAnswers.AsNoTracking()
        where answer.NormalisationId == titleId
        join run in db.Runs on answer.RunId equals run.Id
        orderby answer.RunItemId descending
        select new TitleOrigin(run.Id, answer.RunItemId, run.PromptName, run.PromptVersionNumber, run.Model, run.Recorded, run.CreatedAt))
        .Take(MaxOrigins).ToListAsync(cancellationToken);

    private Task<List<OtherTitle>> OthersAsync(TitleNormalisation title, CancellationToken cancellationToken) =>
        db.TitleNormalisations.AsNoTracking().Where(t => t.ItemId == title.ItemId && t.Id != title.Id).OrderByDescending(t => t.Id).Take(MaxOthers)
            .Select(t => new OtherTitle(t.Id, t.ApprovedText != "" ? t.ApprovedText : t.Sentence, t.State, t.Source, t.IsNewest)).ToListAsync(cancellationToken);

    private async Task<List<PastJudgment>> JudgmentsAsync(TitleNormalisation title, CancellationToken cancellationToken)
    {
        var rows = await db.Judgments.AsNoTracking().Where(j => j.TitleId == title.Id).OrderByDescending(j => j.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(j => j.ToPast(tree, title.JudgmentId))];
    }
}
