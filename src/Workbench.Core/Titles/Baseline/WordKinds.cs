namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>What a known word can be in a title; one word can be several things (苹果 is a brand and a fruit).</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Product = 1,
    Brand = 2,
    Modifier = 4,
    Promotion = 8,
}
