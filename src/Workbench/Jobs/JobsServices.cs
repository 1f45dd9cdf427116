using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Web.Jobs;

internal static class JobsServices
{
    // Enough shards at once that one that ends leaves no place of a model profile idle; how many calls are under way is the profile's affair.
    private const int ShardsAtOnce = 8;

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        // One storage and one activator per container: Hangfire's own registrations pass through statics, so of two apps in one process one would
        // take the other's jobs, or do its own with the other's services and database.
        services.AddSingleton(Storage);
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, configuration) =>
            configuration.UseRecommendedSerializerSettings().UseStorage(provider.GetRequiredService<JobStorage>()));
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = ShardsAtOnce;
            options.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        services.AddSingleton<IShardQueue, HangfireShardQueue>();
        services.AddTransient<ShardJob>();
        services.AddSingleton<IVectorQueue, HangfireVectorQueue>();
        services.AddTransient<VectorJob>();
        services.AddHostedService<TitleMeasuringJob>();
        services.AddHostedService<ChoiceFollowUpJob>();
        return services;
    }

    private static JobStorage Storage(IServiceProvider provider)
    {
        var location = provider.GetRequiredService<StorageLocation>();
        var options = new PostgreSqlStorageOptions { UseSlidingInvisibilityTimeout = true, QueuePollInterval = TimeSpan.FromSeconds(1) };
        return location.IsPostgres ? new PostgreSqlStorage(new NpgsqlConnectionFactory(location.ConnectionString, options), options) : new InMemoryStorage();
    }
}
