using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Tests.Resources;

public sealed partial class TextsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string> Features() =>
        [.. Directory.GetFiles(Path.Combine(Source, "Resources"), "*.resx").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Features))]
    public void EveryKey_OfOneLanguage_ExistsInTheOther(string feature)
    {
        var chinese = Keys($"{feature}.resx");
        var english = Keys($"{feature}.en.resx");
        chinese.Except(english).ShouldBeEmpty("missing in English");
        english.Except(chinese).ShouldBeEmpty("missing in Chinese");
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void EveryText_InBothLanguages_TakesTheSameArguments(string feature)
    {
        foreach (var key in Keys($"{feature}.resx"))
        {
            Holes(Find($"{feature}.{key}", Chinese)).ShouldBe(Holes(Find($"{feature}.{key}", English)), $"{feature}.{key}");
        }
    }

    [Fact]
    public void EveryKey_UsedInCode_Exists()
    {
        var used = Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Key: match.Groups[1].Value)));
        used.Where(use => Texts.Find(use.Key, Chinese) is null).Select(use => $"{use.File}: {use.Key}").Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(ItemOutcome))]
    [InlineData(typeof(RunStatus))]
    [InlineData(typeof(PairState))]
    [InlineData(typeof(MappingOutcome))]
    [InlineData(typeof(ReleaseStatus))]
    [InlineData(typeof(VectorSetStatus))]
    public void EveryState_HasAWord(Type state)
    {
        foreach (var name in Enum.GetNames(state))
        {
            Texts.Find($"Common.{state.Name}.{name}", English).ShouldNotBeNull($"{state.Name}.{name}");
        }
    }

    [Fact]
    public void EveryFeature_OfTheFusion_HasANameAndAMeaning()
    {
        foreach (var name in FusionFeatures.Names)
        {
            var key = Enum.TryParse<EvidenceKind>(name, out _) ? $"Review.Evidence.{name}" : $"Mapping.Feature.{name}";
            Texts.Find(key, English).ShouldNotBeNull(key);
            Texts.Find($"Mapping.Help.{name}", English).ShouldNotBeNull($"Mapping.Help.{name}");
        }
    }

    [Fact]
    public void Indexer_UnknownKey_ShowsTheKey() => new Texts()["Nowhere.Nothing"].ShouldBe("Nowhere.Nothing");

    private static string Source { get; } = FindSource();

    private static string Find(string key, CultureInfo culture) => Texts.Find(key, culture) ?? throw new KeyNotFoundException(key);

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order());

    private static HashSet<string> Keys(string file) =>
        [.. XDocument.Load(Path.Combine(Source, "Resources", file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    private static string FindSource()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LlmRec.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("LlmRec.sln is in no folder above the tests.");
        }

        return Path.Combine(folder.FullName, "src", "Workbench");
    }

    [GeneratedRegex("""\b[tT](?:exts)?\["([A-Z]\w*\.[\w.]+)"[],]""")]
    private static partial Regex Used();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Hole();
}
