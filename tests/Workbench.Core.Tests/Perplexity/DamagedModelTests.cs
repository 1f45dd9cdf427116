using System.Diagnostics;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>Thousands of damaged models: each is refused or scores with whatever figures, but nothing crashes and nothing hangs.</summary>
public sealed class DamagedModelTests
{
    private const int CasesPerFile = 400;
    private const int MostFlips = 64;
    private static readonly TimeSpan MostPerCase = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Kinds => [.. Enum.GetNames<BinaryKind>()];

    [Theory]
    [InlineData("small.arpa")]
    [InlineData("small.probing.bin")]
    [InlineData("small.trie.bin")]
    [InlineData("small.quant-trie.bin")]
    [InlineData("small.array-trie.bin")]
    [InlineData("small.quant-array-trie.bin")]
    public void Open_DamagedSharedModel_IsRefusedOrScores(string file) => Damage(File.ReadAllBytes(SharedData.Find($"perplexity/{file}")), seed: file.Length, "糯 米 糕 击 剑 训 练 辅 助 用 品 获 奖");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_DamagedTinyModel_IsRefusedOrScores(string kind) =>
        Damage(BinaryModelWriter.Write(TestNgrams.Random(7, 4), Enum.Parse<BinaryKind>(kind)), seed: kind.Length, "词1 词2 没有 词3 词1 词4 词5");

    [Fact]
    public void Open_DamagedArpa_IsRefusedOrScores() => Damage(System.Text.Encoding.UTF8.GetBytes(TestNgrams.Random(7, 4).ToArpa()), seed: 1, "词1 词2 没有 词3 词1 词4 词5");

    [Fact]
    public void Open_DamagedGzip_IsRefusedOrScores() => Damage(TempModel.Gzip(TestNgrams.Random(7, 4).ToArpa()), seed: 2, "词1 词2 没有 词3 词1 词4 词5");

    private static void Damage(byte[] bytes, int seed, string sentence)
    {
        var random = new Random(seed);
        for (var i = 0; i < CasesPerFile; i++)
        {
            var damaged = Damage(bytes, random);
            using var file = new TempModel(damaged);
            var started = Stopwatch.GetTimestamp();
            (Use(file, sentence) ?? file.Path).ShouldContain(file.Path);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(MostPerCase, $"case {i}");
        }
    }

    /// <summary>Why the file is refused, or null if it scores.</summary>
    private static string? Use(TempModel file, string sentence)
    {
        try
        {
            using var model = file.Open();
            model.ScoreSentence(sentence).Tokens.ShouldBe(sentence.Split(' ').Length + 1);
            model.ReadWords().Take(10_000).Count().ShouldBeLessThanOrEqualTo(10_000);
            return null;
        }
        catch (LanguageModelException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Flips bytes near the beginning or anywhere, fills a stretch with one byte, or cuts the end off.</summary>
    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToArray();
        var start = random.Next(damaged.Length);
        switch (random.Next(4))
        {
            case 0:
                return damaged[..start];
            case 1:
                var value = (byte)(random.Next(2) == 0 ? 0xFF : random.Next(256));
                damaged.AsSpan(start, random.Next(damaged.Length - start)).Fill(value);
                return damaged;
            default:
                var within = random.Next(2) == 0 ? 200 : damaged.Length;
                for (var flips = random.Next(1, MostFlips); flips > 0; flips--)
                {
                    damaged[random.Next(within)] = (byte)random.Next(256);
                }

                return damaged;
        }
    }
}
