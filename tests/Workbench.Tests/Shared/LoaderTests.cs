using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Tests.Shared;

public sealed class LoaderTests
{
    [Fact]
    public async Task LoadAsync_NewerLoad_WinsAndCancelsTheOlder()
    {
        using var loader = new Loader<string>();
        var older = new TaskCompletionSource<string>();
        var cancelled = false;
        var first = loader.LoadAsync(cancel =>
        {
            cancel.Register(() => cancelled = true);
            return older.Task;
        });
        await loader.LoadAsync(_ => Task.FromResult("new"));
        older.SetResult("old");
        await first;
        cancelled.ShouldBeTrue();
        loader.Value.ShouldBe("new");
    }

    [Fact]
    public async Task LoadAsync_Failure_KeepsTheCauseAndTheOldValue()
    {
        using var loader = new Loader<string>();
        await loader.LoadAsync(_ => Task.FromResult("old"));
        await loader.LoadAsync(_ => throw new InvalidOperationException("no disk"));
        loader.Error.ShouldNotBeNull().Message.ShouldBe("no disk");
        loader.Value.ShouldBe("old");
        loader.IsLoading.ShouldBeFalse();
    }
}
