using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Texts;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>Says beforehand how many texts a generator would be asked for, and about what that costs.</summary>
public sealed class EmbeddingEstimator(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, EmbeddingProfiles profiles)
{
    // As for vector sets: current vocabularies spend about this much on a Chinese character and less on Latin letters.
    private const double TokensPerLetter = 0.75;

    /// <summary>Throws <see cref="EmbeddingException"/> if a local model's folder cannot be read.</summary>
    public async Task<EmbeddingEstimate> EstimateAsync(string profile, CancellationToken cancellationToken = default)
    {
        var chosen = profiles.Get(profile);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Mappings.Select(m => m.Text).ToListAsync(cancellationToken);
        var texts = tree.All.Select(c => c.Name).Concat(stored).Select(TextEmbedder.Clean).Where(text => text.Length > 0).ToHashSet(StringComparer.Ordinal);
        var missing = await profiles.CountMissingAsync(chosen.Name, texts, cancellationToken);
        var letters = texts.Count == 0 ? 0 : texts.Sum(text => (long)text.Length) * missing / texts.Count;
        decimal? cost = !chosen.Remote ? 0 : chosen.PricePerMillion > 0 ? chosen.Cost((long)Math.Ceiling(letters * TokensPerLetter)) : null;
        return new EmbeddingEstimate(texts.Count, missing, cost, chosen.Currency);
    }
}
