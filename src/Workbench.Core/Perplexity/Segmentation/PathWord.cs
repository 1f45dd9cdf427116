namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>One word of the most probable path: units <paramref name="From"/> to <paramref name="To"/> (exclusive), and what it costs there.</summary>
internal readonly record struct PathWord(int From, int To, WordForm Form, uint Word, double Log10);
