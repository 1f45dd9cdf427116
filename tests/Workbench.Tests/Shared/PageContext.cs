using System.Globalization;
using Bunit;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Hosting;
using LlmRec.Workbench.Web.Resources;
using LlmRec.Workbench.Web.Security;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Tests.Shared;

/// <summary>Renders pages in English over a real, migrated database with every service of the app.</summary>
internal sealed class PageContext : BunitContext
{
    private PageContext(TestDatabase database)
    {
        Database = database;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<Texts>().AddScoped<KeyScope>().AddScoped<CurrentUser>();
        this.AddAuthorization().SetAuthorized("ann").SetRoles([.. Roles.All]).SetPolicies([.. Policies.AllowedRoles.Keys]);
        Services.AddFallbackServiceProvider(database.Services);
    }

    public TestDatabase Database { get; }

    // Not async itself: the culture that an async method sets is gone when it returns.
    public static Task<PageContext> CreateAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return CreateContextAsync();
    }

    private static async Task<PageContext> CreateContextAsync() =>
        new(await TestDatabase.CreateAsync(services => services.AddWorkbenchCore().AddSingleton<IShardQueue, IdleQueue>().AddSingleton<IVectorQueue, IdleVectorQueue>()));

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Database.DisposeAsync();
    }

    private sealed class IdleVectorQueue : IVectorQueue
    {
        public void Enqueue(int number)
        {
            // Sets are ordered here, not made.
        }
    }

    private sealed class IdleQueue : IShardQueue
    {
        public void Enqueue(int runId, int shard, TimeSpan delay = default)
        {
            // Pages are rendered here, runs are not executed.
        }
    }
}
