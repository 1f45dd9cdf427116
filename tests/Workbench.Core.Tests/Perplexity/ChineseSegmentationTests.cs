using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>The installed Chinese model, on titles that another tool has cut into words.</summary>
public sealed class ChineseSegmentationTests
{
    [Fact]
    public void Segment_TitlesThatWereCutByAnotherTool_AreAtLeastAsProbable()
    {
        var lines = File.ReadLines(SharedData.Find("perplexity/zh.txt")).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        using var model = LanguageModel.Open(TestModel.FindChinese());
        var sut = new Segmenter(model);

        var worse = lines.Count(words => model.ScoreSentence([.. sut.Segment(Join(words))]).Log10 < model.ScoreSentence([.. words]).Log10 - 0.001);

        worse.ShouldBeLessThanOrEqualTo(lines.Count / 100);
    }

    [Fact]
    public void Segment_OpeningOfNormalisedTitles_IsCutIntoWords()
    {
        using var model = LanguageModel.Open(TestModel.FindChinese());

        new Segmenter(model).Segment("这个商品是一双白色的运动鞋。").ShouldBe(["这个", "商品", "是", "一", "双", "白色", "的", "运动鞋", "。"]);
    }

    // A blank stays where two Latin words or numbers would grow together.
    private static string Join(string[] words) =>
        words.Aggregate("", (text, word) => text + (text.Length > 0 && char.IsAscii(text[^1]) && char.IsAscii(word[0]) ? " " : "") + word);
}
