namespace LlmRec.Workbench.Models;

/// <summary>The kinds of model that a profile can name.</summary>
public static class ModelKinds
{
    /// <summary>Answers from the bundled knowledge pack; needs no network.</summary>
    public const string Offline = "offline";

    /// <summary>A deployment in an Azure OpenAI resource.</summary>
    public const string AzureOpenAI = "azure-openai";

    /// <summary>Anything that speaks the OpenAI protocol at a base URL: OpenAI, DashScope, vLLM, Ollama …</summary>
    public const string OpenAICompatible = "openai-compatible";

    /// <summary>A sentence model in a folder of this machine, run by ONNX Runtime; turns texts into vectors and answers nothing.</summary>
    public const string Onnx = "onnx";

    /// <summary>The kinds that answer.</summary>
    public static IReadOnlyList<string> All { get; } = [Offline, AzureOpenAI, OpenAICompatible];
}
