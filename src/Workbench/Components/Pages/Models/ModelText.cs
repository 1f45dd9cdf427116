using LlmRec.Workbench.Models;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Pages.Models;

/// <summary>A profile's facts in words.</summary>
internal static class ModelText
{
    private const string Dash = "–";

    public static string Kind(Texts t, ModelProfile profile) => t[$"Models.Kind.{profile.Kind}"];

    public static string Host(ModelProfile profile) => profile.Endpoint?.Authority ?? Dash;

    public static string Key(Texts t, KeySource key) => key.Kind switch
    {
        KeySourceKind.EnvironmentVariable => t[key.IsSet ? "Models.Key.VariableSet" : "Models.Key.VariableMissing", key.Variable],
        _ => t[$"Models.Key.{key.Kind}"],
    };

    public static string Price(Texts t, ModelProfile profile) => (profile.Recorded, profile.InputPricePerMillion + profile.OutputPricePerMillion) switch
    {
        (true, _) => t["Models.Price.Free"],
        (_, 0) => t["Models.Price.NotSet"],
        _ => $"{Format.Money(profile.InputPricePerMillion, profile.Currency)} / {Format.Money(profile.OutputPricePerMillion, profile.Currency)}",
    };

    public static string Limits(Texts t, ModelProfile profile) => profile switch
    {
        { Recorded: true } => Dash,
        { RequestsPerMinute: { } perMinute } => t["Models.Limits.WithRate", Format.Number(profile.Concurrency), Format.Number(perMinute)],
        _ => t["Models.Limits.AtOnce", Format.Number(profile.Concurrency)],
    };
}
