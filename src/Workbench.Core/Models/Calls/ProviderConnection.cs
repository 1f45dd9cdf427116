using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Opens a provider's SDK client: its own retries, redirects and logging off, because the pipeline around it has them or forbids them.</summary>
internal static class ProviderConnection
{
    // Servers that need no key ignore this; the SDK insists on one.
    private const string NoKey = "none";
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // The pipeline's own time limit ends an attempt first; this one only must not be shorter.
    private static readonly TimeSpan TimeoutReserve = TimeSpan.FromMinutes(1);

    public static IChatClient OpenChat(ModelProfile profile, ProviderOptions options) => Open(profile, options).GetChatClient(profile.Model).AsIChatClient();

    public static EmbeddingClient OpenEmbeddings(ModelProfile profile, ProviderOptions options) => Open(profile, options).GetEmbeddingClient(profile.Model);

    /// <summary>A bare pipeline with the key, for requests that the SDK has no method for.</summary>
    public static ClientPipeline OpenPipeline(ModelProfile profile, ProviderOptions options) => Open(profile, options).Pipeline;

    private static OpenAIClient Open(ModelProfile profile, ProviderOptions options)
    {
        if (!profile.Key.IsSet)
        {
            throw new ModelCallException(
                $"The {(profile.IsEmbedding ? "embedding" : "model")} profile '{profile.Name}' takes its key from the environment variable {profile.Key.Variable}, which is not set. "
                + "Set it and start the workbench again.",
                attempts: 0,
                failure: CallFailure.NotAuthorized);
        }

        return profile.Kind switch
        {
            ModelKinds.AzureOpenAI => OpenAzure(profile, options),
            ModelKinds.OpenAICompatible => OpenCompatible(profile, options),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile.Kind, "No provider has this kind."),
        };
    }

    private static AzureOpenAIClient OpenAzure(ModelProfile profile, ProviderOptions options)
    {
        var settings = Configure(new AzureOpenAIClientOptions(), profile);
        return options.UseDefaultCredential
            ? new AzureOpenAIClient(profile.Endpoint, new DefaultAzureCredential(), settings)
            : new AzureOpenAIClient(profile.Endpoint, new ApiKeyCredential(KeySource.ReadKey(options)), settings);
    }

    private static OpenAIClient OpenCompatible(ModelProfile profile, ProviderOptions options)
    {
        var key = KeySource.ReadKey(options);
        return new OpenAIClient(
            new ApiKeyCredential(key.Length > 0 ? key : NoKey),
            Configure(new OpenAIClientOptions { Endpoint = profile.Endpoint }, profile));
    }

    private static T Configure<T>(T options, ModelProfile profile)
        where T : ClientPipelineOptions
    {
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = TimeSpan.FromSeconds(profile.TimeoutSeconds) + TimeoutReserve;
        options.ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false };
        options.Transport = new HttpClientPipelineTransport(new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLifetime })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        });
        return options;
    }
}
