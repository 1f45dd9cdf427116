using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>A type or property with what a person reads of it; also a category in a list of suggestions.</summary>
internal sealed record TypeResource(
    string Id, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TypeResource>? Broader = null);

/// <summary>The candidates for one query.</summary>
internal sealed record ResultResource(IReadOnlyList<CandidateResource> Result);

/// <summary>A category that a query may mean; the score is the probability in percent.</summary>
internal sealed record CandidateResource(
    string Id, string Name, string Description, IReadOnlyList<TypeResource> Type, double Score, bool Match, IReadOnlyList<FeatureResource> Features);

/// <summary>One reason for a score: a number, or true or false.</summary>
internal sealed record FeatureResource(string Id, object Value);

/// <summary>What fits a prefix.</summary>
internal sealed record SuggestionsResource<T>(
    IReadOnlyList<T> Result, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Cursor = null);

internal sealed record EntitySuggestionResource(string Id, string Name, string Description, IReadOnlyList<TypeResource> Notable);

/// <summary>A few lines of HTML about an entity, a type or a property.</summary>
internal sealed record FlyoutResource(string Id, string Html);

/// <summary>The properties that are worth fetching.</summary>
internal sealed record ProposalResource(
    IReadOnlyList<TypeResource> Properties, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Type, int Limit);

/// <summary>Fetched values: per entity and property a list.</summary>
internal sealed record ExtensionResource(
    IReadOnlyList<ExtensionColumnResource> Meta, IReadOnlyDictionary<string, Dictionary<string, IReadOnlyList<ExtensionValueResource>>> Rows);

internal sealed record ExtensionColumnResource(
    string Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TypeResource? Type);

/// <summary>A text, a whole number, or an entity.</summary>
internal sealed record ExtensionValueResource(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Str,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Int,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name);
