using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Models;

/// <summary>Checks the section <c>Models</c> and reports everything that is wrong at once, each by the key to mend.</summary>
internal sealed class ModelsOptionsValidator(IConfiguration configuration) : IValidateOptions<ModelsOptions>
{

    public ValidateOptionsResult Validate(string? name, ModelsOptions options)
    {
        var failures = new List<string>();
        if (!options.Profiles.ContainsKey(options.Default))
        {
            failures.Add($"{ModelsOptions.Section}:{nameof(ModelsOptions.Default)} is '{options.Default}', which is no profile. Configured: "
                + $"{string.Join(", ", options.Profiles.Keys.Order(StringComparer.Ordinal))}.");
        }

        foreach (var (profile, settings) in options.Profiles.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            failures.AddRange(FindUnknownSettings($"{ModelsOptions.ProfilesPath}:{profile}", settings));
            failures.AddRange(new ProfileRules(profile, settings).Check());
        }

        foreach (var (profile, settings) in options.Embeddings.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            failures.AddRange(FindUnknownSettings($"{ModelsOptions.EmbeddingsPath}:{profile}", settings));
            failures.AddRange(new EmbeddingRules(profile, settings).Check());
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> FindUnknownSettings(string path, ProviderOptions settings)
    {
        string[] allowed = [.. settings.GetType().GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal)];
        return from child in configuration.GetSection(path).GetChildren()
               where !allowed.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
               select $"{child.Path} is no setting of a profile. Allowed: {string.Join(", ", allowed)}.";
    }
}
