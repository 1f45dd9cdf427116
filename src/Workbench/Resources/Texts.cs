using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace LlmRec.Workbench.Web.Resources;

/// <summary>
/// Every text of the interface. <c>T["Runs.Start"]</c> is the entry <c>Start</c> of <c>Runs.resx</c> (Chinese) or <c>Runs.en.resx</c>;
/// a key that does not exist shows itself, and a test fails.
/// </summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<string, ResourceManager?> Files = new();

    public string this[string key] => Find(key, CultureInfo.CurrentUICulture) ?? key;

    public string this[string key, params object?[] args] => string.Format(CultureInfo.CurrentCulture, this[key], args);

    internal static string? Find(string key, CultureInfo culture)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot < 1 ? null : Files.GetOrAdd(key[..dot], Open)?.GetString(key[(dot + 1)..], culture);
    }

    private static ResourceManager? Open(string feature)
    {
        var baseName = $"{typeof(Texts).Namespace}.{feature}";
        var exists = typeof(Texts).Assembly.GetManifestResourceInfo(baseName + ".resources") is not null;
        return exists ? new ResourceManager(baseName, typeof(Texts).Assembly) : null;
    }
}
