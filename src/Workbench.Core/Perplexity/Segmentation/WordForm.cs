namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>The spellings under which a model may know a word.</summary>
internal enum WordForm : byte
{
    Lower,
    Written,
    Upper,

    /// <summary>A punctuation mark in its other width: ： for :, and the other way round.</summary>
    OtherWidth,
}
