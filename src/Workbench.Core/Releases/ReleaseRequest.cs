namespace LlmRec.Workbench.Releases;

/// <summary>A release that somebody asks for.</summary>
/// <param name="Note">Why it exists; may be empty.</param>
/// <param name="VectorSet">The number of the finished set of title vectors that it takes with it; null for none.</param>
public sealed record ReleaseRequest(string Note = "", int? VectorSet = null);
