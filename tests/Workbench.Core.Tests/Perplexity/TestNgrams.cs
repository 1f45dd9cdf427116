using System.Globalization;
using System.Text;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>A small language model of random n-grams that knows its own answers by looking n-grams up by their words.</summary>
internal sealed class TestNgrams
{
    private readonly Dictionary<string, (float Prob, float Backoff)>[] _grams;

    public TestNgrams(int order) => _grams = [.. Enumerable.Range(0, order).Select(_ => new Dictionary<string, (float, float)>())];

    public int Order => _grams.Length;

    /// <summary>Words of an n-gram joined by blanks, by the n-gram's length from 1.</summary>
    public IReadOnlyDictionary<string, (float Prob, float Backoff)> this[int length] => _grams[length - 1];

    /// <summary>All n-grams of random sentences, with random weights.</summary>
    public static TestNgrams Random(int seed, int order, int words = 12, int sentences = 12)
    {
        var random = new Random(seed);
        var model = new TestNgrams(order);
        model.Add(["<unk>"], random);
        for (var i = 0; i < sentences; i++)
        {
            string[] sentence = ["<s>", .. Sentence(random, words, known: true), "</s>"];
            for (var length = 1; length <= order; length++)
            {
                for (var start = 0; start + length <= sentence.Length; start++)
                {
                    model.Add(sentence.AsSpan(start, length), random);
                }
            }
        }

        return model;
    }

    public static string[] Sentence(Random random, int words, bool known) =>
        [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => "词" + random.Next(known ? words : words + 3).ToString(CultureInfo.InvariantCulture))];

    public string ToArpa()
    {
        var text = new StringBuilder("\\data\\\n");
        for (var n = 1; n <= Order; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"ngram {n}={this[n].Count}\n");
        }

        for (var n = 1; n <= Order; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\\{n}-grams:\n");
            foreach (var (words, (prob, backoff)) in this[n])
            {
                text.Append(CultureInfo.InvariantCulture, $"{prob:R}\t{words}").Append(backoff == 0 ? "\n" : string.Create(CultureInfo.InvariantCulture, $"\t{backoff:R}\n"));
            }
        }

        return text.Append("\n\\end\\\n").ToString();
    }

    public double ScoreSentence(IReadOnlyList<string> words)
    {
        List<string> known = ["<s>", .. words.Select(word => this[1].ContainsKey(word) ? word : "<unk>"), "</s>"];
        return Enumerable.Range(1, known.Count - 1).Sum(i => Score(known.Take(i), known[i]));
    }

    /// <summary>Backs off from the longest possible context: the definition, without any shortcut.</summary>
    public double Score(IEnumerable<string> before, string word)
    {
        var context = before.TakeLast(Order - 1).ToList();
        var backoff = 0.0;
        while (context.Count > 0 && !this[context.Count + 1].ContainsKey(string.Join(' ', [.. context, word])))
        {
            backoff += this[context.Count].GetValueOrDefault(string.Join(' ', context)).Backoff;
            context.RemoveAt(0);
        }

        return backoff + this[context.Count + 1][string.Join(' ', [.. context, word])].Prob;
    }

    private void Add(ReadOnlySpan<string> words, Random random)
    {
        var backoff = words.Length == Order || words is ["<unk>"] or [.., "</s>"] || random.Next(4) == 0 ? 0 : -random.Next(1, 64) / 32f;
        _grams[words.Length - 1].TryAdd(string.Join(' ', words.ToArray()), (-random.Next(1, 128) / 32f, backoff));
    }
}
