using MudBlazor;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>The pages of the navigation, in the order of the work.</summary>
public sealed record Destination(string Href, string TextKey, string Icon, char Key)
{
    public static IReadOnlyList<Destination> All { get; } =
    [
        new("/", "Shell.Home", Icons.Material.Outlined.Home, 'h'),
        new("/catalog", "Shell.Catalog", Icons.Material.Outlined.AccountTree, 'c'),
        new("/prompts", "Shell.Prompts", Icons.Material.Outlined.EditNote, 'p'),
        new("/runs", "Shell.Runs", Icons.Material.Outlined.PlayCircle, 'r'),
        new("/review", "Shell.Review", Icons.Material.Outlined.FactCheck, 'v'),
        new("/mapping", "Shell.Mapping", Icons.Material.Outlined.AltRoute, 'a'),
        new("/titles", "Shell.Titles", Icons.Material.Outlined.ShortText, 't'),
        new("/releases", "Shell.Releases", Icons.Material.Outlined.Inventory2, 'l'),
        new("/models", "Shell.Models", Icons.Material.Outlined.Memory, 'm'),
        new("/help", "Shell.Help", Icons.Material.Outlined.HelpOutline, 'e'),
    ];
}
