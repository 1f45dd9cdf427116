using Microsoft.AspNetCore.Components;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>
/// Filters and position live in the query string: read them with <c>[SupplyParameterFromQuery]</c>, change them here. Null and empty values leave the address.
/// </summary>
public static class UrlState
{
    /// <summary>Changes some values and keeps the others; by default without a new step in the browser's history.</summary>
    public static void SetQuery(this NavigationManager navigation, bool addToHistory, params (string Name, object? Value)[] values) =>
        navigation.NavigateTo(navigation.WithQuery(values), replace: !addToHistory);

    public static void SetQuery(this NavigationManager navigation, params (string Name, object? Value)[] values) =>
        navigation.SetQuery(addToHistory: false, values);

    /// <summary>The present address with some values changed, for links.</summary>
    public static string WithQuery(this NavigationManager navigation, params (string Name, object? Value)[] values) =>
        navigation.GetUriWithQueryParameters(values.ToDictionary(pair => pair.Name, pair => pair.Value is "" ? null : pair.Value));
}
