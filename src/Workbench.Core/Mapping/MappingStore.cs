using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Mapping;

/// <summary>Keeps the mappings of texts in the database: one row for all texts that are equal after normalisation.</summary>
public sealed class MappingStore(CategoryMapper mapper)
{
    /// <summary>Candidates kept for each text.</summary>
    public const int CandidatesKept = 10;

    /// <summary>The tracked mapping of each result's key; a text that is new is added to <paramref name="db"/>, one that is known stays as it is.</summary>
    public Task<IReadOnlyDictionary<string, Mapping>> GetOrAddAsync(
        WorkbenchDbContext db, IReadOnlyList<MappingResult> results, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{mapper} maps nothing yet.");

    /// <summary>
    /// Maps the text of <paramref name="key"/> again, with the aliases that <paramref name="db"/> holds (saved or not), and copies the result to its waiting pairs.
    /// Saves nothing by itself; a key without a mapping is left alone.
    /// </summary>
    public Task RemapAsync(WorkbenchDbContext db, string key, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{mapper} maps nothing yet.");
}
