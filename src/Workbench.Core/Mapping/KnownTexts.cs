using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping;

/// <summary>What is known about certain texts beforehand: what experts confirmed and what models picked.</summary>
/// <param name="Aliases">Of any text.</param>
/// <param name="Choices">Of any text, oldest first.</param>
internal sealed record KnownTexts(IReadOnlyList<Alias> Aliases, IReadOnlyList<MappingChoice> Choices)
{
    /// <summary>What is stored about the texts with these keys.</summary>
    public static async Task<KnownTexts> ReadAsync(WorkbenchDbContext db, IReadOnlyCollection<string> keys, MappingOptions options, CancellationToken cancellationToken) => new(
        options.Sources.Contains(EvidenceKind.Alias) ? await db.Aliases.AsNoTracking().Where(a => EF.Parameter(keys).Contains(a.Key)).ToListAsync(cancellationToken) : [],
        options.Sources.Contains(EvidenceKind.Choice)
            ? await db.MappingChoices.AsNoTracking().Where(c => EF.Parameter(keys).Contains(c.Key)).OrderBy(c => c.Id).ToListAsync(cancellationToken) : []);

    /// <summary>The same, with what <paramref name="db"/> holds but has not saved yet.</summary>
    public static async Task<KnownTexts> ReadTrackedAsync(WorkbenchDbContext db, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await db.Aliases.Where(a => EF.Parameter(keys).Contains(a.Key)).LoadAsync(cancellationToken);
        await db.MappingChoices.Where(c => EF.Parameter(keys).Contains(c.Key)).LoadAsync(cancellationToken);
        return new KnownTexts(
            [.. db.Aliases.Local.Where(a => keys.Contains(a.Key))],
            [.. db.MappingChoices.Local.Where(c => keys.Contains(c.Key)).OrderBy(c => c.At).ThenBy(c => c.RunItemId)]);
    }
}
