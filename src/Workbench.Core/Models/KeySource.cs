namespace LlmRec.Workbench.Models;

/// <summary>Where a profile's key comes from and whether it is there. It never holds the key.</summary>
public sealed record KeySource(KeySourceKind Kind, string Variable, bool IsSet)
{
    public static KeySource None { get; } = new(KeySourceKind.None, "", true);

    /// <summary>What to mend when the provider does not accept the key.</summary>
    internal string Describe(ModelProfile profile) => Kind switch
    {
        KeySourceKind.EnvironmentVariable => $"the environment variable {Variable}",
        KeySourceKind.Configuration => profile.KeyOf(nameof(ProviderOptions.ApiKey)),
        KeySourceKind.DefaultCredential => $"the sign-in of this machine ({profile.KeyOf(nameof(ProviderOptions.UseDefaultCredential))} is true)",
        _ => $"{profile.KeyOf(nameof(ProviderOptions.ApiKeyEnvironmentVariable))}, which is not configured",
    };

    internal static KeySource Of(ProviderOptions options)
    {
        if (options.UseDefaultCredential)
        {
            return new KeySource(KeySourceKind.DefaultCredential, "", true);
        }

        if (options.ApiKeyEnvironmentVariable.Length > 0)
        {
            return new KeySource(KeySourceKind.EnvironmentVariable, options.ApiKeyEnvironmentVariable, ReadKey(options).Length > 0);
        }

        return options.ApiKey.Length > 0 ? new KeySource(KeySourceKind.Configuration, "", true) : None;
    }

    /// <summary>The key itself; empty where there is none.</summary>
    internal static string ReadKey(ProviderOptions options) => options.ApiKeyEnvironmentVariable.Length > 0
        ? Environment.GetEnvironmentVariable(options.ApiKeyEnvironmentVariable)?.Trim() ?? ""
        : options.ApiKey.Trim();
}
