using System.Text.Json;
using LlmRec.Workbench.Mapping.Reconciliation;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Reads a reconciliation query batch as version 0.2 of the specification has it, and refuses what its schema refuses.</summary>
internal static class QueryBatchReader
{
    /// <summary>Queries in a batch; the manifest tells clients.</summary>
    public const int MostQueries = 500;

    /// <summary>Characters in a query's text; the mapping reads the first thousand.</summary>
    public const int LongestText = 10_000;

    public static IReadOnlyDictionary<string, ReconciliationQuery> Read(string json)
    {
        var batch = RequestJson.Parse("queries", json);
        var count = batch.EnumerateObject().Count();
        return count <= MostQueries
            ? batch.EnumerateObject().DistinctBy(q => q.Name).ToDictionary(q => q.Name, q => Query(q.Value, $"Query '{q.Name}'"))
            : throw new ReconciliationRequestException(
                $"The batch holds {count} queries; send at most {MostQueries} at a time, as the manifest's batchSize says.", StatusCodes.Status413PayloadTooLarge);
    }

    private static ReconciliationQuery Query(JsonElement element, string what)
    {
        var fields = RequestJson.Fields(element, what, "query", "type", "limit", "properties", "type_strict").DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value);
        var query = new ReconciliationQuery(
            fields.TryGetValue("query", out var text) ? Name(text, $"'query' of {what}") : null,
            fields.TryGetValue("type", out var types) ? Types(types, $"'type' of {what}") : [],
            fields.TryGetValue("type_strict", out var strict) ? Strictness(strict, $"'type_strict' of {what}") : TypeStrictness.Any,
            fields.TryGetValue("properties", out var properties) ? [.. RequestJson.List(properties, $"'properties' of {what}").Select(p => Property(p, what))] : [],
            fields.TryGetValue("limit", out var limit) ? Limit(limit, $"'limit' of {what}") : ReconciliationQuery.DefaultLimit);
        return query.Text is not null || query.Properties.Count > 0
            ? query
            : throw new ReconciliationRequestException($"{what} asks nothing: give it a 'query' or at least one of 'properties'.");
    }

    private static string Name(JsonElement element, string what)
    {
        var text = RequestJson.Text(element, what);
        return text.Length <= LongestText ? text : throw new ReconciliationRequestException($"{what} has {text.Length} characters; a name has at most {LongestText}.");
    }

    // Clients send an empty type for "no particular type".
    private static List<string> Types(JsonElement element, string what)
    {
        var types = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(t => RequestJson.Text(t, what)) : [RequestJson.Text(element, what)];
        return [.. types.Where(type => type.Length > 0).Distinct()];
    }

    private static TypeStrictness Strictness(JsonElement element, string what) => RequestJson.Text(element, what) switch
    {
        "any" => TypeStrictness.Any,
        "all" => TypeStrictness.All,
        "should" => TypeStrictness.Should,
        var other => throw new ReconciliationRequestException($"{what} is '{other}'; it must be any, all or should."),
    };

    private static int Limit(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            throw new ReconciliationRequestException($"{what} must be a number, but is {RequestJson.Kind(element)}.");
        }

        var limit = element.GetDouble();
        return limit < 1 ? ReconciliationQuery.DefaultLimit : (int)Math.Min(limit, ReconciliationQuery.MostCandidates);
    }

    private static PropertyConstraint Property(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("pid", out var id) || !element.TryGetProperty("v", out var values))
        {
            throw new ReconciliationRequestException($"Each of 'properties' of {what} must be an object with 'pid' and 'v'.");
        }

        var list = values.ValueKind == JsonValueKind.Array ? values.EnumerateArray().ToList() : [values];
        return new(RequestJson.Text(id, $"'pid' of {what}"), [.. list.Select(v => Value(v, $"'v' of {what}"))]);
    }

    private static PropertyValue Value(JsonElement element, string what) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("id", out var id) => new(RequestJson.Text(id, $"'id' in {what}"), IsId: true),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new(element.GetRawText()),
        JsonValueKind.String => new(RequestJson.Text(element, what)),
        _ => throw new ReconciliationRequestException($"{what} must be a text, a number, true, false, or an object with an 'id', but is {RequestJson.Kind(element)}."),
    };
}
