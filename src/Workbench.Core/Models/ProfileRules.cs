using System.Text.Json;

namespace LlmRec.Workbench.Models;

/// <summary>The rules for one chat profile's settings.</summary>
internal sealed class ProfileRules(string name, ModelProfileOptions options) : ProviderRules(ModelsOptions.ProfilesPath, name, options)
{
    protected override IReadOnlyList<string> Kinds => ModelKinds.All;

    protected override string RequestPath => "/chat/completions";

    protected override void CheckMore()
    {
        Demand(options.OutputPricePerMillion >= 0, nameof(options.OutputPricePerMillion), $"is {Text(options.OutputPricePerMillion)}. Allowed: 0 or more");
        Demand(TokenLimitFields.All.Contains(options.TokenLimitField), nameof(options.TokenLimitField),
            $"is '{options.TokenLimitField}'. Allowed: {string.Join(", ", TokenLimitFields.All)}");
        Demand(options.ExtraBody.Length == 0 || IsJsonObject(options.ExtraBody), nameof(options.ExtraBody),
            """is no JSON object. Give one as text, such as {"enable_thinking":false}""");
        Demand(options.LogProbabilities.Length == 0 || LogProbabilityMethods.Settings.Contains(options.LogProbabilities), nameof(options.LogProbabilities),
            $"is '{options.LogProbabilities}'. Allowed: {string.Join(", ", LogProbabilityMethods.Settings)}");
        Demand(options.LogProbabilities.Length == 0 || options.Kind == ModelKinds.OpenAICompatible, nameof(options.LogProbabilities),
            $"is set, but only the kind {ModelKinds.OpenAICompatible} gives log-probabilities. Remove it");
    }

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
