using System.Globalization;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Says to a person what failed, where, and what to do.</summary>
internal static class FailureMessage
{
    /// <summary>Whether it is a failed call, and not the caller's own cancellation or an error that is explained already.</summary>
    public static bool IsOurs(Exception error, CancellationToken cancellationToken) =>
        error is not ModelCallException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested);

    /// <summary>What a caller is told of an error that ended a call; the key is nowhere in it.</summary>
    public static ModelCallException Explain(Exception error, int attempts, ModelProfile profile, ProviderOptions options, TimeProvider time)
    {
        var breakage = BreakageReader.Read(error, time.GetUtcNow());
        var message = For(profile, breakage, attempts);
        var key = KeySource.ReadKey(options);
        return new ModelCallException(key.Length > 0 ? message.Replace(key, "***", StringComparison.Ordinal) : message, attempts, error, breakage.Failure);
    }

    public static string For(ModelProfile profile, Breakage breakage, int attempts)
    {
        var tries = attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" {attempts} attempts were made.") : "";
        var words = breakage.Detail.Length > 0 ? $" The server said: {breakage.Detail}" : "";
        return $"{(profile.IsEmbedding ? "Embedding" : "Model")} profile '{profile.Name}': {Explain(profile, breakage)}{tries}{words}";
    }

    private static string Explain(ModelProfile profile, Breakage breakage)
    {
        var host = profile.Endpoint?.Authority ?? profile.Name;
        var status = breakage.Status;
        return breakage.Failure switch
        {
            CallFailure.HostNotFound => $"there is no host {host}. Check {Key(profile, nameof(ProviderOptions.Endpoint))} and this machine's name resolution.",
            CallFailure.ConnectionRefused =>
                $"nothing listens at {host}. Start the server there, or check {Key(profile, nameof(ProviderOptions.Endpoint))}.",
            CallFailure.ConnectionLost => $"the connection to {host} broke before the answer was complete.",
            CallFailure.Tls => $"no secure connection to {host} could be made. Check its certificate, and whether {Key(profile, nameof(ProviderOptions.Endpoint))} should begin with http or https.",
            CallFailure.Timeout => string.Create(
                CultureInfo.InvariantCulture,
                $"{host} did not answer within {profile.TimeoutSeconds} s. A slow model needs a higher {Key(profile, nameof(ProviderOptions.TimeoutSeconds))}."),
            CallFailure.NotAuthorized => $"{host} refused the key{Status(status)}. Check {profile.Key.Describe(profile)}.",
            CallFailure.NotFound =>
                $"{host} knows no {(profile.Kind == ModelKinds.AzureOpenAI ? "deployment" : "model")} '{profile.Model}' or no such path{Status(status)}. Check {Key(profile, nameof(ProviderOptions.Model))} and {Key(profile, nameof(ProviderOptions.Endpoint))}.",
            CallFailure.TooManyRequests => TooMany(profile, host, breakage),
            CallFailure.BadRequest => $"{host} did not accept the request{Status(status)}. Check {(profile.IsEmbedding ? $"{Key(profile, nameof(EmbeddingProfileOptions.BatchSize))}, {Key(profile, nameof(EmbeddingProfileOptions.Dimensions))} and the length of the texts" : "the prompt's parameters and the model's limits")}.",
            CallFailure.ServerError => $"{host} failed{Status(status)}. Try again later.",
            CallFailure.UnreadableAnswer => $"{host} sent something that is no {(profile.IsEmbedding ? "list of embeddings" : "completion")}. Check that {Key(profile, nameof(ProviderOptions.Endpoint))} is the API's base URL.",
            CallFailure.ContentFilter => $"the content filter of {host} blocked the question or the answer{Status(status)}. Reword the prompt for this subject.",
            _ when status is >= 300 and < 400 => $"{host} redirects elsewhere{Status(status)}, which is not followed. Put the final address into {Key(profile, nameof(ProviderOptions.Endpoint))}.",
            _ => $"the call to {host} failed{Status(status)}.",
        };
    }

    private static string TooMany(ModelProfile profile, string host, Breakage breakage)
    {
        var wait = breakage.RetryAfter is { } after
            ? string.Create(CultureInfo.InvariantCulture, $" and asks to wait {after.TotalSeconds:0.#} s")
            : "";
        return breakage.IsTransient
            ? $"{host} turns requests away as too many{Status(breakage.Status)}{wait}. Lower {Key(profile, nameof(ProviderOptions.Concurrency))} or set {Key(profile, nameof(ProviderOptions.RequestsPerMinute))}."
            : $"the quota at {host} is used up{Status(breakage.Status)}. Top it up with the provider.";
    }

    private static string Status(int status) => status > 0 ? string.Create(CultureInfo.InvariantCulture, $" (HTTP {status})") : "";

    private static string Key(ModelProfile profile, string setting) => profile.KeyOf(setting);
}
