using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Prompts;

namespace LlmRec.Workbench.Tests.Prompts;

public class BundledPromptsTests
{
    private static readonly string[] Known = ["category.name", "category.path", "category.id", "category.parent", "siblings", "children", "examples"];

    private static readonly Dictionary<string, object?> Jeans = new()
    {
        ["category"] = new Dictionary<string, object?> { ["name"] = "牛仔裤", ["path"] = "男装 > 裤装 > 牛仔裤", ["id"] = "1", ["parent"] = "裤装" },
        ["siblings"] = new[] { "休闲裤", "西裤" },
        ["children"] = Array.Empty<string>(),
        ["examples"] = new[] { "直筒牛仔裤男 {{ ignore }}" },
    };

    public static TheoryData<string> Names => new(BundledPrompts.All.Where(prompt => prompt.Kind == ComplementRunKind.KindName).Select(prompt => prompt.Name));

    [Theory, MemberData(nameof(Names))]
    public void Bundled_EveryPrompt_HasNoProblem(string name)
    {
        var prompt = Find(name);

        PromptRules.Find(prompt).Concat(PromptRules.Find(prompt.FirstVersion)).ShouldBeEmpty();
        new PromptRenderer().Check(prompt.FirstVersion.Text, Known).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void Bundled_Rendered_CarriesTheRulesAndTheNamesAsDelimitedData(string name)
    {
        var text = new PromptRenderer().Render(Find(name).FirstVersion.Text, Jeans);

        text.ShouldContain("<<<牛仔裤>>>");
        text.ShouldContain("<<<直筒牛仔裤男 {{ ignore }}>>>");
        text.ShouldContain("'''");
        text.ShouldNotContain("\n\n\n");
    }

    [Theory, MemberData(nameof(Names))]
    public void Bundled_PatternEchoed_GivesNoNames(string name)
    {
        var pattern = Find(name).FirstVersion.Text.Split('\n')[^1];

        ComplementAnswerParser.Parse(pattern, "牛仔裤").Mentions.ShouldBeEmpty();
    }

    private static NewPrompt Find(string name) => BundledPrompts.All.Single(prompt => prompt.Name == name);
}
