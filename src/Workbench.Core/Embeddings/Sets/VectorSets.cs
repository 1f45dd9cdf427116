using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Lists, plans and orders vector sets and hands out their files; <see cref="VectorBuilder"/> makes them.</summary>
public sealed class VectorSets(
    IDbContextFactory<WorkbenchDbContext> contexts, VectorFolders folders, EmbeddingProfiles profiles, VectorTexts texts, TimeProvider time)
{
    // Current byte-pair vocabularies spend about this much on a Chinese character and less on Latin letters.
    private const double TokensPerLetter = 0.75;

    /// <summary>All sets, newest first.</summary>
    public async Task<IReadOnlyList<VectorSet>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.VectorSets.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
    }

    /// <summary>Null if there is no such set.</summary>
    public async Task<VectorSet?> GetAsync(int number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.VectorSets.AsNoTracking().SingleOrDefaultAsync(v => v.Number == number, cancellationToken);
    }

    /// <summary>Throws <see cref="EmbeddingException"/> unless the set is finished and its files are there.</summary>
    public async Task<VectorSet> DemandFinishedAsync(int number, CancellationToken cancellationToken = default)
    {
        var set = await GetAsync(number, cancellationToken) ?? throw new EmbeddingException($"There is no vector set {number}. 'vectors list' shows those that exist.");
        if (set.Status != VectorSetStatus.Finished)
        {
            throw new EmbeddingException($"Vector set {number} is {set.Status}; only a finished one has vectors. Create it again.");
        }

        return folders.FileOf(number, VectorNames.Vectors) is not null ? set
            : throw new EmbeddingException($"The files of vector set {number} are not in {folders.Root}. Restore the folder from a backup or create the set again.");
    }

    /// <summary>The folder that holds a finished set's files (<see cref="VectorNames"/>).</summary>
    public string PathOf(int number) => folders.PathOf(number);

    /// <summary>The path of a finished set's file; null if the set is not finished or has no such file.</summary>
    public async Task<string?> FindFileAsync(int number, string name, CancellationToken cancellationToken = default) =>
        await GetAsync(number, cancellationToken) is { Status: VectorSetStatus.Finished } ? folders.FileOf(number, name) : null;

    /// <summary>Copies a finished set's files into a folder under their own names.</summary>
    public async Task ExportAsync(int number, string folder, CancellationToken cancellationToken = default)
    {
        await DemandFinishedAsync(number, cancellationToken);
        Directory.CreateDirectory(folder);
        foreach (var (name, path) in VectorNames.All.Select(name => (name, folders.FileOf(number, name))))
        {
            if (path is not null)
            {
                File.Copy(path, Path.Combine(folder, name), overwrite: true);
            }
        }
    }

    /// <summary>What the set would hold and cost if it were made now.</summary>
    public async Task<VectorEstimate> EstimateAsync(VectorRequest request, CancellationToken cancellationToken = default)
    {
        var profile = profiles.Get(request.Generator);
        var (rows, letters) = await texts.CountAsync(request.Text, cancellationToken);
        var tokens = profile.Endpoint is null ? 0 : (long)Math.Ceiling(letters * TokensPerLetter);
        var cost = profile.Endpoint is null ? 0 : profile.PricePerMillion > 0 ? profile.Cost(tokens) : (decimal?)null;
        var bytes = (request.TargetDimensions ?? profile.Dimensions) is { } columns ? (long)rows * columns * sizeof(float) : (long?)null;
        return new VectorEstimate(rows, tokens, cost, profile.Currency, bytes);
    }

    /// <summary>Stores the order for a set; throws <see cref="EmbeddingException"/> if it cannot be made.</summary>
    public async Task<VectorSet> CreateAsync(Caller caller, VectorRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        await DemandPossibleAsync(request, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var highest = await db.VectorSets.MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var set = new VectorSet
        {
            Number = Math.Max(highest, folders.HighestNumber()) + 1,
            Text = request.Text,
            Generator = profiles.Get(request.Generator).Name,
            TargetDimensions = request.TargetDimensions,
            Status = VectorSetStatus.Waiting,
            Total = (await texts.CountAsync(request.Text, cancellationToken)).Rows,
            CreatedBy = caller.Name,
            CreatedAt = time.GetUtcNow(),
        };
        db.VectorSets.Add(set);
        await db.SaveChangesAsync(cancellationToken);
        return set;
    }

    /// <summary>Stops making a set; nothing of it is kept. Returns whether there was anything to stop.</summary>
    public async Task<bool> CancelAsync(Caller caller, int number, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.VectorSets.Where(v => v.Number == number && (v.Status == VectorSetStatus.Waiting || v.Status == VectorSetStatus.Running)).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Status, VectorSetStatus.Cancelled).SetProperty(v => v.FinishedAt, now), cancellationToken) > 0;
    }

    private async Task DemandPossibleAsync(VectorRequest request, CancellationToken cancellationToken)
    {
        var profile = profiles.Get(request.Generator);
        if (!VectorTextKinds.All.Contains(request.Text))
        {
            throw new EmbeddingException($"'{request.Text}' is no text of an item. Choose {string.Join(" or ", VectorTextKinds.All)}.");
        }

        if (!profile.Key.IsSet)
        {
            throw new EmbeddingException(
                $"The generator '{profile.Name}' takes its key from the environment variable {profile.Key.Variable}, which is not set. Set it and start the workbench again.");
        }

        var (rows, _) = await texts.CountAsync(request.Text, cancellationToken);
        if (rows == 0)
        {
            throw new EmbeddingException(request.Text == VectorTextKinds.Raw
                ? "There are no items yet. Import items, then create the vectors."
                : "No title is normalised yet. Run the titles and approve sentences, or take the raw titles.");
        }

        DemandDimensions(request.TargetDimensions, rows, profile);
    }

    // n rows span at most n − 1 directions around their mean: better said before anything is paid.
    private static void DemandDimensions(int? target, int rows, EmbeddingProfile profile)
    {
        if (target is not { } wanted)
        {
            return;
        }

        var most = Math.Min(profile.Dimensions ?? WhiteningFit.MaxDimensions, rows - 1);
        if (wanted < 1 || wanted > most)
        {
            throw new EmbeddingException(most < 1
                ? $"A whitening needs at least two texts; there is {rows}. Create the vectors without a target dimension."
                : $"{wanted} dimensions cannot be kept: {rows} texts with the generator '{profile.Name}' allow 1 to {most}.");
        }
    }
}
