namespace LlmRec.Workbench.Runs;

/// <summary>The run kinds that this installation has.</summary>
public sealed class RunKinds(IEnumerable<IRunKind> kinds)
{
    public IReadOnlyList<IRunKind> All { get; } = [.. kinds];

    /// <summary>Throws <see cref="RunRejectedException"/> that lists what exists when there is no such kind.</summary>
    public IRunKind Get(string name) =>
        All.FirstOrDefault(kind => kind.Name == name)
        ?? throw new RunRejectedException($"There is no run kind '{name}'. Kinds: {string.Join(", ", All.Select(kind => kind.Name))}.");
}
