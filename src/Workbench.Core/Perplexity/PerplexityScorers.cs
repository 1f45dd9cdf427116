using LlmRec.Workbench.Perplexity.Endpoints;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Perplexity;

/// <summary>The scorers of this installation: KenLM models in the data folder, and model profiles that give log-probabilities.</summary>
public sealed class PerplexityScorers
{
    private readonly LanguageModelFolder _folder;
    private readonly EndpointScorers _endpoints;
    private readonly string _wanted;

    internal PerplexityScorers(LanguageModelFolder folder, EndpointScorers endpoints, IOptions<PerplexityOptions> options) =>
        (_folder, _endpoints, _wanted) = (folder, endpoints, options.Value.Default);

    /// <summary>Everything that is configured or found now, usable or not: model files by name, then endpoints by profile.</summary>
    public IReadOnlyList<ScorerInfo> All
    {
        get
        {
            var files = _folder.Scan();
            var name = DefaultOf(files);
            var all = files.Select(f => f.Describe()).Concat(_endpoints.Describe()).Select(s => s with { IsDefault = IsCalled(s, name) }).ToList();
            return name is null || all.Exists(s => s.IsDefault) ? all : [Missing(name, all), .. all];
        }
    }

    /// <summary>The scorer that measures unless another one is asked for; null when there is none or it cannot be used, which <see cref="All"/> explains.</summary>
    public async Task<IPerplexityScorer?> GetDefaultAsync(CancellationToken cancellationToken = default) =>
        DefaultOf(_folder.Scan()) is { } name ? await GetAsync(name, cancellationToken) : null;

    /// <summary>
    /// The scorer of this name (a model file's, a model profile's, or the one on a scorer's figures); null when there is none or it cannot be used, which
    /// <see cref="All"/> explains. Opens a model, or asks an endpoint for its method, at the first call.
    /// </summary>
    public async Task<IPerplexityScorer?> GetAsync(string name, CancellationToken cancellationToken = default) =>
        _folder.Scan().FirstOrDefault(f => f.IsCalled(name)) is { } file
            ? await Task.Run(file.Open, cancellationToken)
            : await _endpoints.GetAsync(name, cancellationToken);

    /// <summary>What is configured, else the model that this program fetches, else the first file. Never an endpoint unasked: it costs money.</summary>
    private string? DefaultOf(IReadOnlyList<LanguageModelFile> files) =>
        _wanted.Length > 0 ? _wanted
        : files.Any(f => f.Name == LanguageModelInstaller.FileName) ? LanguageModelInstaller.FileName
        : files.FirstOrDefault(f => f.Describe().Available)?.Name;

    private static bool IsCalled(ScorerInfo scorer, string? name) =>
        name is not null && (scorer.Name == name || name.Equals(scorer.Profile, StringComparison.OrdinalIgnoreCase));

    private static ScorerInfo Missing(string name, List<ScorerInfo> others) => new(name, ScorerKind.Kenlm, "", "")
    {
        IsDefault = true,
        Problem = $"{PerplexityOptions.Section}:{nameof(PerplexityOptions.Default)} is '{name}', which is no scorer. There "
            + (others.Count == 0 ? "is none: run 'lm install'." : $"are: {string.Join(", ", others.Select(s => s.Name))}."),
    };
}
