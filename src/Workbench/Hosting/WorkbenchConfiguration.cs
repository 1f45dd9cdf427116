using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Web.Hosting;

internal static class WorkbenchConfiguration
{
    /// <summary>Command-line words that win over every other source of configuration.</summary>
    public static void AddCommandLineSettings(this IConfigurationManager configuration, string? database, string? urls)
    {
        var settings = new Dictionary<string, string?>();
        if (database is not null)
        {
            settings[$"{StorageOptions.Section}:{nameof(StorageOptions.Database)}"] = database;
        }

        if (urls is not null)
        {
            settings[WebHostDefaults.ServerUrlsKey] = urls;
        }

        configuration.AddInMemoryCollection(settings);
    }
}
