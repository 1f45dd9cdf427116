using LlmRec.Workbench.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Tests.Models;

public sealed class ModelsOptionsTests
{
    private const string Prefix = "Models:Profiles:p:";

    [Fact]
    public void Defaults_NewProfile_AreThese()
    {
        var options = new ModelProfileOptions();

        options.Concurrency.ShouldBe(8);
        options.RequestsPerMinute.ShouldBeNull();
        options.TimeoutSeconds.ShouldBe(120);
        options.MaxAttempts.ShouldBe(5);
        options.RetryDelaySeconds.ShouldBe(1);
        options.MaxRetryDelaySeconds.ShouldBe(60);
        options.InputPricePerMillion.ShouldBe(0);
        options.OutputPricePerMillion.ShouldBe(0);
        options.Currency.ShouldBe("CNY");
        options.TokenLimitField.ShouldBe("max_tokens");
        options.ExtraBody.ShouldBeEmpty();
        options.UseDefaultCredential.ShouldBeFalse();
        new ModelsOptions().Default.ShouldBe("offline");
    }

    public static TheoryData<string, string, string> CompatibleFailures => new()
    {
        { "Kind", "", "Kind is ''. Allowed: offline, azure-openai, openai-compatible." },
        { "Kind", "openai", "Kind is 'openai'. Allowed: offline, azure-openai, openai-compatible." },
        { "Endpoint", "", "Endpoint is missing. Give the base URL, such as https://api.openai.com/v1." },
        { "Endpoint", "sk-12345", "Endpoint is no http or https address. Give the base URL, such as https://api.openai.com/v1." },
        { "Endpoint", "ftp://host/v1", "Endpoint is no http or https address. Give the base URL, such as https://api.openai.com/v1." },
        { "Endpoint", "https://me:pw@host/v1", "Endpoint holds a user name or password. Remove it and use ApiKeyEnvironmentVariable." },
        { "Endpoint", "https://host/v1?key=1", "Endpoint has a query or fragment. Give only the base URL, such as https://api.openai.com/v1." },
        { "Endpoint", "https://host/v1/chat/completions", "Endpoint ends in /chat/completions. Give only the base URL, such as https://api.openai.com/v1." },
        { "Model", "", "Model is missing. Give the model's name as the server knows it." },
        { "UseDefaultCredential", "true", "UseDefaultCredential is true, which only the kind azure-openai can do." },
        { "ApiKeyEnvironmentVariable", "SOME_KEY", "ApiKey is set although ApiKeyEnvironmentVariable is too. Choose one." },
        { "Concurrency", "0", "Concurrency is 0. Allowed: 1 to 1024." },
        { "MaxAttempts", "21", "MaxAttempts is 21. Allowed: 1 to 20." },
        { "RequestsPerMinute", "0", "RequestsPerMinute is 0. Allowed: 1 or more, or leave it out for no limit." },
        { "TimeoutSeconds", "0", "TimeoutSeconds is 0. Allowed: more than 0, at most 3600." },
        { "RetryDelaySeconds", "-1", "RetryDelaySeconds is -1. Allowed: 0 to 3600." },
        { "MaxRetryDelaySeconds", "9999", "MaxRetryDelaySeconds is 9999. Allowed: 0 to 3600." },
        { "InputPricePerMillion", "-0.5", "InputPricePerMillion is -0.5. Allowed: 0 or more." },
        { "OutputPricePerMillion", "-1", "OutputPricePerMillion is -1. Allowed: 0 or more." },
        { "Currency", "yuan", "Currency is 'yuan'. Give three capital letters, such as CNY or USD." },
        { "TokenLimitField", "limit", "TokenLimitField is 'limit'. Allowed: max_tokens, max_completion_tokens." },
        { "LogProbabilities", "yes", "LogProbabilities is 'yes'. Allowed: auto, echo, prompt_logprobs, chat-repeat." },
        { "ExtraBody", "enable_thinking", """ExtraBody is no JSON object. Give one as text, such as {"enable_thinking":false}.""" },
        {
            "Endpont", "x",
            "Endpont is no setting of a profile. Allowed: ApiKey, ApiKeyEnvironmentVariable, Concurrency, Currency, Endpoint, ExtraBody, InputPricePerMillion, Kind, LogProbabilities, "
            + "MaxAttempts, MaxRetryDelaySeconds, Model, OutputPricePerMillion, RequestsPerMinute, RetryDelaySeconds, TimeoutSeconds, TokenLimitField, UseDefaultCredential."
        },
    };

    [Theory]
    [MemberData(nameof(CompatibleFailures))]
    public void Validate_OneWrongSetting_NamesItsKeyAndWhatIsAllowed(string setting, string value, string message)
    {
        var settings = Compatible();
        settings[Prefix + setting] = value;

        Failures(settings).ShouldBe([Prefix + message]);
    }

    [Fact]
    public void Validate_AzureWithoutKeyOrCredential_SaysBothWays() =>
        Failures(Azure()).ShouldBe(
            [Prefix + "ApiKeyEnvironmentVariable is missing. Name the environment variable that holds the key, or set UseDefaultCredential to true."]);

    [Fact]
    public void Validate_AzureWithKeyAndCredential_AsksToChoose() =>
        Failures(Azure(("ApiKeyEnvironmentVariable", "K"), ("UseDefaultCredential", "true"))).ShouldBe(
            [Prefix + "UseDefaultCredential is true although a key is configured. Choose one."]);

    [Fact]
    public void Validate_AzureWithCredential_IsFine() => Failures(Azure(("UseDefaultCredential", "true"))).ShouldBeEmpty();

    [Fact]
    public void Validate_AzureWithoutDeployment_AsksForIt() =>
        Failures(Azure(("UseDefaultCredential", "true"), ("Model", ""))).ShouldBe([Prefix + "Model is missing. Give the name of the deployment."]);

    [Fact]
    public void Validate_AzureWithLogProbabilities_SaysWhichKindHasThem() =>
        Failures(Azure(("UseDefaultCredential", "true"), ("LogProbabilities", "echo"))).ShouldBe(
            [Prefix + "LogProbabilities is set, but only the kind openai-compatible gives log-probabilities. Remove it."]);

    [Fact]
    public void Validate_CompatibleWithoutKey_IsFine()
    {
        var settings = Compatible();
        settings.Remove(Prefix + "ApiKey");

        Failures(settings).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_OfflineWithEndpoint_SaysItIsNotUsed() =>
        Failures(new() { ["Models:Profiles:offline:Kind"] = "offline", ["Models:Profiles:offline:Endpoint"] = "https://host" }).ShouldBe(
            ["Models:Profiles:offline:Endpoint is set, but the offline model asks nobody. Remove it, or set another Kind."]);

    [Fact]
    public void Validate_UnknownDefault_ListsTheProfiles()
    {
        var settings = Compatible();
        settings["Models:Default"] = "gpt";

        Failures(settings).ShouldBe(["Models:Default is 'gpt', which is no profile. Configured: offline, p."]);
    }

    [Fact]
    public void Validate_ProfileNameWithSpace_SaysWhatANameIs() =>
        Failures(new() { ["Models:Profiles:my model:Kind"] = "offline" }).ShouldBe(
            ["Models:Profiles:my model is no profile name. Allowed: letters, digits, '-', '_' and '.', at most 64."]);

    [Fact]
    public void Validate_SeveralWrongSettings_ReportsAllAtOnce()
    {
        var settings = Compatible();
        settings[Prefix + "Endpoint"] = "";
        settings[Prefix + "Concurrency"] = "-3";
        settings["Models:Profiles:q:Kind"] = "none";

        Failures(settings).Count.ShouldBe(3);
    }

    private static Dictionary<string, string?> Compatible() => new()
    {
        [Prefix + "Kind"] = "openai-compatible",
        [Prefix + "Endpoint"] = "https://host/v1",
        [Prefix + "Model"] = "m",
        [Prefix + "ApiKey"] = "k",
    };

    private static Dictionary<string, string?> Azure(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            [Prefix + "Kind"] = "azure-openai",
            [Prefix + "Endpoint"] = "https://name.openai.azure.com",
            [Prefix + "Model"] = "deployment",
        };
        foreach (var (name, value) in more)
        {
            settings[Prefix + name] = value;
        }

        return settings;
    }

    private static IReadOnlyList<string> Failures(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddModels().BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<ModelsOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException error)
        {
            return [.. error.Failures];
        }
    }
}
