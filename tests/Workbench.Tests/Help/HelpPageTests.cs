using System.Globalization;
using Bunit;
using LlmRec.Workbench.Web.Components.Pages.Help;
using LlmRec.Workbench.Web.Tests.Shared;

namespace LlmRec.Workbench.Web.Tests.Help;

public sealed class HelpPageTests
{
    public static TheoryData<string, string> Texts() => [.. HelpTopics.All.SelectMany(topic => new[] { (topic, "zh-CN"), (topic, "en") })];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task ReadAsync_EveryTopic_HasATextInEveryLanguage(string topic, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        (await HelpTopics.ReadAsync(topic, Xunit.TestContext.Current.CancellationToken)).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Page_UnknownTopic_SaysSo()
    {
        await using var context = await PageContext.CreateAsync();
        var page = context.Render<HelpPage>(parameters => parameters.Add(p => p.Topic, "nonsense"));
        page.WaitForAssertion(() => page.Markup.ShouldContain("No such topic"));
    }
}
