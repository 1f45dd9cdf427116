using LlmRec.Workbench.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Registers "retrieve, then choose": runs in which a model picks among the candidates of unclear names.</summary>
public static class ChoiceServices
{
    public static IServiceCollection AddChoices(this IServiceCollection services) => services
        .AddSingleton<ChoiceSubjects>().AddSingleton<ChoiceVariables>().AddSingleton<ChoiceStore>().AddSingleton<ChoiceQueries>().AddSingleton<ChoiceFollowUp>()
        .AddSingleton<IRunKind, ChoiceRunKind>();
}
