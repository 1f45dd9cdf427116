using System.Text.Json.Nodes;
using LlmRec.Workbench.Tests;
using NJsonSchema;

namespace LlmRec.Workbench.Web.Tests.Api.Reconciliation;

/// <summary>The specification's own JSON schemas; a test that needs one is skipped where they are absent.</summary>
internal static class ReconcileSchema
{
    private const string Folder = "reconciliation/schemas";

    /// <summary>Fails with what is wrong unless the JSON fits the schema of that name.</summary>
    public static async Task ShouldAcceptAsync(string name, string json)
    {
        var path = SharedData.Find($"{Folder}/{name}.json");
        var schema = await JsonSchema.FromJsonAsync(WithoutForeignParts(await File.ReadAllTextAsync(path)), path);
        schema.Validate(json).Select(error => error.ToString()).ShouldBeEmpty($"{name}: {json}");
    }

    /// <summary>The examples of a kind (<c>valid</c> or <c>invalid</c>), by file name.</summary>
    public static IReadOnlyDictionary<string, string> Examples(string name, string kind)
    {
        var schemas = Path.GetDirectoryName(SharedData.Find($"{Folder}/{name}.json"))!;
        return Directory.GetFiles(Path.Combine(schemas, "..", "examples", name, kind)).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
    }

    // The part about authentication refers to a schema on another site, and the service has none.
    private static string WithoutForeignParts(string schema)
    {
        var node = JsonNode.Parse(schema)!;
        node["properties"]?.AsObject().Remove("authentication");
        return node.ToJsonString();
    }
}
