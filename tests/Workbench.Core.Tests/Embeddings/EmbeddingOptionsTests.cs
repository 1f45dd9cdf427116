using LlmRec.Workbench.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class EmbeddingOptionsTests
{
    private const string Prefix = "Models:Embeddings:e:";

    public static TheoryData<string, string, string> WrongSettings => new()
    {
        { "Kind", "offline", "Kind is 'offline'. Allowed: azure-openai, openai-compatible, onnx." },
        { "Endpoint", "https://host/v1/embeddings", "Endpoint ends in /embeddings. Give only the base URL, such as https://api.openai.com/v1." },
        { "Dimensions", "0", "Dimensions is 0. Allowed: 1 to 4096, or leave it out for what the model gives." },
        { "BatchSize", "5000", "BatchSize is 5000. Allowed: 1 to 2048." },
        { "Path", "models/bge", "Path is set, which only the kind onnx uses. Remove it." },
        { "Pooling", "cls", "Pooling is set, which only the kind onnx uses. Remove it." },
        { "InputPricePerMillion", "-1", "InputPricePerMillion is -1. Allowed: 0 or more." },
        {
            "OutputPricePerMillion", "1",
            "OutputPricePerMillion is no setting of a profile. Allowed: ApiKey, ApiKeyEnvironmentVariable, BatchSize, Concurrency, Currency, Dimensions, Endpoint, InputPricePerMillion, "
            + "Kind, MaxAttempts, MaxRetryDelaySeconds, Model, Path, Pooling, RequestsPerMinute, RetryDelaySeconds, TimeoutSeconds, UseDefaultCredential."
        },
    };

    [Fact]
    public void Defaults_NewProfile_AreThese()
    {
        var options = new EmbeddingProfileOptions();

        options.BatchSize.ShouldBe(64);
        options.Dimensions.ShouldBeNull();
        options.Concurrency.ShouldBe(8);
        options.MaxAttempts.ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void Validate_OneWrongSetting_NamesItsKeyAndWhatIsAllowed(string setting, string value, string message) =>
        Failures(("Endpoint", "https://host/v1"), ("Model", "m"), ("Kind", "openai-compatible"), (setting, value)).ShouldBe([Prefix + message]);

    [Fact]
    public void Validate_EverythingWrong_IsSaidAtOnce() =>
        Failures(("Kind", "azure-openai"), ("BatchSize", "0"), ("Currency", "x")).Count.ShouldBe(5);

    [Fact]
    public void Validate_LocalModel_NeedsAFolderAndNothingOfAnEndpoint()
    {
        Failures(("Kind", "onnx"), ("Path", "models/corom")).ShouldBeEmpty();
        Failures(("Kind", "onnx"), ("Endpoint", "https://host/v1"), ("Pooling", "max"), ("ApiKey", "k")).ShouldBe(
        [
            Prefix + "Endpoint is set, but a local model asks nobody. Remove it, or set another Kind.",
            Prefix + "Path is missing. Give the folder that holds model.onnx and its tokenizer.",
            Prefix + "Pooling is 'max'. Allowed: cls, mean, or leave it out for what the folder says.",
            Prefix + "ApiKey is set, but a local model needs no key. Remove it.",
        ]);
    }

    [Fact]
    public void Validate_NameOfTheBuiltInGenerator_IsRefused() =>
        Failures("Models:Embeddings:Lexical:", ("Endpoint", "https://host/v1"), ("Model", "m"), ("Kind", "openai-compatible")).ShouldHaveSingleItem()
            .ShouldContain("which is that of the built-in generator");

    private static IReadOnlyList<string> Failures(params (string Name, string Value)[] settings) => Failures(Prefix, settings);

    private static IReadOnlyList<string> Failures(string prefix, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            values[prefix + name] = value;
        }

        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).AddModels().BuildServiceProvider();
        try
        {
            return services.GetRequiredService<IOptions<ModelsOptions>>().Value is null ? ["none"] : [];
        }
        catch (OptionsValidationException error)
        {
            return [.. error.Failures];
        }
    }
}
