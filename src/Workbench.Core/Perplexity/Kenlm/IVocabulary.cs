namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>Finds a word's number by its hash; implemented by structs so that each model is compiled for its own.</summary>
internal interface IVocabulary
{
    /// <summary>Numbers are below this.</summary>
    uint Bound { get; }

    /// <summary>The word's number, below <see cref="Bound"/>; 0 if it is unknown.</summary>
    uint Find(ulong hash);
}
