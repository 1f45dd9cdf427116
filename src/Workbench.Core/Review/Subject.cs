using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>A tracked row that is being judged, as far as judging and undoing need not know what it is.</summary>
internal abstract record Subject(SubjectRef Ref)
{
    /// <summary>What a person calls it.</summary>
    public abstract string Text { get; }

    public abstract int Version { get; }

    public abstract long? JudgmentId { get; }
}

/// <summary>A tracked pair with its targets.</summary>
internal sealed record PairSubject(Pair Pair) : Subject(SubjectRef.Pair(Pair.Id))
{
    public override string Text => Pair.Text;

    public override int Version => Pair.Version;

    public override long? JudgmentId => Pair.JudgmentId;
}

/// <summary>A tracked title normalisation.</summary>
internal sealed record TitleSubject(TitleNormalisation Title) : Subject(SubjectRef.Title(Title.Id))
{
    public override string Text => ShortText.Of(Title.RawTitle);

    public override int Version => Title.Version;

    public override long? JudgmentId => Title.JudgmentId;
}

/// <summary>Loads the rows that are to be judged.</summary>
internal static class Subjects
{
    /// <summary>The rows that exist, tracked.</summary>
    public static async Task<IReadOnlyDictionary<SubjectRef, Subject>> LoadAsync(
        this WorkbenchDbContext db, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken)
    {
        var loaded = new List<Subject>();
        if (subjects.IdsOf(SubjectKind.Pair) is { Count: > 0 } pairIds)
        {
            var pairs = await db.Pairs.Include(p => p.Targets).Where(p => EF.Parameter(pairIds).Contains(p.Id)).ToListAsync(cancellationToken);
            loaded.AddRange(pairs.Select(p => new PairSubject(p)));
        }

        if (subjects.IdsOf(SubjectKind.Title) is { Count: > 0 } titleIds)
        {
            var titles = await db.TitleNormalisations.Where(t => EF.Parameter(titleIds).Contains(t.Id)).ToListAsync(cancellationToken);
            loaded.AddRange(titles.Select(t => new TitleSubject(t)));
        }

        return loaded.ToDictionary(s => s.Ref);
    }
}
