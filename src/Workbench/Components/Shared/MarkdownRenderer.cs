using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>Markdown to HTML, the only way in which text becomes markup: raw HTML is shown as text, links keep only harmless schemes, remote images become links.</summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseTaskLists().UseAutoIdentifiers().Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = IsAllowed(link.Url) ? link.Url : "#";
            link.IsImage = link.IsImage && IsLocal(link.Url);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = link.IsEmail || IsAllowed(link.Url) ? link.Url : "#";
        }

        return document.ToHtml(Pipeline);
    }

    private static bool IsLocal(string? url) =>
        url is ['/', not '/' and not '\\', ..];

    private static bool IsAllowed(string? url) =>
        url is not null && (IsLocal(url) || url.StartsWith('#')
            || (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is ("http" or "https" or "mailto")));
}
