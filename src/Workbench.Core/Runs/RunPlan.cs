using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;

namespace LlmRec.Workbench.Runs;

/// <summary>A request with every name resolved: what exactly would be asked of whom.</summary>
public sealed record RunPlan(IRunKind Kind, string PromptName, PromptVersion Version, ModelProfile Profile);
