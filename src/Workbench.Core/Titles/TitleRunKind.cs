using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Titles;

/// <summary>Asks of every product in scope for one plain sentence that says what it is.</summary>
public sealed class TitleRunKind(TitleSubjects subjects, BaselineService baselines, TitleMeasurer measurer, TitleStore store) : IRunKind
{
    public const string KindName = "titles";

    public string Name => KindName;

    public IReadOnlyList<string> Variables => TitleVariables.Names;

    public Task<IReadOnlyList<RunSubject>> GetSubjectsAsync(string scope, int? limit, CancellationToken cancellationToken) =>
        subjects.ListAsync(scope, limit, cancellationToken);

    public async Task<IReadOnlyDictionary<string, object?>> GetVariablesAsync(string subjectId, CancellationToken cancellationToken)
    {
        var subject = await subjects.GetAsync(subjectId, cancellationToken);
        return TitleVariables.Of(subject, await measurer.WordsAsync(subject.Text.Title, cancellationToken));
    }

    public async Task<RunAnswer> ReadAsync(RunSubject subject, string answer, CancellationToken cancellationToken)
    {
        var product = await subjects.GetAsync(subject.Id, cancellationToken);
        var baseline = await baselines.GetAsync(cancellationToken);
        var facts = baseline.Facts(product.Text);
        var sentence = TitleAnswerReader.Read(answer);
        var violations = TitleChecks.Check(product.Text, sentence, facts);
        if (!violations.Contains(TitleViolations.Empty) && !violations.Contains(TitleViolations.Refusal))
        {
            var outcome = violations.Count == 0 ? ItemOutcome.Succeeded : ItemOutcome.Invalid;
            return new RunAnswer(outcome, violations, [sentence], await PayloadAsync(product, sentence, TitleSource.Model, violations, cancellationToken));
        }

        var rule = baseline.Normalise(product.Text).Sentence;
        var payload = await PayloadAsync(product, rule, TitleSource.Rule, TitleChecks.Check(product.Text, rule, facts), cancellationToken);
        return new RunAnswer(ItemOutcome.NoAnswer, violations, [], payload);
    }

    public Task StoreAsync(WorkbenchDbContext db, RunItem item, RunAnswer answer) => store.StoreAsync(db, item, (TitlePayload)answer.Payload!);

    private async Task<TitlePayload> PayloadAsync(
        TitleSubject product, string sentence, TitleSource source, IReadOnlyList<string> violations, CancellationToken cancellationToken) =>
        new(product, sentence, source, violations, await measurer.MeasureAsync(product.Text.Title, sentence, cancellationToken));
}
