using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Web.Jobs;

internal static class JobsServices
{
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
            options.WorkerCount = 4;
            options.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        services.AddSingleton<IShardQueue, HangfireShardQueue>();
        services.AddTransient<ShardJob>();
        return services;
    }
}
