namespace LlmRec.Workbench.Models;

/// <summary>The places that a profile's key can come from.</summary>
public enum KeySourceKind
{
    /// <summary>The model needs no key.</summary>
    None,
    EnvironmentVariable,

    /// <summary>User secrets or another configuration source.</summary>
    Configuration,

    /// <summary>Azure's default credential: the sign-in of the machine or the developer.</summary>
    DefaultCredential,
}
