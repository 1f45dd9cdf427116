namespace LlmRec.Workbench.Perplexity;

/// <summary>How preparing the default language model ended; <c>Reason</c> says why it was not possible, and is empty otherwise.</summary>
public sealed record LanguageModelInstallation(InstallOutcome Outcome, string Path, string Reason = "");

/// <summary>The ways that preparing the default language model can end.</summary>
public enum InstallOutcome
{
    AlreadyThere,
    Installed,
    NotPossible,
}
