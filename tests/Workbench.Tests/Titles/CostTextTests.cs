using System.Globalization;
using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Web.Components.Pages.Titles;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class CostTextTests
{
    public CostTextTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData(0.0, 10, 0, 0, "LLM cost not counted: the model has no price configured")]
    [InlineData(0.0, 10, 0, 10, "Answers are recorded knowledge and cost nothing")]
    [InlineData(0.0, 10, 10, 0, "10 of them from the cache, not charged")]
    [InlineData(1.5, 10, 0, 0, "LLM cost:")]
    public void Of_Costs_SayWhetherNothingIsFreeOrUnknown(double total, int titles, int fromCache, int recorded, string expected) =>
        CostText.Of(new Texts(), new ArmCost("CNY", (decimal)total, titles, fromCache, recorded)).ShouldContain(expected);
}
