using System.Globalization;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Which model answers are compared: those of one run, of a prompt version, of a model, or of both; the newest of each product when nothing is named.</summary>
public sealed record TitleArm
{
    private const char Separator = '|';

    public static TitleArm Newest { get; } = new();

    public int? RunId { get; init; }

    /// <summary>The prompt's name; without <see cref="Version"/> all its versions.</summary>
    public string? Prompt { get; init; }

    public int? Version { get; init; }

    /// <summary>The name of the model itself, as it is kept with the run.</summary>
    public string? Model { get; init; }

    public bool IsNewest => this == Newest;

    /// <summary>
    /// Reads what <see cref="ToString"/> writes: <c>run:3</c>, <c>prompt:titles-zh@2</c>, <c>model:qwen-max</c>, <c>prompt:titles-zh@2|model:qwen-max</c>; null or
    /// empty is the newest.
    /// </summary>
    public static bool TryParse(string? text, out TitleArm arm)
    {
        arm = Newest;
        foreach (var part in (text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || With(arm, part[..colon], part[(colon + 1)..]) is not { } next)
            {
                arm = Newest;
                return false;
            }

            arm = next;
        }

        return true;
    }

    public override string ToString() => string.Join(Separator, Parts());

    private IEnumerable<string> Parts()
    {
        if (RunId is { } run)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"run:{run}");
        }

        if (Prompt is not null)
        {
            yield return Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"prompt:{Prompt}@{version}") : $"prompt:{Prompt}";
        }

        if (Model is not null)
        {
            yield return $"model:{Model}";
        }
    }

    private static TitleArm? With(TitleArm arm, string key, string value) => (key, value) switch
    {
        (_, "") => null,
        ("run", _) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? arm with { RunId = run } : null,
        ("prompt", _) => value.LastIndexOf('@') is > 0 and var at
            ? int.TryParse(value.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? arm with { Prompt = value[..at], Version = version }
                : null
            : arm with { Prompt = value },
        ("model", _) => arm with { Model = value },
        _ => null,
    };
}
