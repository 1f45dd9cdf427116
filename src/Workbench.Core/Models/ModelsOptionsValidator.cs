using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Models;

/// <summary>Checks the section <c>Models</c> and reports everything that is wrong at once, each by the key to mend.</summary>
internal sealed class ModelsOptionsValidator(IConfiguration configuration) : IValidateOptions<ModelsOptions>
{
    private static readonly string[] Settings = [.. typeof(ModelProfileOptions).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal)];

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
            failures.AddRange(FindUnknownSettings(profile));
            failures.AddRange(new ProfileRules(profile, settings).Check());
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> FindUnknownSettings(string profile) =>
        from child in configuration.GetSection($"{ModelsOptions.Section}:{nameof(ModelsOptions.Profiles)}:{profile}").GetChildren()
        where !Settings.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
        select $"{child.Path} is no setting of a profile. Allowed: {string.Join(", ", Settings)}.";
}
