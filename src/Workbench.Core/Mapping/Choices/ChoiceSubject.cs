using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>
/// A text with the candidates offered for it, in the order shown: number 1 is the first. It is stored as the subject's ID of the run item, so what a number in
/// an answer means is fixed when the run is planned, whatever is mapped again meanwhile.
/// </summary>
public sealed record ChoiceSubject(long MappingId, IReadOnlyList<string> Offered)
{
    internal const char Separator = '\t';

    /// <summary>Offers the candidates in an order that depends on the text and on nothing else, so that a model that likes the first one does not echo our ranking.</summary>
    public static ChoiceSubject Of(long mappingId, string key, IEnumerable<string> candidates) =>
        new(mappingId, [.. candidates.OrderBy(id => Place(key, id), StringComparer.Ordinal)]);

    /// <summary>Throws for a text that <see cref="ToString"/> did not make.</summary>
    public static ChoiceSubject Parse(string subjectId)
    {
        var parts = subjectId.Split(Separator);
        return parts.Length > 1 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var mappingId)
            ? new ChoiceSubject(mappingId, parts[1..])
            : throw new ArgumentException($"'{subjectId}' is no text with candidates. Subjects of a choices run come from its scope.", nameof(subjectId));
    }

    public override string ToString() => string.Join(Separator, Offered.Prepend(MappingId.ToString(CultureInfo.InvariantCulture)));

    private static string Place(string key, string id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}{Separator}{id}")));
}
