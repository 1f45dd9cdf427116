using LlmRec.Workbench.Benchmarks;

var verbs = new Dictionary<string, Func<Task>>
{
    ["fusion"] = FusionBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["runs"] = RunsBenchmark.RunAsync,
    ["lexical"] = LexicalBenchmark.RunAsync,
    ["mapping"] = MappingBenchmark.RunAsync,
    ["parser"] = ParserBenchmark.RunAsync,
    ["perplexity"] = PerplexityBenchmark.RunAsync,
    ["segmentation"] = SegmentationBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["titles"] = TitlesBenchmark.RunAsync,
    ["whitening"] = WhiteningBenchmark.RunAsync,
};

var chosen = args.Length == 0 ? verbs.Keys.ToArray() : args;
foreach (var verb in chosen)
{
    if (!verbs.TryGetValue(verb, out var run))
    {
        Console.Error.WriteLine($"There is no benchmark '{verb}'. Benchmarks: {string.Join(", ", verbs.Keys)}.");
        return 1;
    }

    Console.WriteLine($"== {verb}");
    await run();
}

return 0;
