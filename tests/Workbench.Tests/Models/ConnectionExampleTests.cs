using System.Text;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Web.Components.Pages.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Web.Tests.Models;

public sealed class ConnectionExampleTests
{
    public static TheoryData<string> Titles => [.. ConnectionExample.All.Select(e => e.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void ToJson_EveryExample_IsAValidConfiguration(string title)
    {
        var example = Find(title);

        var options = Bind(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(example.ToJson()))));

        options.Default.ShouldBe(example.Profile);
        options.Profiles.ShouldContainKey(example.Profile);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void ToShell_EveryExample_MeansTheSameAsTheJson(string title)
    {
        var example = Find(title);
        var variables = example.ToShell().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line["export ".Length..].Split('=', 2))
            .Where(pair => pair[0].StartsWith("Models__", StringComparison.Ordinal))
            .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), string? (pair) => pair[1]);

        var fromShell = Bind(new ConfigurationBuilder().AddInMemoryCollection(variables)).Profiles[example.Profile];
        var fromJson = Bind(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(example.ToJson())))).Profiles[example.Profile];

        fromShell.ShouldBeEquivalentTo(fromJson);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Guide_EveryExample_StandsInIt(string title)
    {
        var guide = File.ReadAllText(Path.Combine(FindRoot(), "docs", "connect-an-llm.md")).ReplaceLineEndings("\n");

        guide.ShouldContain($"## {title}\n");
        guide.ShouldContain($"```bash\n{Find(title).ToShell()}```");
        guide.ShouldContain($"```json\n{Find(title).ToJson().ReplaceLineEndings("\n")}\n```");
    }

    [Fact]
    public void Guide_EverySetting_IsExplained()
    {
        var guide = File.ReadAllText(Path.Combine(FindRoot(), "docs", "connect-an-llm.md"));

        typeof(ModelProfileOptions).GetProperties().Select(p => p.Name).ShouldAllBe(name => guide.Contains($"`{name}`"));
    }

    private static ConnectionExample Find(string title) => ConnectionExample.All.Single(e => e.Title == title);

    private static ModelsOptions Bind(IConfigurationBuilder configuration)
    {
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration.Build()).AddModels().BuildServiceProvider();
        return services.GetRequiredService<IOptions<ModelsOptions>>().Value;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LlmRec.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("LlmRec.sln is in no parent folder of the tests.");
        }

        return folder.FullName;
    }
}
