namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>How the vectors of a text's tokens become one.</summary>
public enum OnnxPooling
{
    /// <summary>The mean over the tokens, without padding.</summary>
    Mean,

    /// <summary>That of the first token.</summary>
    Cls,
}
