using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Cuts any number of texts into requests of the profile's batch size, as many under way at once as the profile allows; vectors come back in the order of the texts.</summary>
internal sealed class BatchingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ModelProfile profile, int batchSize)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly CallGate _gate = new(profile);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = await Task.WhenAll(values.Chunk(batchSize).Select(texts => AskAsync(texts, options, stop)));
        var usage = new UsageDetails();
        foreach (var batch in batches)
        {
            usage.Add(batch.Usage ?? new UsageDetails());
        }

        return new GeneratedEmbeddings<Embedding<float>>(batches.SelectMany(batch => batch)) { Usage = usage };
    }

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        base.Dispose(disposing);
    }

    // What follows a failed request would be paid for and thrown away.
    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string[] texts, EmbeddingGenerationOptions? options, CancellationTokenSource stop)
    {
        using var slot = await _gate.EnterAsync(stop.Token);
        try
        {
            return await base.GenerateAsync(texts, options, stop.Token);
        }
        catch (ModelCallException)
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
