using System.Buffers.Binary;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class BinaryModelTests
{
    private const int CountsOffset = 0x6C;

    public static TheoryData<string> Kinds => [.. Enum.GetNames<BinaryKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_EveryTruncation_IsRefused(string kind)
    {
        var bytes = Write(kind);
        for (var length = 0; length < bytes.Length; length += length < 200 ? 1 : 13)
        {
            // A cut behind one of the words at the end leaves a model that scores.
            if (length == 0 || bytes[length - 1] != 0 || length < bytes.Length / 2)
            {
                using var file = new TempModel(bytes[..length]);
                file.Refusal().ShouldStartWith(file.Path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_HugeCounts_AreRefusedWithoutTakingMemory(string kind)
    {
        for (var order = 0; order < 3; order++)
        {
            foreach (var count in new[] { 1L << 30, 1L << 50, long.MaxValue, -1 })
            {
                var bytes = Write(kind);
                BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(CountsOffset + (order * 8)), count);
                using var file = new TempModel(bytes);
                file.Refusal().ShouldMatch("too short for what its header says|header is damaged");
            }
        }
    }

    [Theory]
    [InlineData(0x38, 1, "test values differ")]
    [InlineData(0x58, 17, "header is damaged (order 17")]
    [InlineData(0x58, 1, "at least order 2")]
    [InlineData(0x5F, 0xFF, "probing multiplier")]
    [InlineData(0x60, 6, "kind 6")]
    [InlineData(0x68, 9, "search structure has version 9")]
    public void Open_DamagedHeader_SaysWhat(int offset, byte value, string said)
    {
        var bytes = Write(nameof(BinaryKind.Probing));
        bytes[offset] = value;
        using var file = new TempModel(bytes);

        file.Refusal().ShouldContain(said);
    }

    [Fact]
    public void Open_WordsInTheWrongPlace_IsRefused()
    {
        var bytes = Write(nameof(BinaryKind.Trie));
        bytes[bytes.AsSpan().IndexOf("<unk>\0"u8)] = (byte)'x';
        using var file = new TempModel(bytes);

        file.Refusal().ShouldContain("its words are not where they should be");
    }

    [Fact]
    public void ScoreSentence_TablesWithoutEmptyBuckets_Ends()
    {
        var bytes = Write(nameof(BinaryKind.Probing));
        bytes.AsSpan(0x90, bytes.AsSpan().IndexOf("<unk>\0"u8) - 0x90).Replace((byte)0, (byte)0x3F);
        using var file = new TempModel(bytes);
        using var model = file.Open();

        model.ScoreSentence("词1 没有 词2").Tokens.ShouldBe(4);
    }

    [Fact]
    public void Find_VocabularyThatPointsOutside_IsUnknown()
    {
        var ngrams = TestNgrams.Random(1, 3);
        var bytes = Write(nameof(BinaryKind.Probing));
        for (var entry = 0x90; entry < 0x90 + ((ngrams[1].Count + 1) * 12); entry += 12)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(entry + 8), uint.MaxValue);
        }

        using var file = new TempModel(bytes);
        using var model = file.Open();

        model.ScoreSentence("词1 词2").Oov.ShouldBe(2);
    }

    [Fact]
    public void ScoreSentence_ManyThreads_AgreeWithOne()
    {
        using var model = LlmRec.Workbench.Perplexity.LanguageModel.Open(SharedData.Find("perplexity/small.quant-array-trie.bin"));
        var lines = File.ReadAllLines(SharedData.Find("perplexity/small.txt"));
        var answers = new double[lines.Length * 8];
        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => answers[i] = model.ScoreSentence(lines[i % lines.Length]).Log10);

        answers.Index().ShouldAllBe(pair => pair.Item == model.ScoreSentence(lines[pair.Index % lines.Length]).Log10);
    }

    [Fact]
    public async Task Dispose_WhileOthersScore_EndsThemWithAnExceptionOnly()
    {
        using var file = new TempModel(Write(nameof(BinaryKind.QuantisedArrayTrie)));
        var model = file.Open();
        var scorers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (true)
            {
                model.ScoreSentence("词1 词2 词3 没有 词4");
            }
        })).ToList();
        await Task.Delay(20, TestContext.Current.CancellationToken);
        model.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        foreach (var scorer in scorers)
        {
            await Should.ThrowAsync<ObjectDisposedException>(scorer);
        }
    }

    private static byte[] Write(string kind) => BinaryModelWriter.Write(TestNgrams.Random(1, 3), Enum.Parse<BinaryKind>(kind));
}
