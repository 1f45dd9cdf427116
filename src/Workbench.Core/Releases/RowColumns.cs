using System.Reflection;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>The columns of a kind of row, as its record declares them: property order is column order, names are snake_case.</summary>
internal static class RowColumns<TRow>
{
    public static IReadOnlyList<RowColumn> All { get; } = [.. typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(RowColumn.Of)];
}

/// <summary>One column of a kind of row.</summary>
/// <param name="SqlType">What it is in Parquet, in the words of DuckDB.</param>
internal sealed record RowColumn(string Name, string SqlType, bool IsList, PropertyInfo Property)
{
    public static RowColumn Of(PropertyInfo property) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), TypeOf(property), TypeOf(property).EndsWith(']'), property);

    public object? Get(object? row) => Property.GetValue(row);

    private static string TypeOf(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var type when type == typeof(string) => "VARCHAR",
        var type when type == typeof(int) => "INTEGER",
        var type when type == typeof(double) => "DOUBLE",
        var type when type == typeof(DateTimeOffset) => "TIMESTAMPTZ",
        var type when type == typeof(IReadOnlyList<string>) => "VARCHAR[]",
        var type when type == typeof(IReadOnlyList<int>) => "INTEGER[]",
        var type => throw new NotSupportedException($"{property.DeclaringType?.Name}.{property.Name} is a {type.Name}, which no format of a release writes."),
    };
}
