using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class TitleLinesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task Read_TextAndJson_GivesTitlesInTheirOrder() =>
        (await ReadAsync("纯棉T恤 \n{\"title\":\"保温杯\",\"id\":1}\n")).ShouldBe(["纯棉T恤", "保温杯"]);

    [Theory]
    [InlineData("一\n\n二\n", "line 2")]
    [InlineData("{\"name\":\"x\"}\n", "line 1")]
    [InlineData("一\n{\"title\":\n", "line 2")]
    [InlineData("{\"title\":5}\n", "line 1")]
    [InlineData("{\"title\":\"\\uD800\"}\n", "line 1")]
    public async Task Read_LineWithoutATitle_NamesIt(string text, string line) =>
        (await Should.ThrowAsync<EmbeddingException>(() => ReadAsync(text))).Message.ShouldContain($"{line}: there is no title.");

    [Fact]
    public async Task Read_NoFile_SaysSo()
    {
        File.Delete(_file);

        (await Should.ThrowAsync<EmbeddingException>(() => TitleLines.ReadAsync(_file).ToListAsync(TestContext.Current.CancellationToken).AsTask())).Message.ShouldBe($"There is no file {_file}.");
    }

    public void Dispose() => File.Delete(_file);

    private async Task<List<string>> ReadAsync(string text)
    {
        await File.WriteAllTextAsync(_file, text, TestContext.Current.CancellationToken);
        return await TitleLines.ReadAsync(_file, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
