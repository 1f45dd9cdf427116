namespace LlmRec.Workbench.Perplexity;

/// <summary>One file in the models folder as it was at a certain time; the model is opened when it is first asked for, and once.</summary>
internal sealed class LanguageModelFile : IDisposable
{
    private readonly Lazy<KenlmScorer> _scorer;
    private string _problem = "";

    /// <param name="path">The file's full path.</param>
    /// <param name="name">Its path below the models folder, with slashes.</param>
    /// <param name="names">Names the figures: a file that took another's place measures under a name of its own.</param>
    public LanguageModelFile(string path, string name, ModelNames names)
    {
        (Path, Name) = (path, name);
        _scorer = new Lazy<KenlmScorer>(() => new KenlmScorer(LanguageModel.Open(path), names.Of(path, name)));
        try
        {
            Info = LanguageModelInfo.Read(path);
        }
        catch (Exception error) when (error is LanguageModelException or IOException or UnauthorizedAccessException)
        {
            _problem = error.Message;
        }
    }

    public string Path { get; }

    public string Name { get; }

    /// <summary>Whether it is called so, or its figures are, for which it is opened.</summary>
    public bool IsCalled(string name) => Name == name || (name.StartsWith($"{Name}#", StringComparison.Ordinal) && Open()?.Name == name);

    /// <summary>Null where the file's head cannot be read.</summary>
    public LanguageModelInfo? Info { get; }

    public ScorerInfo Describe() => new(Name, ScorerKind.Kenlm, Info?.Kind ?? "", Path) { Model = Info, Problem = _problem };

    /// <summary>The scorer; null where the model cannot be opened, which <see cref="Describe"/> then explains.</summary>
    public IPerplexityScorer? Open()
    {
        try
        {
            return _problem.Length > 0 ? null : _scorer.Value;
        }
        catch (Exception error) when (error is LanguageModelException or IOException or UnauthorizedAccessException)
        {
            _problem = error.Message;
            return null;
        }
    }

    public void Dispose()
    {
        if (_scorer.IsValueCreated)
        {
            _scorer.Value.Model.Dispose();
        }
    }
}
