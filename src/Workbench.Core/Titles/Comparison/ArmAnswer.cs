using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>One model answer about a title, with what is known of its product.</summary>
internal sealed record ArmAnswer(RunItem Item, TitleNormalisation Title, TitleText Text)
{
    public string CategoryId => Title.CategoryId ?? "";
}
