using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Titles.Files;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Titles;

/// <summary>Registers the titles run kind and what stores its sentences.</summary>
public static class TitleServices
{
    public static IServiceCollection AddTitles(this IServiceCollection services) => services
        .AddSingleton<TitleSubjects>()
        .AddSingleton<TitleMeasurer>()
        .AddSingleton<TitleMeasuring>()
        .AddSingleton<TitleStore>()
        .AddSingleton<TitleRepairQueue>()
        .AddSingleton<TitleAsker>()
        .AddSingleton<TitleFileNormaliser>()
        .AddSingleton<IRunKind, TitleRunKind>();
}
