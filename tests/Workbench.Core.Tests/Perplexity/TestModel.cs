using System.Globalization;
using System.Text;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>A small language model in a file of its own, written as an ARPA text.</summary>
public sealed class TestModel : IDisposable
{
    private const double UnknownLog10 = -6;

    private TestModel(string path) => Path = path;

    public string Path { get; }

    /// <summary>Words with their log10 probability, and pairs of words with theirs. Backing off costs a tenth.</summary>
    public static TestModel Create(IReadOnlyDictionary<string, double> words, IReadOnlyDictionary<(string, string), double>? pairs = null)
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("workbench-lm-").FullName, "test.arpa");
        Write(path, words, pairs ?? new Dictionary<(string, string), double>());
        return new TestModel(path);
    }

    /// <summary>Words that are equally probable, long ones no more than short ones.</summary>
    public static TestModel Of(params IEnumerable<string> words) => Create(words.ToDictionary(w => w, _ => -3.0));

    /// <summary>The installed Chinese model; skips the running test where there is none.</summary>
    public static string FindChinese()
    {
        var path = System.IO.Path.Combine(
            Environment.GetEnvironmentVariable("WORKBENCH_TEST_MODELS") ?? new StorageLocation(new StorageOptions()).ModelsFolder, LanguageModelInstaller.FileName);
        Assert.SkipUnless(File.Exists(path), $"The Chinese language model is not installed at {path} (run 'lm install').");
        return path;
    }

    public LanguageModel Open() => LanguageModel.Open(Path);

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);

    public static void Write(string path, IReadOnlyDictionary<string, double> words, IReadOnlyDictionary<(string, string), double> pairs)
    {
        var text = new StringBuilder("\\data\\\n")
            .Append(CultureInfo.InvariantCulture, $"ngram 1={words.Count + 3}\n")
            .Append(CultureInfo.InvariantCulture, $"ngram 2={pairs.Count}\n\n\\1-grams:\n")
            .Append(CultureInfo.InvariantCulture, $"{UnknownLog10}\t<unk>\n-99\t<s>\t-0.1\n-1.5\t</s>\n");
        foreach (var (word, log10) in words)
        {
            text.Append(CultureInfo.InvariantCulture, $"{log10}\t{word}\t-0.1\n");
        }

        text.Append("\n\\2-grams:\n");
        foreach (var ((first, second), log10) in pairs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{log10}\t{first} {second}\n");
        }

        File.WriteAllText(path, text.Append("\n\\end\\\n").ToString());
    }
}
