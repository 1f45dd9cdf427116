using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Web.Tests.Api;

/// <summary>The real app with one published release of one pair.</summary>
public sealed class ReleasedApp : IAsyncLifetime
{
    private TestApp _app = null!;

    public HttpClient Client => _app.Client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await ApproveSomethingAsync();
        await _app.Get<ReleaseService>().CreateAsync(Caller.SingleUser("lin"), "first", Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ApproveSomethingAsync()
    {
        await using var db = await _app.Get<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync(Token);
        var leaves = await db.Categories.Where(c => c.IsLeaf).OrderBy(c => c.Id).Select(c => c.Id).Take(2).ToListAsync(Token);
        var mapping = new LlmRec.Workbench.Mapping.Mapping { Key = "test", Text = "test" };
        db.Add(mapping);
        await db.SaveChangesAsync(Token);
        db.Add(new Pair
        {
            SourceId = leaves[0], Text = "test", MappingId = mapping.Id, State = PairState.Approved, Targets = [new PairTarget { CategoryId = leaves[1] }],
        });
        await db.SaveChangesAsync(Token);
    }
}
