using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Complements;

/// <summary>Asks of every leaf category in scope which other categories go with it.</summary>
public sealed class ComplementRunKind(CategoryMapper mapper, MappingStore mappings) : IRunKind
{
    public const string KindName = "complements";

    public string Name => KindName;

    public IReadOnlyList<string> Variables { get; } =
        ["category.name", "category.path", "category.id", "category.parent", "siblings", "children", "examples"];

    public Task<IReadOnlyList<RunSubject>> GetSubjectsAsync(string scope, int? limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, object?>> GetVariablesAsync(string subjectId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RunAnswer> ReadAsync(RunSubject subject, string answer, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{mapper}");

    public Task StoreAsync(WorkbenchDbContext db, RunItem item, RunAnswer answer) => throw new NotSupportedException($"{mappings}");
}
