using LlmRec.Workbench.Prompts;

namespace LlmRec.Workbench.Tests.Prompts;

public class PromptRendererTests
{
    private static readonly string[] Known = ["category.name", "category.parent", "siblings"];

    private static readonly Dictionary<string, object?> Values = new()
    {
        ["category"] = new Dictionary<string, object?> { ["name"] = "衬衫 <b> {{ category.id }}", ["parent"] = null },
        ["siblings"] = new[] { "T恤", "卫衣" },
    };

    [Fact]
    public void Render_Variables_AreDataAndNeverTemplateOrMarkup() =>
        CreateSut().Render("{{ category.name }}!", Values).ShouldBe("衬衫 <b> {{ category.id }}!");

    [Fact]
    public void Render_List_CanBeJoinedAndLooped() =>
        CreateSut().Render("{{ siblings | join: '、' }}{% for s in siblings %}[{{ forloop.index }}{{ s }}]{% endfor %}", Values).ShouldBe("T恤、卫衣[1T恤][2卫衣]");

    [Fact]
    public void Render_NullValue_IsEmpty() =>
        CreateSut().Render("[{{ category.parent }}]{% if category.parent != '' %}x{% endif %}", Values).ShouldBe("[]");

    [Theory]
    [InlineData("{{ nothing }}")]
    [InlineData("{{ category.nothing }}")]
    [InlineData("{{ 99999999999999999999 | times: 99999999999999999999 }}")]
    [InlineData("{{ category.name | divided_by: 0 }}")]
    public void Render_WhatHasNoValue_IsRejected(string template) =>
        Should.Throw<PromptRejectedException>(() => CreateSut().Render(template, Values)).Problems.ShouldHaveSingleItem();

    [Theory]
    [InlineData("{% for i in (1..2000000000) %}x{% endfor %}")]
    [InlineData("{% include 'secrets' %}")]
    [InlineData("{% assign a = 'xxxxxxxxxx' %}{% assign a = a | replace: 'x', a | replace: 'x', a | replace: 'x', a | replace: 'x', a | replace: 'x', a | replace: 'x', a %}{{ a }}")]
    public void Render_HostileTemplate_IsRejectedAtOnce(string template) =>
        Should.Throw<PromptRejectedException>(() => CreateSut().Render(template, Values));

    [Fact]
    public void Render_TextThatDoubles_StopsAtTheLimit()
    {
        var template = "{% assign a = 'xxxxxxxxxx' %}" + string.Concat(Enumerable.Repeat("{% assign a = a | append: a %}", 60)) + "{{ a }}";

        var rejected = Should.Throw<PromptRejectedException>(() => CreateSut().Render(template, Values));

        rejected.Message.ShouldContain("longer than");
    }

    [Fact]
    public void Render_NestedLoops_StopAtTheLimit()
    {
        var many = new Dictionary<string, object?> { ["siblings"] = Enumerable.Range(0, 500).Select(i => $"{i}").ToList() };
        var template = string.Concat(Enumerable.Repeat("{% for s in siblings %}", 5)) + "x" + string.Concat(Enumerable.Repeat("{% endfor %}", 5));

        Should.Throw<PromptRejectedException>(() => CreateSut().Render(template, many));
    }

    [Theory]
    [InlineData("a {{ b ", 1, 7)]
    [InlineData("a\nb {% if category.name %} c", 2, 30)]
    [InlineData("x\n{% nonsense %}", 2, 0)]
    public void Check_BrokenSyntax_SaysWhere(string template, int line, int column)
    {
        var problem = CreateSut().Check(template, Known).ShouldHaveSingleItem();

        problem.Line.ShouldBe(line);
        problem.Message.ShouldNotContain("Source");
        if (column == 7)
        {
            problem.Column.ShouldBe(column);
        }
    }

    [Fact]
    public void Check_UnknownVariables_GivesEachWithItsPlaceAndWhatExists()
    {
        var problems = CreateSut().Check("名 {{ category.nmae }}\n{% for s in sibling %}{{ s }}{% endfor %}", Known);

        problems.Select(p => (p.Line, p.Column)).ShouldBe([(1, 6), (2, 13)]);
        problems[0].Message.ShouldBe("There is no variable 'category.nmae'. Variables: category.name, category.parent, siblings.");
    }

    [Theory]
    [InlineData("{% assign x = category.name | upcase %}{{ x }}{% capture y %}{{ x }}{% endcapture %}{{ y }}")]
    [InlineData("{% for s in siblings %}{{ s }}{{ forloop.last }}{% endfor %}{{ siblings.size }}{{ siblings[0] }}")]
    public void Check_NamesThatTheTemplateSets_AreKnown(string template) => CreateSut().Check(template, Known).ShouldBeEmpty();

    [Theory]
    [InlineData("{{ category }}", "'category' is a group")]
    [InlineData("{{ category.name | shout }}", "There is no filter 'shout'")]
    [InlineData("{% render 'x' %}", "Includes ('render') are not available")]
    public void Check_WhatPromptsMayNotUse_IsSaid(string template, string message) =>
        CreateSut().Check(template, Known).ShouldHaveSingleItem().Message.ShouldStartWith(message);

    [Fact]
    public void Check_NestingThatWouldOverflowTheParser_IsFoundBeforeParsing()
    {
        var deep = string.Concat(Enumerable.Repeat("{% if category.name %}", 1500));

        CreateSut().Check(deep, Known).ShouldHaveSingleItem().Message.ShouldContain("nested");
        CreateSut().Check("{{ category.name" + string.Concat(Enumerable.Repeat(" and category.name", 1500)) + "}}", Known).ShouldHaveSingleItem().Message.ShouldContain("tag");
        CreateSut().Check(new string('x', 50_000), Known).ShouldHaveSingleItem().Message.ShouldContain("40,000");
    }

    private static PromptRenderer CreateSut() => new();
}
