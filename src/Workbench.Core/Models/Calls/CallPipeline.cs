using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Composes what stands between a caller and a provider. Outermost first: response cache, limits, telemetry, retries, provider.</summary>
internal sealed class CallPipeline(ResponseCache cache, KnowledgePack knowledge, ILoggerFactory loggers, TimeProvider time)
{
    public ModelClients Create(ModelProfile profile, ModelProfileOptions options)
    {
        if (profile.Recorded)
        {
            var offline = new OfflineChatClient(knowledge, profile.Model);
            return new ModelClients(offline, offline);
        }

        var provider = new ProviderChatClient(profile, options);
        var logger = loggers.CreateLogger<RetryingChatClient>();
        var retrying = new RetryingChatClient(provider, profile, options, logger, time);
        var observed = new OpenTelemetryChatClient(retrying, null, ModelsTelemetry.SourceName) { EnableSensitiveData = false };
        var gate = new CallGate(profile);
        return new ModelClients(
            new CachedChatClient(new LimitedChatClient(observed, gate), cache, profile, options.ExtraBody),
            new RetryingChatClient(provider, profile with { MaxAttempts = 1 }, options, logger, time),
            profile.Kind == ModelKinds.OpenAICompatible ? new EndpointClient(profile, options, gate, logger, time) : null);
    }
}
