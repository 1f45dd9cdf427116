using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class LanguageModelInfoTests
{
    [Theory]
    [InlineData("small.arpa", "arpa")]
    [InlineData("small.probing.bin", "probing")]
    [InlineData("small.trie.bin", "trie")]
    [InlineData("small.quant-trie.bin", "quantised trie")]
    [InlineData("small.array-trie.bin", "array trie")]
    [InlineData("small.quant-array-trie.bin", "quantised array trie")]
    public void Read_EveryKind_NamesItAndItsOrders(string file, string kind)
    {
        var info = LanguageModelInfo.Read(SharedData.Find($"perplexity/{file}"));

        info.Kind.ShouldBe(kind);
        info.NgramCounts.ShouldBe([7657, 36030, 8607, 4510]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hello", "is not a language model")]
    [InlineData("\u001f", "is not a language model")]
    [InlineData("mmap lm http://kheafield.com/code format version 4\n\0", "another format version")]
    [InlineData("mmap lm http://kheafield.com/code format version 5\n\0", "header is damaged")]
    [InlineData("\\data\\\nnothing", "'ngram N=COUNT' lines are missing")]
    public void Read_NoModel_SaysWhatItIs(string content, string said)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, content);

        Should.Throw<LanguageModelException>(() => LanguageModelInfo.Read(path)).Message.ShouldContain(said);
        File.Delete(path);
    }

    [Fact]
    public void Read_MissingFile_SaysSo() =>
        Should.Throw<LanguageModelException>(() => LanguageModelInfo.Read("/nowhere/model.lm")).Message.ShouldStartWith("There is no file /nowhere/model.lm");
}
