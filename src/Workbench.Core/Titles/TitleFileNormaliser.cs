using System.Runtime.CompilerServices;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Titles.Files;

namespace LlmRec.Workbench.Titles;

/// <summary>Normalises a file of titles line by line, in its order, with memory that does not grow with the file. Stores nothing but answers in the response cache.</summary>
public sealed class TitleFileNormaliser(CatalogService catalog, BaselineService baselines, TitleAsker asker, TitleMeasurer measurer, RunKinds kinds)
{
    private const string Recorded = "recorded";
    private const string ByModel = "model";
    private const string ByRule = "rule";

    /// <summary>Lines that are worked on at once beyond those that wait for the model.</summary>
    private const int Ahead = 16;

    /// <summary>One result for every line. Throws before the first one when the request names a profile or prompt that does not exist.</summary>
    public async IAsyncEnumerable<NormalisedTitle> NormaliseAsync(
        Stream file, TitleFileRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var plan = request.ByRule ? null : await asker.PlanAsync(request, (TitleRunKind)kinds.Get(TitleRunKind.KindName), cancellationToken);
        var baseline = await baselines.GetAsync(cancellationToken);
        var reader = new TitleFileReader(await catalog.GetTreeAsync(cancellationToken));
        var open = new Queue<Task<NormalisedTitle>>();
        foreach (var input in reader.Read(file))
        {
            open.Enqueue(Task.Run(() => NormaliseAsync(input, plan, baseline, cancellationToken), cancellationToken));
            if (open.Count >= Ahead + (plan?.Profile.Concurrency ?? 0))
            {
                yield return await open.Dequeue();
            }
        }

        while (open.TryDequeue(out var next))
        {
            yield return await next;
        }
    }

    private async Task<NormalisedTitle> NormaliseAsync(TitleInput input, RunPlan? plan, BaselineNormaliser baseline, CancellationToken cancellationToken)
    {
        var rule = baseline.Normalise(input.Text);
        var result = new NormalisedTitle(
            input.Id, input.Raw, null, null, [], rule.Product, rule.Brand,
            rule.Sentence.Length == 0 ? null : new BaselineFigures(rule.Sentence, rule.Product, rule.Brand), null, input.Problem);
        if (string.IsNullOrWhiteSpace(input.Text.Title))
        {
            return result with { Violations = [TitleViolations.Empty] };
        }

        if (plan is not null)
        {
            result = await AskAsync(result, input, plan, baseline, cancellationToken);
        }

        if (result.Normalised is null)
        {
            result = rule.Sentence.Length > 0
                ? result with { Normalised = rule.Sentence, Source = ByRule }
                : result with { Violations = [TitleViolations.Empty] };
        }

        return result with { Perplexity = await MeasureAsync(input.Text.Title, result.Normalised, cancellationToken) };
    }

    private async Task<NormalisedTitle> AskAsync(NormalisedTitle result, TitleInput input, RunPlan plan, BaselineNormaliser baseline, CancellationToken cancellationToken)
    {
        var subject = new TitleSubject(input.Id ?? "", null, input.Text, input.CategoryPath, Previous: null);
        var (answer, problem) = await asker.AskAsync(plan, subject, cancellationToken);
        var sentence = TitleAnswerReader.Read(answer);
        var violations = TitleChecks.Check(input.Text, sentence, baseline.Facts(input.Text));
        result = result with { Problem = result.Problem ?? problem };
        return violations.Contains(TitleViolations.Empty) || violations.Contains(TitleViolations.Refusal)
            ? result
            : result with { Normalised = sentence, Source = plan.Profile.Recorded ? Recorded : ByModel, Violations = violations };
    }

    private async Task<PerplexityFigures?> MeasureAsync(string title, string? sentence, CancellationToken cancellationToken) =>
        await measurer.MeasureAsync(title, sentence ?? "", cancellationToken) is { } measure
            ? new PerplexityFigures(measure.ScorerName, measure.RawPerToken, measure.SentencePerToken, Finite(measure.Raw?.PerCharacter), Finite(measure.Sentence?.PerCharacter))
            : null;

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
