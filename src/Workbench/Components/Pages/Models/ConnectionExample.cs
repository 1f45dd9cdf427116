using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Web.Components.Pages.Models;

/// <summary>A profile ready to copy, as environment variables or as a part of appsettings.json. The same blocks stand in docs/connect-an-llm.md.</summary>
internal sealed record ConnectionExample(string Profile, string Title, params IReadOnlyList<KeyValuePair<string, object>> Settings)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<ConnectionExample> All { get; } =
    [
        new("azure", "Azure OpenAI",
            Set(nameof(ModelProfileOptions.Kind), ModelKinds.AzureOpenAI),
            Set(nameof(ModelProfileOptions.Endpoint), "https://YOUR-RESOURCE.openai.azure.com"),
            Set(nameof(ModelProfileOptions.Model), "YOUR-DEPLOYMENT"),
            Set(nameof(ModelProfileOptions.ApiKeyEnvironmentVariable), "AZURE_OPENAI_KEY")),
        new("azure", "Azure OpenAI (DefaultAzureCredential)",
            Set(nameof(ModelProfileOptions.Kind), ModelKinds.AzureOpenAI),
            Set(nameof(ModelProfileOptions.Endpoint), "https://YOUR-RESOURCE.openai.azure.com"),
            Set(nameof(ModelProfileOptions.Model), "YOUR-DEPLOYMENT"),
            Set(nameof(ModelProfileOptions.UseDefaultCredential), true)),
        Compatible("qwen", "DashScope (Qwen)", "https://dashscope.aliyuncs.com/compatible-mode/v1", "qwen-plus",
            Set(nameof(ModelProfileOptions.ApiKeyEnvironmentVariable), "DASHSCOPE_API_KEY")),
        Compatible("openai", "OpenAI", "https://api.openai.com/v1", "gpt-4o-mini",
            Set(nameof(ModelProfileOptions.ApiKeyEnvironmentVariable), "OPENAI_API_KEY"),
            Set(nameof(ModelProfileOptions.TokenLimitField), TokenLimitFields.MaxCompletionTokens),
            Set(nameof(ModelProfileOptions.Currency), "USD")),
        Compatible("vllm", "vLLM", "http://127.0.0.1:8000/v1", "Qwen/Qwen2.5-7B-Instruct", Set(nameof(ModelProfileOptions.Concurrency), 64)),
        Compatible("ollama", "Ollama", "http://127.0.0.1:11434/v1", "qwen2.5:7b", Set(nameof(ModelProfileOptions.Concurrency), 2)),
    ];

    public string ToJson() => JsonSerializer.Serialize(
        new { Models = new { Default = Profile, Profiles = new Dictionary<string, object> { [Profile] = Settings.ToDictionary() } } }, Readable);

    public string ToShell()
    {
        var text = new StringBuilder();
        var keyVariable = Settings.FirstOrDefault(s => s.Key == nameof(ModelProfileOptions.ApiKeyEnvironmentVariable)).Value;
        if (keyVariable is not null)
        {
            text.Append("export ").Append(keyVariable).Append("=…\n");
        }

        text.Append("export Models__Default=").Append(Profile).Append('\n');
        foreach (var (name, value) in Settings)
        {
            text.Append("export Models__Profiles__").Append(Profile).Append("__").Append(name).Append('=')
                .Append(value is bool flag ? (flag ? "true" : "false") : value).Append('\n');
        }

        return text.ToString();
    }

    private static ConnectionExample Compatible(string profile, string title, string endpoint, string model, params IEnumerable<KeyValuePair<string, object>> more) =>
        new(profile, title,
        [
            Set(nameof(ModelProfileOptions.Kind), ModelKinds.OpenAICompatible),
            Set(nameof(ModelProfileOptions.Endpoint), endpoint),
            Set(nameof(ModelProfileOptions.Model), model),
            .. more,
        ]);

    private static KeyValuePair<string, object> Set(string name, object value) => new(name, value);
}
