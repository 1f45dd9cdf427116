using System.Text.Json;

namespace LlmRec.Workbench.Tests.Complements;

/// <summary>The corpus of answers as models really send them, with what each must be read as.</summary>
internal static class OddAnswers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<OddAnswer> All { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "odd-answers.jsonl"))
        .Select(line => JsonSerializer.Deserialize<OddAnswer>(line, Json)!)
        .ToList();
}

internal sealed record OddAnswer(string Case, string Source, string Answer, string[] Mentions, string[] Violations, bool Refusal);
