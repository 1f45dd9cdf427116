namespace LlmRec.Workbench.Behavior;

/// <summary>How often shoppers who typed a query clicked on products of a category.</summary>
public sealed class QueryClick
{
    public required string Query { get; init; }
    public required string CategoryId { get; init; }
    public long Clicks { get; set; }
}
