using System.Globalization;
using System.Text.RegularExpressions;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Tests.Runs;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Mappings.Choices;

/// <summary>Unclear names out of a run of complements, and a model that chooses as the test says.</summary>
internal sealed partial class ChoiceScene(RunBench bench) : IAsyncDisposable
{
    public RunBench Bench => bench;

    /// <summary>What the model answers to "which of these?"; null leaves it to the simulator.</summary>
    public Func<string, string>? Answer { get; set; }

    public static async Task<ChoiceScene> CreateAsync(int items = 15)
    {
        ChoiceScene? scene = null;
        var bench = await RunBench.CreateAsync(new SimulatorOptions
        {
            Answer = request => scene?.Answer is { } answer && Asked().IsMatch(request.Prompt) ? answer(request.Prompt) : InventedAnswer.For(request.Prompt),
        });
        scene = new ChoiceScene(bench);
        await bench.StartAsync(items);
        await bench.WorkAsync();
        return scene;
    }

    public async Task<Run> ChooseAsync(int? limit = null, string scope = "run:1", string prompt = "choose-category-zh")
    {
        var run = await bench.Get<RunControl>().StartAsync(RunBench.Engineer, new RunRequest(ChoiceRunKind.KindName, prompt, Scope: scope, Limit: limit));
        await bench.WorkAsync();
        return run;
    }

    /// <summary>The first unclear name with its candidates, best first.</summary>
    public async Task<Workbench.Mapping.Mapping> FirstAsync()
    {
        var subject = (await bench.Get<ChoiceSubjects>().ListAsync("run:1", 1)).Single();
        return await GetAsync(ChoiceSubject.Parse(subject.Id).MappingId);
    }

    public async Task<Workbench.Mapping.Mapping> GetAsync(long mappingId)
    {
        await using var db = bench.Open();
        return await db.Mappings.AsNoTracking().Include(m => m.Candidates.OrderBy(c => c.Rank)).SingleAsync(m => m.Id == mappingId);
    }

    /// <summary>Answers with the number under which the prompt shows the category with this path.</summary>
    public static Func<string, string> Pick(string path) => prompt =>
        Candidate().Matches(prompt).Single(m => m.Groups["path"].Value == path).Groups["number"].Value.ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [GeneratedRegex("商品叫法：|Name of products: ")]
    private static partial Regex Asked();

    [GeneratedRegex("^(?<number>\\d+)\\. <<<(?<path>.*?)>>>", RegexOptions.Multiline)]
    private static partial Regex Candidate();
}
