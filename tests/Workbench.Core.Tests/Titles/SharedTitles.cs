using System.Text.Json;
using LlmRec.Workbench.Titles.Baseline;

namespace LlmRec.Workbench.Tests.Titles;

/// <summary>The annotated titles beside the repository, and a normaliser that knows nothing of the site but the names of Google's tree.</summary>
internal static class SharedTitles
{
    public static IReadOnlyList<Annotated> Read() => [.. File.ReadLines(SharedData.Find("titles/titles.zh.jsonl"))
        .Select(line => JsonSerializer.Deserialize<Annotated>(line, JsonSerializerOptions.Web)!)];

    public static BaselineNormaliser Normaliser()
    {
        var words = new LexiconBuilder();
        LexiconSources.AddBundled(words);
        LexiconSources.AddNames(words, File.ReadLines(SharedData.Find("taxonomy/google.zh-CN.txt")).Where(line => line[0] != '#')
            .Select(line => line.Split(" - ", 2)[1].Split(" > ")[^1]));
        return new BaselineNormaliser(words);
    }

    internal sealed record Annotated(string Title, IReadOnlyList<string> Product, IReadOnlyList<string> Brand)
    {
        /// <summary>Whether an annotated product word equals the one found, holds it or is held by it.</summary>
        public bool Found(string? product) => product is not null && Product.Any(word =>
            word.Contains(product, StringComparison.OrdinalIgnoreCase) || product.Contains(word, StringComparison.OrdinalIgnoreCase));

        public bool KeepsBrand(string sentence) => Brand.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

        public bool KeptIn(string sentence) => Product.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
