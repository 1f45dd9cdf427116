using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Complements;

/// <summary>Asks of every leaf category in scope which other categories go with it.</summary>
public sealed class ComplementRunKind(CatalogService catalog, CategoryMapper mapper, ComplementStore store) : IRunKind
{
    public const string KindName = "complements";

    private const int ExampleCount = 5;

    public string Name => KindName;

    public IReadOnlyList<string> Variables { get; } =
        ["category.name", "category.path", "category.id", "category.parent", "siblings", "children", "examples"];

    public async Task<IReadOnlyList<RunSubject>> GetSubjectsAsync(string scope, int? limit, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var scopeId = scope == RunRequest.AllScope ? null : scope;
        return [.. tree.Leaves(scopeId).Take(limit ?? int.MaxValue).Select(c => new RunSubject(c.Id, c.Path))];
    }

    public async Task<IReadOnlyDictionary<string, object?>> GetVariablesAsync(string subjectId, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var category = tree.Find(subjectId)
            ?? throw new ArgumentException($"The catalog has no category with the ID '{subjectId}'.", nameof(subjectId));
        var items = await catalog.GetItemsAsync(subjectId, 0, ExampleCount, cancellationToken);
        return new Dictionary<string, object?>
        {
            ["category"] = new Dictionary<string, object?>
            {
                ["name"] = category.Name,
                ["path"] = category.Path,
                ["id"] = category.Id,
                ["parent"] = category.ParentId is { } parent ? tree.Find(parent)?.Name ?? "" : "",
            },
            ["siblings"] = tree.Children(category.ParentId).Where(c => c.Id != category.Id).Select(c => c.Name).ToList(),
            ["children"] = tree.Children(category.Id).Select(c => c.Name).ToList(),
            ["examples"] = items.Select(i => i.Title).ToList(),
        };
    }

    public async Task<RunAnswer> ReadAsync(RunSubject subject, string answer, CancellationToken cancellationToken)
    {
        var name = (await catalog.GetTreeAsync(cancellationToken)).Find(subject.Id)?.Name ?? subject.Name;
        var parsed = ComplementAnswerParser.Parse(answer, name);
        if (parsed.Mentions.Count == 0)
        {
            var isNothing = parsed.IsRefusal || parsed.Violations.Contains(ComplementViolations.Empty);
            return new RunAnswer(isNothing ? ItemOutcome.NoAnswer : ItemOutcome.Invalid, parsed.Violations, [], new ComplementPayload([]));
        }

        var mapped = await mapper.MapAsync(parsed.Mentions, MappingStore.CandidatesKept, cancellationToken);
        return new RunAnswer(ItemOutcome.Succeeded, parsed.Violations, parsed.Mentions, new ComplementPayload(mapped));
    }

    public Task StoreAsync(WorkbenchDbContext db, RunItem item, RunAnswer answer) =>
        store.StoreAsync(db, item, answer.Payload is ComplementPayload payload ? payload.Mentions : []);
}
