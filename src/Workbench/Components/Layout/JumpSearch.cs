using System.Globalization;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using MudBlazor;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>Finds what a person may want to jump to: pages, categories, prompts, runs, releases.</summary>
public sealed class JumpSearch(CatalogService catalog, PromptService prompts, RunQueries runs, ReleaseService releases, Texts t)
{
    private const int Categories = 8;
    private const int Others = 4;

    public async Task<IReadOnlyList<JumpTarget>> FindAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        var pages = Destination.All.Select(page => new JumpTarget(t[page.TextKey], t["Shell.Page"], page.Href, page.Icon));
        List<JumpTarget> targets = [.. Matching(pages, text, int.MaxValue)];
        if (text.Length > 0)
        {
            var tree = await catalog.GetTreeAsync(cancellationToken);
            targets.AddRange(tree.Search(text, Categories).Select(category =>
                new JumpTarget(Format.Path(category.Path), t["Shell.Category"], $"/catalog/{Uri.EscapeDataString(category.Id)}", Icons.Material.Outlined.AccountTree)));
        }

        targets.AddRange(Matching(await PromptsAsync(cancellationToken), text, Others));
        targets.AddRange(Matching(await RunsAsync(cancellationToken), text, Others));
        targets.AddRange(Matching(await ReleasesAsync(cancellationToken), text, Others));
        return targets;
    }

    private static IEnumerable<JumpTarget> Matching(IEnumerable<JumpTarget> targets, string text, int take) =>
        targets.Where(target => target.Text.Contains(text, StringComparison.CurrentCultureIgnoreCase)).Take(take);

    private async Task<IEnumerable<JumpTarget>> PromptsAsync(CancellationToken cancellationToken) =>
        (await prompts.ListAsync(cancellationToken)).Select(summary => new JumpTarget(
            summary.Prompt.Name, t["Shell.Prompts"], $"/prompts/{Uri.EscapeDataString(summary.Prompt.Name)}", Icons.Material.Outlined.EditNote));

    private async Task<IEnumerable<JumpTarget>> RunsAsync(CancellationToken cancellationToken) =>
        (await runs.ListAsync(cancellationToken: cancellationToken)).Select(summary => new JumpTarget(
            string.Create(CultureInfo.CurrentCulture, $"#{summary.Run.Id} {summary.Run.PromptName}@{summary.Run.PromptVersionNumber} · {summary.Run.ModelProfile}"),
            t["Shell.Runs"], $"/runs/{summary.Run.Id}", Icons.Material.Outlined.PlayCircle));

    private async Task<IEnumerable<JumpTarget>> ReleasesAsync(CancellationToken cancellationToken) =>
        (await releases.ListAsync(cancellationToken)).Select(release => new JumpTarget(
            $"v{release.Number:D6} {release.Note}", t["Shell.Releases"], $"/releases/{release.Number}", Icons.Material.Outlined.Inventory2));
}
