using System.Globalization;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Makes vectors while standard error shows how far it is.</summary>
internal sealed class VectorProgressBar(IServiceProvider services, IAnsiConsole console)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(300);

    /// <summary>Shows the estimate and makes the set in this process; the result says how it ended. Ctrl-C cancels it.</summary>
    public async Task<VectorSet> CreateAsync(VectorRequest request, CancellationToken cancellationToken)
    {
        var sets = services.GetRequiredService<VectorSets>();
        var estimate = await sets.EstimateAsync(request, cancellationToken);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Estimate: {estimate.Rows} rows, {estimate.Tokens:N0} tokens, {(estimate.Cost is { } cost ? $"{cost:0.####} {estimate.Currency}" : "no price configured")}"));
        var set = await sets.CreateAsync(CliHost.Caller, request, cancellationToken);
        using var cancel = cancellationToken.Register(() => console.WriteLine($"Cancelling vector set {set.Number} …"));
        var work = services.GetRequiredService<VectorBuilder>().ExecuteAsync(set.Number, cancellationToken);
        try
        {
            await console.Progress().StartAsync(context => FollowAsync(sets, set, work, context.AddTask($"vector set {set.Number}")));
            await work;
        }
        catch (OperationCanceledException)
        {
            await sets.CancelAsync(CliHost.Caller, set.Number, CancellationToken.None);
            throw;
        }

        return (await sets.GetAsync(set.Number, cancellationToken))!;
    }

    /// <summary>Whitens a file in this process.</summary>
    public static Task<VectorReport> FitAsync(IAnsiConsole console, string path, int? dimensions, string folder, CancellationToken cancellationToken) =>
        console.Progress().StartAsync(async context =>
        {
            long rows;
            using (var reader = NpyReader.Open(path))
            {
                rows = reader.Rows;
            }

            var task = context.AddTask("fit and transform", maxValue: Math.Max(1, 2 * rows));
            return await Task.Run(() => VectorFileWhitening.Run(path, dimensions, folder, new Progress<long>(done => task.Value = done), cancellationToken), cancellationToken);
        });

    private static async Task FollowAsync(VectorSets sets, VectorSet set, Task work, ProgressTask task)
    {
        while (!work.IsCompleted)
        {
            var now = await sets.GetAsync(set.Number);
            (task.MaxValue, task.Value) = (Math.Max(1, now!.Total), now.Done);
            await Task.WhenAny(work, Task.Delay(PollInterval));
        }

        task.Value = task.MaxValue;
    }
}
