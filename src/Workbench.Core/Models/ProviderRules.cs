using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Models;

/// <summary>The rules for the settings that chat and embedding models share.</summary>
internal abstract partial class ProviderRules(string section, string name, ProviderOptions options)
{
    private const int MaxConcurrency = 1024;
    private const int MaxSeconds = 3600;
    private const int MaxAttempts = 20;

    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Check()
    {
        if (!NamePattern().IsMatch(name))
        {
            _failures.Add($"{section}:{name} is no profile name. Allowed: letters, digits, '-', '_' and '.', at most 64.");
        }

        if (Kinds.Contains(options.Kind))
        {
            CheckKind();
        }
        else
        {
            Demand(false, nameof(options.Kind), $"is '{options.Kind}'. Allowed: {string.Join(", ", Kinds)}");
        }

        CheckLimits();
        Demand(options.InputPricePerMillion >= 0, nameof(options.InputPricePerMillion), $"is {Text(options.InputPricePerMillion)}. Allowed: 0 or more");
        Demand(CurrencyPattern().IsMatch(options.Currency), nameof(options.Currency), $"is '{options.Currency}'. Give three capital letters, such as CNY or USD");
        CheckMore();
        return _failures;
    }

    /// <summary>The kinds that this model may have.</summary>
    protected abstract IReadOnlyList<string> Kinds { get; }

    /// <summary>The last part of the address of a request, which does not belong into the endpoint.</summary>
    protected abstract string RequestPath { get; }

    protected abstract void CheckMore();

    /// <summary>What a model that runs in this process needs beyond having no endpoint.</summary>
    protected virtual void CheckLocal()
    {
    }

    private void CheckKind()
    {
        switch (options.Kind)
        {
            case ModelKinds.Offline:
                Demand(options.Endpoint.Length == 0, nameof(options.Endpoint), "is set, but the offline model asks nobody. Remove it, or set another Kind");
                break;
            case ModelKinds.Onnx:
                Demand(options.Endpoint.Length == 0, nameof(options.Endpoint), "is set, but a local model asks nobody. Remove it, or set another Kind");
                CheckLocal();
                break;
            case ModelKinds.AzureOpenAI:
                CheckEndpoint("the resource's address, such as https://NAME.openai.azure.com");
                Demand(options.Model.Length > 0, nameof(options.Model), "is missing. Give the name of the deployment");
                CheckAzureKey();
                break;
            default:
                CheckEndpoint("the base URL, such as https://api.openai.com/v1");
                Demand(options.Model.Length > 0, nameof(options.Model), "is missing. Give the model's name as the server knows it");
                Demand(!options.UseDefaultCredential, nameof(options.UseDefaultCredential), $"is true, which only the kind {ModelKinds.AzureOpenAI} can do");
                CheckOneKey();
                break;
        }
    }

    private void CheckEndpoint(string wanted)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            // The value is not repeated: a key pasted into the wrong setting must not reach a log.
            Demand(false, nameof(options.Endpoint), $"is {(options.Endpoint.Length == 0 ? "missing" : "no http or https address")}. Give {wanted}");
            return;
        }

        Demand(uri.UserInfo.Length == 0, nameof(options.Endpoint), $"holds a user name or password. Remove it and use {nameof(options.ApiKeyEnvironmentVariable)}");
        Demand(uri.Query.Length == 0 && uri.Fragment.Length == 0, nameof(options.Endpoint), $"has a query or fragment. Give only {wanted}");
        Demand(!uri.AbsolutePath.EndsWith(RequestPath, StringComparison.OrdinalIgnoreCase), nameof(options.Endpoint), $"ends in {RequestPath}. Give only {wanted}");
    }

    private void CheckAzureKey()
    {
        var hasKey = options.ApiKey.Length > 0 || options.ApiKeyEnvironmentVariable.Length > 0;
        Demand(hasKey || options.UseDefaultCredential, nameof(options.ApiKeyEnvironmentVariable),
            $"is missing. Name the environment variable that holds the key, or set {nameof(options.UseDefaultCredential)} to true");
        Demand(!hasKey || !options.UseDefaultCredential, nameof(options.UseDefaultCredential), "is true although a key is configured. Choose one");
        CheckOneKey();
    }

    private void CheckOneKey() => Demand(
        options.ApiKey.Length == 0 || options.ApiKeyEnvironmentVariable.Length == 0,
        nameof(options.ApiKey),
        $"is set although {nameof(options.ApiKeyEnvironmentVariable)} is too. Choose one");

    private void CheckLimits()
    {
        DemandRange(options.Concurrency, 1, MaxConcurrency, nameof(options.Concurrency));
        DemandRange(options.MaxAttempts, 1, MaxAttempts, nameof(options.MaxAttempts));
        Demand(options.RequestsPerMinute is null or > 0, nameof(options.RequestsPerMinute),
            $"is {options.RequestsPerMinute}. Allowed: 1 or more, or leave it out for no limit");
        Demand(options.TimeoutSeconds is > 0 and <= MaxSeconds, nameof(options.TimeoutSeconds),
            $"is {Text(options.TimeoutSeconds)}. Allowed: more than 0, at most {MaxSeconds}");
        DemandRange(options.RetryDelaySeconds, 0, MaxSeconds, nameof(options.RetryDelaySeconds));
        DemandRange(options.MaxRetryDelaySeconds, 0, MaxSeconds, nameof(options.MaxRetryDelaySeconds));
    }

    protected void DemandRange(double value, double min, double max, string setting) =>
        Demand(value >= min && value <= max, setting, $"is {Text(value)}. Allowed: {Text(min)} to {Text(max)}");

    protected void Demand(bool satisfied, string setting, string problem)
    {
        if (!satisfied)
        {
            _failures.Add($"{section}:{name}:{setting} {problem}.");
        }
    }

    protected static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CurrencyPattern();
}
