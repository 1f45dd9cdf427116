using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Api;
using LlmRec.Workbench.Web.Api.Reconciliation;
using LlmRec.Workbench.Web.Components;
using LlmRec.Workbench.Web.Components.Layout;
using LlmRec.Workbench.Web.Components.Pages.Review;
using LlmRec.Workbench.Web.Jobs;
using LlmRec.Workbench.Web.Security;
using Serilog;

namespace LlmRec.Workbench.Web.Hosting;

/// <summary>The web app: what it is made of and how requests pass through it.</summary>
internal static class WorkbenchApp
{
    public static WebApplication Build(string? database = null, string? urls = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WorkbenchApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddUserSecrets(typeof(WorkbenchApp).Assembly, optional: true);
        builder.Configuration.AddCommandLineSettings(database, urls);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenOnLoopbackOnly());
        builder.Services.AddSerilog((provider, logging) => logging.ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        builder.Services.AddWorkbenchCore().AddJobs().AddSecurity().AddTelemetry(builder.Configuration);
        builder.Services.AddShell();
        builder.Services.AddReviewPages();
        builder.Services.AddApi();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi();
        app.MapReleasesApi();
        app.MapVectorsApi();
        app.MapTitlesApi();
        app.MapMappingApi();
        app.MapReconciliationApi();
        app.MapShell();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>Brings the database up to date, fills an empty one with the sample and takes up the runs that the last process left.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseSetup>().MigrateAsync(cancellationToken);
        await FirstStart.SeedAsync(services, cancellationToken);
        await services.GetRequiredService<ReleaseRecovery>().RecoverAsync(cancellationToken);
        await services.GetRequiredService<RunControl>().RequeueUnfinishedAsync(cancellationToken);
        await services.GetRequiredService<VectorControl>().RecoverAsync(cancellationToken);
    }
}
