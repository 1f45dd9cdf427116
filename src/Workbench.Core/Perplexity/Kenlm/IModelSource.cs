namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>What a model was read from: it keeps the bytes that the model's tables point into as long as it is referenced itself.</summary>
internal interface IModelSource
{
    /// <summary>The words by their numbers, with the unknown word first; nothing where the file has none. Scoring needs only their hashes.</summary>
    IEnumerable<string> ReadWords();
}
