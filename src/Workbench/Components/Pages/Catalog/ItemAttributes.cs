using System.Text.Json;
using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Web.Components.Pages.Catalog;

/// <summary>A product's attributes as one line of text.</summary>
public static class ItemAttributes
{
    public static string Shown(Item item)
    {
        using var json = JsonDocument.Parse(item.Attributes);
        return string.Join(" · ", json.RootElement.EnumerateObject().Select(a => $"{a.Name}: {a.Value}"));
    }
}
