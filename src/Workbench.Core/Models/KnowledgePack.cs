using System.Collections.Concurrent;
using System.Text.Json;

namespace LlmRec.Workbench.Models;

/// <summary>The recorded answers that come with the workbench, by run kind and subject; each kind is read once, when first asked for.</summary>
public sealed class KnowledgePack
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, string>>> _kinds = new(StringComparer.Ordinal);

    /// <summary>The answer recorded for exactly this subject; null where there is none.</summary>
    public string? Find(string kind, string subject) => Load(kind).GetValueOrDefault(subject);

    public int Count(string kind) => Load(kind).Count;

    /// <summary>The run kinds that have recorded answers.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. ResourceNames().Select(KindOf).Order(StringComparer.Ordinal)];

    private IReadOnlyDictionary<string, string> Load(string kind) =>
        _kinds.GetOrAdd(kind, k => new Lazy<IReadOnlyDictionary<string, string>>(() => Read(k))).Value;

    private static IReadOnlyDictionary<string, string> Read(string kind)
    {
        if (ResourceNames().FirstOrDefault(n => KindOf(n) == kind) is not { } resource)
        {
            return Nothing;
        }

        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(KnowledgePack).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                var entry = JsonSerializer.Deserialize<Entry>(line, JsonSerializerOptions.Web)!;
                answers[entry.Subject] = entry.Answer;
            }
        }

        return answers;
    }

    private static IEnumerable<string> ResourceNames() =>
        typeof(KnowledgePack).Assembly.GetManifestResourceNames().Where(n => n.Contains(".knowledge.", StringComparison.Ordinal) && n.EndsWith(".jsonl", StringComparison.Ordinal));

    private static string KindOf(string resource) => resource.Split('.')[^2];

    private sealed record Entry(string Subject, string Answer);
}
