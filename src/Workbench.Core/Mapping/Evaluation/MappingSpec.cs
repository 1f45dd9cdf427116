using System.Globalization;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>
/// Which options to measure, as one short text: <c>now</c> (the settings in force), <c>default</c> (as shipped), <c>settings:N</c> (an earlier row) or <c>fit:N</c> (the
/// settings in force with the coefficients of a fit), then, each after a comma, <c>-SOURCE</c> to leave an evidence source out and <c>embedding:NAME</c> for another
/// embedding generator.
/// </summary>
/// <param name="Number">Of the settings or the fit.</param>
/// <param name="EmbeddingProfile">Null for the one of the base.</param>
public sealed record MappingSpec(MappingBase Base, int? Number = null, string? EmbeddingProfile = null)
{
    private const string SettingsWord = "settings:";
    private const string FitWord = "fit:";
    private const string EmbeddingWord = "embedding:";

    public static MappingSpec Now { get; } = new(MappingBase.Now);

    public static MappingSpec Default { get; } = new(MappingBase.Default);

    /// <summary>Sources that are not asked, in their own order.</summary>
    public IReadOnlyList<EvidenceKind> Without { get; init; } = [];

    /// <summary>Null when <paramref name="text"/> is no such text.</summary>
    public static MappingSpec? Parse(string? text)
    {
        var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries);
        var spec = BaseOf(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            spec = spec is null ? null
                : part is ['-', var first, ..] && char.IsLetter(first) && Enum.TryParse<EvidenceKind>(part[1..], ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? spec.Leaving(kind)
                : part.StartsWith(EmbeddingWord, StringComparison.Ordinal) && part.Length > EmbeddingWord.Length ? spec with { EmbeddingProfile = part[EmbeddingWord.Length..] }
                : null;
        }

        return spec;
    }

    /// <summary>The same without a source.</summary>
    public MappingSpec Leaving(EvidenceKind kind) => this with { Without = [.. Without.Append(kind).Distinct().Order()] };

    public bool Equals(MappingSpec? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join(',', Parts());

    private static MappingSpec? BaseOf(string text) => text switch
    {
        "" or "now" => Now,
        "default" => Default,
        _ when Numbered(text, SettingsWord) is { } settings => new MappingSpec(MappingBase.Settings, settings),
        _ when Numbered(text, FitWord) is { } fit => new MappingSpec(MappingBase.Fit, fit),
        _ => null,
    };

    private static int? Numbered(string text, string word) => text.StartsWith(word, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IEnumerable<string> Parts() =>
    [
        Base switch
        {
            MappingBase.Settings => string.Create(CultureInfo.InvariantCulture, $"{SettingsWord}{Number}"),
            MappingBase.Fit => string.Create(CultureInfo.InvariantCulture, $"{FitWord}{Number}"),
            MappingBase.Default => "default",
            _ => "now",
        },
        .. Without.Select(kind => "-" + kind.ToString().ToLowerInvariant()),
        .. EmbeddingProfile is null ? [] : new[] { EmbeddingWord + EmbeddingProfile },
    ];
}

/// <summary>What a <see cref="MappingSpec"/> starts from.</summary>
public enum MappingBase
{
    /// <summary>The settings in force.</summary>
    Now,

    /// <summary>As shipped.</summary>
    Default,

    /// <summary>Stored settings, by number.</summary>
    Settings,

    /// <summary>The settings in force with the coefficients of a fit, by number: what adopting it would change.</summary>
    Fit,
}
