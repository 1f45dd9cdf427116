using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Builds the Polly pipeline of one profile: retries around a time limit per attempt.</summary>
internal static class AttemptPipeline
{
    // The shortest time limit that Polly takes.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);

    public static ResiliencePipeline Build(ModelProfile profile, ProviderOptions options, ILogger logger, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (profile.MaxAttempts > 1)
        {
            builder.AddRetry(Retries(profile, options, logger, time));
        }

        var timeout = TimeSpan.FromSeconds(profile.TimeoutSeconds);
        return builder.AddTimeout(timeout < ShortestTimeout ? ShortestTimeout : timeout).Build();
    }

    private static RetryStrategyOptions Retries(ModelProfile profile, ProviderOptions options, ILogger logger, TimeProvider time)
    {
        var longest = TimeSpan.FromSeconds(options.MaxRetryDelaySeconds);
        Breakage? Read(Outcome<object> outcome) => outcome.Exception is { } error ? BreakageReader.Read(error, time.GetUtcNow()) : null;
        return new RetryStrategyOptions
        {
            MaxRetryAttempts = profile.MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
            MaxDelay = longest,
            ShouldHandle = args => ValueTask.FromResult(Read(args.Outcome) is { IsTransient: true } b && !(b.RetryAfter > longest)),
            DelayGenerator = args => ValueTask.FromResult(Read(args.Outcome)?.RetryAfter),
            OnRetry = args =>
            {
                logger.LogDebug(
                    "Model profile {Profile}: attempt {Attempt} failed ({Failure}), the next comes in {Delay}.",
                    profile.Name, args.AttemptNumber + 1, Read(args.Outcome)?.Failure, args.RetryDelay);
                return default;
            },
        };
    }
}
