namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>How much there is to compare: sentences that stand (the newest of each item), and the items of the catalog.</summary>
public sealed record TitleTotals(int Titles, int Items);
