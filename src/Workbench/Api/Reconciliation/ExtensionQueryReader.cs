using System.Text.Json;
using LlmRec.Workbench.Mapping.Reconciliation;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Entities and the properties to fetch of them.</summary>
internal sealed record ExtensionQuery(IReadOnlyList<string> Ids, IReadOnlyList<ExtendedProperty> Properties);

/// <summary>Reads a data extension query as version 0.2 of the specification has it.</summary>
internal static class ExtensionQueryReader
{
    public const int MostIds = 1_000;
    public const int MostProperties = 50;

    /// <summary>Name of the setting that bounds the values of a property.</summary>
    public const string LimitSetting = "limit";

    public static ExtensionQuery Read(string json)
    {
        var query = RequestJson.Parse("extend", json);
        var ids = Part(query, "ids").Select(id => RequestJson.Text(id, "Each of 'ids'")).ToList();
        var properties = Part(query, "properties").Select(Property).ToList();
        return ids.Count <= MostIds && properties.Count <= MostProperties
            ? new(ids, properties)
            : throw new ReconciliationRequestException(
                $"The query asks {properties.Count} properties of {ids.Count} entities; ask at most {MostProperties} of {MostIds} at a time.", StatusCodes.Status413PayloadTooLarge);
    }

    private static IEnumerable<JsonElement> Part(JsonElement query, string name) => query.TryGetProperty(name, out var part)
        ? RequestJson.List(part, $"'{name}' of 'extend'")
        : throw new ReconciliationRequestException($"'extend' lacks '{name}'; it must hold 'ids' and 'properties'.");

    private static ExtendedProperty Property(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("id", out var id))
        {
            throw new ReconciliationRequestException("Each of 'properties' of 'extend' must be an object with an 'id'.");
        }

        var limit = element.TryGetProperty("settings", out var settings) && settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(LimitSetting, out var value)
            ? value.ToString() : "";
        return new(RequestJson.Text(id, "'id' of a property"), int.TryParse(limit, out var most) ? Math.Max(0, most) : 0);
    }
}
