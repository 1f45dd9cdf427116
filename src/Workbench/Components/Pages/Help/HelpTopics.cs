using System.Globalization;

namespace LlmRec.Workbench.Web.Components.Pages.Help;

/// <summary>The help texts: Markdown files in <c>Help/</c>, one per topic and language.</summary>
internal static class HelpTopics
{
    /// <summary>In the order of reading; the title is the text <c>Help.Topic.Name</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["start", "pipeline", "keys", "words", "models", "import", "titles", "mapping", "openrefine"];

    /// <summary>The topic's Markdown in the reader's language; null when there is no such topic.</summary>
    public static async Task<string?> ReadAsync(string topic, CancellationToken cancellationToken)
    {
        if (!All.Contains(topic))
        {
            return null;
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en";
        await using var stream = typeof(HelpTopics).Assembly.GetManifestResourceStream($"Help/{topic}.{language}.md")
            ?? throw new InvalidOperationException($"The help topic '{topic}' has no text in '{language}'. Add src/Workbench/Help/{topic}.{language}.md.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
