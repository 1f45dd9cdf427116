using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>The service manifest of the Reconciliation Service API 0.2, whose field names are no snake_case throughout.</summary>
internal sealed record ManifestResource(
    IReadOnlyList<string> Versions,
    string Name,
    [property: JsonPropertyName("identifierSpace")] string IdentifierSpace,
    [property: JsonPropertyName("schemaSpace")] string SchemaSpace,
    string Documentation,
    [property: JsonPropertyName("serviceVersion")] string ServiceVersion,
    [property: JsonPropertyName("defaultTypes")] IReadOnlyList<TypeResource> DefaultTypes,
    ViewResource View,
    PreviewResource Preview,
    SuggestResource Suggest,
    ExtendResource Extend,
    [property: JsonPropertyName("batchSize")] int BatchSize);

internal sealed record ViewResource(string Url);

internal sealed record PreviewResource(string Url, int Width, int Height);

/// <summary>Where a client completes what a person types.</summary>
internal sealed record SuggestResource(SuggestServiceResource Entity, SuggestServiceResource Type, SuggestServiceResource Property);

internal sealed record SuggestServiceResource(string ServiceUrl, string ServicePath, string FlyoutServiceUrl, string FlyoutServicePath);

internal sealed record ExtendResource(ProposeResource ProposeProperties, IReadOnlyList<SettingResource> PropertySettings);

internal sealed record ProposeResource(string ServiceUrl, string ServicePath);

internal sealed record SettingResource(string Name, string Label, string Type, int Default, string HelpText);
