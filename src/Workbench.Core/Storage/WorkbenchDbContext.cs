using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Storage;

/// <summary>Everything the workbench stores. One context per operation, from <see cref="IDbContextFactory{TContext}"/>.</summary>
public abstract class WorkbenchDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Item> Items => Set<Item>();
    public DbSet<CatalogImport> CatalogImports => Set<CatalogImport>();
    public DbSet<QueryClick> QueryClicks => Set<QueryClick>();
    public DbSet<Prompt> Prompts => Set<Prompt>();
    public DbSet<PromptVersion> PromptVersions => Set<PromptVersion>();
    public DbSet<PromptLabel> PromptLabels => Set<PromptLabel>();
    public DbSet<CachedResponse> CachedResponses => Set<CachedResponse>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<RunItem> RunItems => Set<RunItem>();
    public DbSet<RunShard> RunShards => Set<RunShard>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<Pair> Pairs => Set<Pair>();
    public DbSet<PairTarget> PairTargets => Set<PairTarget>();
    public DbSet<Mapping.Mapping> Mappings => Set<Mapping.Mapping>();
    public DbSet<MappingCandidate> MappingCandidates => Set<MappingCandidate>();
    public DbSet<MappingSettings> MappingSettings => Set<MappingSettings>();
    public DbSet<FusionFit> FusionFits => Set<FusionFit>();
    public DbSet<MappingChoice> MappingChoices => Set<MappingChoice>();
    public DbSet<ChoiceOrder> ChoiceOrders => Set<ChoiceOrder>();
    public DbSet<GoldSet> GoldSets => Set<GoldSet>();
    public DbSet<MappingEvaluation> MappingEvaluations => Set<MappingEvaluation>();
    public DbSet<EmbeddingCacheEntry> EmbeddingCache => Set<EmbeddingCacheEntry>();
    public DbSet<Alias> Aliases => Set<Alias>();
    public DbSet<Judgment> Judgments => Set<Judgment>();
    public DbSet<JudgmentBatch> JudgmentBatches => Set<JudgmentBatch>();
    public DbSet<TitleNormalisation> TitleNormalisations => Set<TitleNormalisation>();
    public DbSet<TitleAnswer> TitleAnswers => Set<TitleAnswer>();
    public DbSet<TitleWord> TitleWords => Set<TitleWord>();
    public DbSet<StoredTextScore> TextScores => Set<StoredTextScore>();
    public DbSet<VectorSet> VectorSets => Set<VectorSet>();
    public DbSet<Release> Releases => Set<Release>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WorkbenchDbContext).Assembly);
}
