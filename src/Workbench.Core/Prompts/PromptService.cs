using System.Globalization;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Prompts;

/// <summary>Prompts, their immutable versions and the labels that point at versions.</summary>
public sealed class PromptService(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time)
{
    private const string SeedAuthor = "LlmRec";

    /// <summary>Oldest first, so that a kind's first prompt is its default.</summary>
    public async Task<IReadOnlyList<PromptSummary>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var prompts = await db.Prompts.AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var latest = await db.PromptVersions.GroupBy(v => v.PromptId).Select(g => new { g.Key, Number = g.Max(v => v.Number) })
            .ToDictionaryAsync(g => g.Key, g => g.Number, cancellationToken);
        var runs = await db.Runs.GroupBy(r => r.PromptName).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var labels = (await db.PromptLabels.AsNoTracking().OrderByDescending(l => l.Id).ToListAsync(cancellationToken)).ToLookup(l => l.PromptId);
        return [.. prompts.Select(p => new PromptSummary(p, latest[p.Id], Current(labels[p.Id]), runs.GetValueOrDefault(p.Name)))];
    }

    public async Task<PromptDetail?> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Prompts.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, cancellationToken) is not { } prompt)
        {
            return null;
        }

        var versions = await db.PromptVersions.AsNoTracking().Where(v => v.PromptId == prompt.Id).OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
        var labels = await db.PromptLabels.AsNoTracking().Where(l => l.PromptId == prompt.Id).OrderByDescending(l => l.Id).ToListAsync(cancellationToken);
        return new PromptDetail(prompt, versions, Current(labels), labels);
    }

    /// <summary>The version that <c>name</c>, <c>name@3</c> or <c>name@label</c> means; without a suffix the production label's, else the newest.</summary>
    public async Task<PromptVersion> ResolveAsync(string reference, CancellationToken cancellationToken = default)
    {
        var (name, suffix) = reference.Split('@', 2) is [var before, var after] ? (before, after) : (reference, null);
        if (await GetAsync(name, cancellationToken) is not { } detail)
        {
            var names = (await ListAsync(cancellationToken)).Select(p => p.Prompt.Name);
            throw new PromptNotFoundException($"There is no prompt '{name}'. Prompts: {string.Join(", ", names)}.");
        }

        var number = suffix is null
            ? detail.Labels.GetValueOrDefault(PromptLabel.Production, detail.Versions[0].Number)
            : int.TryParse(suffix, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : detail.Labels.GetValueOrDefault(suffix);
        return detail.Versions.FirstOrDefault(v => v.Number == number)
            ?? throw new PromptNotFoundException(
                $"Prompt '{name}' has no version or label '{suffix}'. It has versions 1 to {detail.Versions[0].Number} and labels: {string.Join(", ", detail.Labels.Keys)}.");
    }

    /// <summary>Adds the next version; earlier ones never change.</summary>
    public async Task<PromptVersion> AddVersionAsync(Caller caller, string promptName, NewPromptVersion version, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.EditPrompts);
        PromptRules.Require(promptName, version);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var prompt = await FindAsync(db, promptName, cancellationToken);
        var latest = await db.PromptVersions.Where(v => v.PromptId == prompt.Id).MaxAsync(v => v.Number, cancellationToken);
        var added = NewVersion(prompt.Id, latest + 1, version, caller.Name);
        db.PromptVersions.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }

    public async Task<Prompt> CreateAsync(Caller caller, NewPrompt prompt, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.EditPrompts);
        PromptRules.Require(prompt);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Prompts.AnyAsync(p => p.Name == prompt.Name, cancellationToken)
            ? throw new PromptRejectedException(prompt.Name, [new(0, 0, "A prompt of this name exists. Choose another name, or add a version to that one.")])
            : await AddAsync(db, prompt, caller.Name, cancellationToken);
    }

    /// <summary>Points a label at a version; where it pointed before stays in its history.</summary>
    public async Task SetLabelAsync(Caller caller, string promptName, string label, int versionNumber, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.EditPrompts);
        PromptRules.RequireName(label);
        await ResolveAsync($"{promptName}@{versionNumber.ToString(CultureInfo.InvariantCulture)}", cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var prompt = await FindAsync(db, promptName, cancellationToken);
        db.PromptLabels.Add(NewLabel(prompt.Id, label, versionNumber, caller.Name));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds the bundled prompts to a database that has no prompt.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Prompts.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var prompt in BundledPrompts.All)
        {
            var added = await AddAsync(db, prompt, SeedAuthor, cancellationToken);
            db.PromptLabels.Add(NewLabel(added.Id, PromptLabel.Production, 1, SeedAuthor));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Dictionary<string, int> Current(IEnumerable<PromptLabel> newestFirst) =>
        newestFirst.DistinctBy(l => l.Name).OrderBy(l => l.Name, StringComparer.Ordinal).ToDictionary(l => l.Name, l => l.VersionNumber);

    private static async Task<Prompt> FindAsync(WorkbenchDbContext db, string name, CancellationToken cancellationToken) =>
        await db.Prompts.SingleOrDefaultAsync(p => p.Name == name, cancellationToken) ?? throw new PromptNotFoundException($"There is no prompt '{name}'.");

    private async Task<Prompt> AddAsync(WorkbenchDbContext db, NewPrompt prompt, string author, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var added = new Prompt { Name = prompt.Name, Kind = prompt.Kind, Language = prompt.Language, Description = prompt.Description, CreatedAt = time.GetUtcNow() };
        db.Prompts.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        db.PromptVersions.Add(NewVersion(added.Id, 1, prompt.FirstVersion, author));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private PromptLabel NewLabel(int promptId, string name, int version, string by) =>
        new() { PromptId = promptId, Name = name, VersionNumber = version, By = by, At = time.GetUtcNow() };

    private PromptVersion NewVersion(int promptId, int number, NewPromptVersion version, string author) => new()
    {
        PromptId = promptId,
        Number = number,
        SystemText = version.SystemText,
        Text = version.Text,
        Temperature = version.Temperature,
        TopP = version.TopP,
        MaxOutputTokens = version.MaxOutputTokens,
        Note = version.Note,
        Author = author,
        CreatedAt = time.GetUtcNow(),
    };
}
