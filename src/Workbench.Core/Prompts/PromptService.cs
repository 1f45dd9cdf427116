using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Prompts;

/// <summary>Prompts, their immutable versions and the labels that point at versions.</summary>
public sealed class PromptService(IDbContextFactory<WorkbenchDbContext> contexts, PromptRenderer renderer, TimeProvider time)
{
    private const string SeedAuthor = "workbench";

    /// <summary>How often a save looks again when others save the same prompt at the same time.</summary>
    private const int MostTries = 10;

    /// <summary>Oldest first: the first prompt of a kind is that kind's default.</summary>
    public async Task<IReadOnlyList<PromptSummary>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var prompts = await db.Prompts.AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var versions = await db.PromptVersions.GroupBy(v => v.PromptId).Select(g => new { g.Key, Newest = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Newest, cancellationToken);
        var runs = await db.Runs.GroupBy(r => r.PromptName).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var labels = (await db.PromptLabels.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(l => l.PromptId);
        return [.. prompts.Select(p => new PromptSummary(p, versions.GetValueOrDefault(p.Id), Current(labels[p.Id]), runs.GetValueOrDefault(p.Name)))];
    }

    public async Task<PromptDetail?> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Prompts.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, cancellationToken) is { } prompt
            ? await DetailAsync(db, prompt, cancellationToken)
            : null;
    }

    /// <summary>The version that <c>name</c>, <c>name@3</c> or <c>name@label</c> means; without a suffix the production label's, else the newest.</summary>
    public async Task<PromptVersion> ResolveAsync(string reference, CancellationToken cancellationToken = default)
    {
        var (name, suffix) = reference.Split('@', 2, StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right) : (reference.Trim(), "");
        if (await GetAsync(name, cancellationToken) is not { } detail)
        {
            var names = (await ListAsync(cancellationToken)).Select(p => p.Prompt.Name);
            throw new PromptNotFoundException($"There is no prompt '{name}'. Prompts: {string.Join(", ", names)}.");
        }

        if (suffix.Length == 0)
        {
            return detail.Labels.TryGetValue(PromptLabel.Production, out var production) ? detail.Versions.First(v => v.Number == production) : detail.Versions[0];
        }

        var number = int.TryParse(suffix, out var parsed) ? parsed : detail.Labels.GetValueOrDefault(suffix);
        return detail.Versions.FirstOrDefault(v => v.Number == number) ?? throw new PromptNotFoundException(
            $"The prompt '{name}' has no version or label '{suffix}'. Versions: 1 to {detail.Versions[0].Number}; labels: {(detail.Labels.Count == 0 ? "none" : string.Join(", ", detail.Labels.Keys))}.");
    }

    /// <summary>The prompt that a stored version belongs to.</summary>
    public async Task<Prompt> GetPromptAsync(PromptVersion version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Prompts.AsNoTracking().SingleAsync(p => p.Id == version.PromptId, cancellationToken);
    }

    /// <summary>Throws <see cref="PromptRejectedException"/> with every problem when the version cannot be stored.</summary>
    public async Task<PromptVersion> AddVersionAsync(Caller caller, string promptName, NewPromptVersion version, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.EditPrompts);
        Demand($"This version of '{promptName}' cannot be stored", FindProblems(version));
        return await SaveAsync(async db =>
        {
            var prompt = await FindAsync(db, promptName, cancellationToken);
            var newest = await db.PromptVersions.Where(v => v.PromptId == prompt.Id).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
            var added = ToVersion(version, prompt.Id, newest + 1, caller.Name);
            db.PromptVersions.Add(added);
            await db.SaveChangesAsync(cancellationToken);
            return added;
        }, cancellationToken);
    }

    /// <summary>Throws <see cref="PromptRejectedException"/> when the name is taken or anything else is wrong.</summary>
    public async Task<Prompt> CreateAsync(Caller caller, NewPrompt prompt, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.EditPrompts);
        return await SaveAsync(async db =>
        {
            var problems = PromptRules.Find(prompt).Concat(FindProblems(prompt.FirstVersion)).ToList();
            if (await db.Prompts.AnyAsync(p => p.Name == prompt.Name, cancellationToken))
            {
                problems.Add(new PromptProblem(0, 0, $"There is already a prompt '{prompt.Name}'. Choose another name, or add a version to it."));
            }

            Demand($"The prompt '{prompt.Name}' cannot be created", problems);
            return await StoreAsync(db, prompt, caller.Name, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Points a label at a version; the settings before it stay as its history.</summary>
    public async Task SetLabelAsync(Caller caller, string promptName, string label, int versionNumber, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.EditPrompts);
        Demand(
            $"The label '{label}' cannot be set",
            PromptRules.IsName(label) ? [] : [new PromptProblem(0, 0, "A label is lower-case letters, digits and hyphens, beginning with a letter.")]);
        var version = await ResolveAsync($"{promptName}@{versionNumber}", cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.PromptLabels.Add(new PromptLabel { PromptId = version.PromptId, Name = label, VersionNumber = versionNumber, By = caller.Name, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds the bundled prompts of every kind that the database has no prompt of: all to a new one, those of a new kind to one from before.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var present = await db.Prompts.Select(p => p.Kind).Distinct().ToListAsync(cancellationToken);
        var taken = await db.Prompts.Select(p => p.Name).ToListAsync(cancellationToken);
        foreach (var bundled in BundledPrompts.All.Where(b => !present.Contains(b.Kind) && !taken.Contains(b.Name)))
        {
            var prompt = await StoreAsync(db, bundled, SeedAuthor, cancellationToken);
            db.PromptLabels.Add(new PromptLabel { PromptId = prompt.Id, Name = PromptLabel.Production, VersionNumber = 1, By = SeedAuthor, At = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Everything that keeps <paramref name="version"/> from being stored; unknown variables are found only against a kind's <paramref name="knownVariables"/>.</summary>
    public IReadOnlyList<PromptProblem> FindProblems(NewPromptVersion version, IReadOnlyCollection<string>? knownVariables = null) =>
    [
        .. renderer.Check(version.SystemText, knownVariables).Select(p => p with { Message = $"System message: {p.Message}" }),
        .. renderer.Check(version.Text, knownVariables),
        .. PromptRules.Find(version),
    ];

    // Of two people who save at once a unique index lets one through; the other looks again at what there is by then.
    private async Task<T> SaveAsync<T>(Func<WorkbenchDbContext, Task<T>> save, CancellationToken cancellationToken)
    {
        for (var left = MostTries; ; left--)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                return await save(db);
            }
            catch (DbUpdateException) when (left > 1)
            {
                continue;
            }
        }
    }

    private async Task<Prompt> StoreAsync(WorkbenchDbContext db, NewPrompt prompt, string author, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var added = new Prompt { Name = prompt.Name, Kind = prompt.Kind, Language = prompt.Language, Description = prompt.Description, CreatedAt = time.GetUtcNow() };
        db.Prompts.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        db.PromptVersions.Add(ToVersion(prompt.FirstVersion, added.Id, 1, author));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private PromptVersion ToVersion(NewPromptVersion version, int promptId, int number, string author) => new()
    {
        PromptId = promptId, Number = number, SystemText = version.SystemText, Text = version.Text, Temperature = version.Temperature, TopP = version.TopP,
        MaxOutputTokens = version.MaxOutputTokens, Note = version.Note.Trim(), Author = author, CreatedAt = time.GetUtcNow(),
    };

    private static async Task<PromptDetail> DetailAsync(WorkbenchDbContext db, Prompt prompt, CancellationToken cancellationToken)
    {
        var versions = await db.PromptVersions.AsNoTracking().Where(v => v.PromptId == prompt.Id).OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
        var labels = await db.PromptLabels.AsNoTracking().Where(l => l.PromptId == prompt.Id).OrderByDescending(l => l.Id).ToListAsync(cancellationToken);
        return new PromptDetail(prompt, versions, Current(labels), labels);
    }

    private static async Task<Prompt> FindAsync(WorkbenchDbContext db, string name, CancellationToken cancellationToken) =>
        await db.Prompts.SingleOrDefaultAsync(p => p.Name == name, cancellationToken) ?? throw new PromptNotFoundException($"There is no prompt '{name}'.");

    private static Dictionary<string, int> Current(IEnumerable<PromptLabel> labels) =>
        labels.GroupBy(l => l.Name).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(l => l.Id)!.VersionNumber);

    private static void Demand(string subject, IReadOnlyList<PromptProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new PromptRejectedException(subject, problems);
        }
    }
}
