using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Asks about every unclear name which of its candidates it means. The choice becomes evidence; it never decides.</summary>
public sealed class ChoiceRunKind(ChoiceSubjects subjects, ChoiceVariables variables, ChoiceStore store, CatalogService catalog) : IRunKind
{
    public const string KindName = "choices";

    public string Name => KindName;

    public IReadOnlyList<string> Variables => ChoiceVariables.Names;

    public Task<IReadOnlyList<RunSubject>> GetSubjectsAsync(string scope, int? limit, CancellationToken cancellationToken) =>
        subjects.ListAsync(scope, limit, cancellationToken);

    public Task<IReadOnlyDictionary<string, object?>> GetVariablesAsync(string subjectId, CancellationToken cancellationToken) =>
        variables.GetAsync(ChoiceSubject.Parse(subjectId), cancellationToken);

    public async Task<RunAnswer> ReadAsync(RunSubject subject, string answer, CancellationToken cancellationToken)
    {
        var asked = ChoiceSubject.Parse(subject.Id);
        var options = ChoiceVariables.Options(asked, await catalog.GetTreeAsync(cancellationToken));
        var reading = ChoiceAnswerParser.Parse(answer, options);
        if (reading.Violation is { } violation)
        {
            var isNothing = violation is ChoiceViolations.Empty or ChoiceViolations.Refusal;
            return new RunAnswer(isNothing ? ItemOutcome.NoAnswer : ItemOutcome.Invalid, [violation], [], new ChoicePayload(asked, null));
        }

        var picked = reading.Numbers.Select(number => options.Single(o => o.Number == number)).ToList();
        return new RunAnswer(ItemOutcome.Succeeded, [], [.. picked.Select(o => o.Path)], new ChoicePayload(asked, [.. picked.Select(o => o.Id)]));
    }

    public Task StoreAsync(WorkbenchDbContext db, RunItem item, RunAnswer answer) => store.StoreAsync(db, item, (ChoicePayload)answer.Payload!);
}
