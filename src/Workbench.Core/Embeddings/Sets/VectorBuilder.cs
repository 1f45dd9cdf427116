using System.Diagnostics;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Embeddings;

/// <summary>
/// Makes an ordered vector set: embeds page by page, fits, transforms, writes aside and renames the folder in one step. Memory does not grow with the rows. A process that is
/// killed leaves a row that <see cref="VectorRecovery"/> ends, and no set.
/// </summary>
public sealed class VectorBuilder(VectorStore store, VectorFolders folders, EmbeddingProfiles profiles, VectorTexts texts, ILogger<VectorBuilder> logger)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(300);

    /// <summary>Does the work of set <paramref name="number"/>; nothing if it is not waiting. How it ended is in its row; only cancellation of the process throws.</summary>
    public async Task ExecuteAsync(int number, CancellationToken cancellationToken = default)
    {
        using var held = folders.TryLock(number);
        if (held is null || !await store.ChangeAsync(number, VectorSetStatus.Waiting, set => set.Status = VectorSetStatus.Running))
        {
            return;
        }

        try
        {
            await BuildAsync(number, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process is asked to end: the set is taken up again at the next start.
            await store.ChangeAsync(number, VectorSetStatus.Running, set => (set.Status, set.Done) = (VectorSetStatus.Waiting, 0));
            throw;
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation("Vector set {Number} was cancelled.", number);
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "Vector set {Number} failed.", number);
            await store.ChangeAsync(number, VectorSetStatus.Running, set => (set.Status, set.Error) = (VectorSetStatus.Failed, error.Message));
        }
        finally
        {
            folders.DeleteTemp(number);
        }
    }

    private async Task BuildAsync(int number, CancellationToken cancellationToken)
    {
        var set = await store.ReadAsync(number, cancellationToken);
        var profile = profiles.Get(set.Generator);
        var generator = profiles.GetGenerator(profile.Name);
        var folder = folders.CreateTemp(number);
        var (clock, reported) = (Stopwatch.StartNew(), TimeSpan.Zero);
        using var writer = new VectorSetWriter(folder, set, profile);
        await foreach (var page in texts.ReadAsync(set.Text, cancellationToken).Chunk(profile.TextsAtOnce).WithCancellation(cancellationToken))
        {
            writer.Add(page, await generator.GenerateAsync(page.Select(text => text.Text), cancellationToken: cancellationToken));
            if (clock.Elapsed - reported >= ReportEvery)
            {
                reported = clock.Elapsed;
                await ReportAsync(number, writer);
            }
        }

        await ReportAsync(number, writer);
        var report = await Task.Run(() => writer.Finish(clock, cancellationToken), cancellationToken);
        await ReportAsync(number, writer);
        Directory.Move(folder, folders.PathOf(number));
        await store.ChangeAsync(number, VectorSetStatus.Running, row => (row.Status, row.Report) = (VectorSetStatus.Finished, VectorJson.Write(report)));
    }

    /// <summary>Stores how far it is; throws when somebody has cancelled it meanwhile.</summary>
    private async Task ReportAsync(int number, VectorSetWriter writer)
    {
        void Note(VectorSet set) => (set.Done, set.Total, set.Dimensions) = (writer.Rows, Math.Max(set.Total, writer.Rows), writer.InputDimensions);
        if (!await store.ChangeAsync(number, VectorSetStatus.Running, Note))
        {
            throw new OperationCanceledException();
        }
    }
}
