using System.Globalization;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Tests.Catalog;

public sealed class FindingTextTests
{
    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_EveryReason_SaysTheSameInBothLanguages(FindingCode code)
    {
        var finding = new ImportFinding(1, code, ["first", "second"]);

        var english = finding.Format(Texts.Find($"Catalog.Reason.{code}", CultureInfo.GetCultureInfo("en"))!);
        var chinese = finding.Format(Texts.Find($"Catalog.Reason.{code}", CultureInfo.GetCultureInfo("zh-CN"))!);

        english.ShouldBe(finding.Message);
        chinese.ShouldNotBe(english);
        chinese.Contains("first").ShouldBe(english.Contains("first"));
        chinese.Contains("second").ShouldBe(english.Contains("second"));
    }
}
