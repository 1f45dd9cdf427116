using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Polly;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Asks a profile's server something other than a chat answer, with the same key, limits, retries and messages as its chat client.</summary>
internal sealed class EndpointClient(ModelProfile profile, ModelProfileOptions options, CallGate gate, ILogger logger, TimeProvider time)
{
    private readonly ResiliencePipeline _attempts = AttemptPipeline.Build(profile, options, logger, time);
    private readonly Lazy<ClientPipeline> _pipeline = new(() => ProviderConnection.OpenPipeline(profile, options), LazyThreadSafetyMode.PublicationOnly);

    public ModelProfile Profile => profile;

    /// <summary>Name of the member that limits an answer's length on this server.</summary>
    public string TokenLimitField => options.TokenLimitField;

    /// <summary>
    /// Posts <paramref name="body"/>, with the profile's extra members, to a path below the base URL and reads the answer. <paramref name="read"/> throws
    /// <see cref="JsonException"/> where another attempt may help and <see cref="ModelCallException"/> where it does not.
    /// </summary>
    public async Task<T> PostAsync<T>(string path, JsonObject body, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromString(WithExtraMembers(body).ToJsonString());
        var attempts = 0;
        using var slot = await gate.EnterAsync(cancellationToken);
        try
        {
            return await _attempts.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    using var json = JsonDocument.Parse(await SendAsync(path, content, token));
                    return read(json.RootElement);
                },
                cancellationToken);
        }
        catch (Exception error) when (FailureMessage.IsOurs(error, cancellationToken))
        {
            throw FailureMessage.Explain(error, attempts, profile, options, time);
        }
    }

    private async Task<BinaryData> SendAsync(string path, BinaryData body, CancellationToken cancellationToken)
    {
        using var message = _pipeline.Value.CreateMessage();
        message.Apply(new RequestOptions { CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow });
        message.Request.Method = "POST";
        message.Request.Uri = new Uri($"{profile.Endpoint!.AbsoluteUri.TrimEnd('/')}/{path}");
        message.Request.Headers.Set("Content-Type", "application/json");
        message.Request.Headers.Set("Accept", "application/json");
        message.Request.Content = BinaryContent.Create(body);
        await _pipeline.Value.SendAsync(message);
        var response = message.ExtractResponse()!;
        return response.Status is >= 200 and < 300 ? response.Content : throw new ClientResultException(response);
    }

    private JsonObject WithExtraMembers(JsonObject body)
    {
        var extra = options.ExtraBody.Length > 0 ? JsonNode.Parse(options.ExtraBody) as JsonObject : null;
        foreach (var (name, value) in extra ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
