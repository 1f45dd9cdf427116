namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>What a model picked for a text among the candidates that it was offered.</summary>
public sealed class MappingChoice
{
    public long Id { get; init; }

    /// <summary>The normalised text.</summary>
    public required string Key { get; init; }

    /// <summary>Null when the model declined all of them.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The category IDs that were offered, separated by a tab, in the order shown.</summary>
    public required string Offered { get; init; }

    public int RunId { get; init; }
    public long RunItemId { get; init; }

    /// <summary>The model profile that was asked.</summary>
    public required string Model { get; init; }

    public DateTimeOffset At { get; init; }

    public IReadOnlyList<string> OfferedIds() => Offered.Split(ChoiceSubject.Separator, StringSplitOptions.RemoveEmptyEntries);
}
