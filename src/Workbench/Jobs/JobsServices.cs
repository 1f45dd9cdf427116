using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
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
        services.AddHangfire((provider, configuration) =>
        {
            configuration.UseRecommendedSerializerSettings();
            var location = provider.GetRequiredService<StorageLocation>();
            if (location.IsPostgres)
            {
                configuration.UsePostgreSqlStorage(
                    bootstrap => bootstrap.UseNpgsqlConnection(location.ConnectionString),
                    new PostgreSqlStorageOptions { UseSlidingInvisibilityTimeout = true, QueuePollInterval = TimeSpan.FromSeconds(1) });
            }
            else
            {
                configuration.UseInMemoryStorage();
            }
        });
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
        return services;
    }
}
