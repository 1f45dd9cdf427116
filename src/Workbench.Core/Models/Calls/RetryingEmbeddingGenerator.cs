using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>One request per call: repeats attempts that failed for a passing reason as <see cref="RetryingChatClient"/> does, and lets only usable vectors through.</summary>
internal sealed class RetryingEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, ModelProfile profile, EmbeddingProfileOptions settings, ILogger logger, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly ResiliencePipeline _pipeline = AttemptPipeline.Build(profile, settings, logger, time);
    private readonly VectorCheck _check = new(profile, settings.Dimensions);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var attempts = 0;
        try
        {
            return await _pipeline.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    var answer = await base.GenerateAsync(texts, options, token);
                    _check.Demand(answer, texts.Count, attempts);
                    return answer;
                },
                cancellationToken);
        }
        catch (Exception error) when (FailureMessage.IsOurs(error, cancellationToken))
        {
            throw FailureMessage.Explain(error, attempts, profile, settings, time);
        }
    }
}
