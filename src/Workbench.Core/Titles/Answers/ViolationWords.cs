using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>A broken check in words for a model that is asked to mend its answer.</summary>
internal sealed record ViolationWords(string Name, string Chinese, string English)
{
    /// <summary>What a person said who sent the sentence back.</summary>
    public static ViolationWords SentBack(string reason) => reason.Length == 0
        ? new("sent-back", "审核的人认为要修改", "was sent back by a reviewer")
        : new("sent-back", $"审核的人认为要修改：{reason}", $"was sent back by a reviewer: {reason}");

    public static ViolationWords Of(string name, TitleRules rules) => name switch
    {
        TitleViolations.Empty => new(name, "没有给出可用的句子", "gave no usable sentence"),
        TitleViolations.Refusal => new(name, "拒绝了回答", "declined to answer"),
        TitleViolations.NoOpening => new(name, $"没有以“{rules.Opening}”开头", $"does not begin with \"{rules.Opening}\""),
        TitleViolations.TooLong => new(name, $"超过了{rules.MaxLength}个字", $"is longer than {rules.MaxLength} characters"),
        TitleViolations.SeveralSentences => new(name, "写成了不止一句话", "is more than one sentence"),
        TitleViolations.ForeignWords => new(name, "用了标题和属性里都没有的词", "uses words that stand in neither the title nor the attributes"),
        TitleViolations.LostBrand => new(name, "漏掉了品牌", "leaves out the brand"),
        TitleViolations.LostProductWord => new(name, "没有说出商品是什么", "does not say what the product is"),
        _ => new(name, name, name),
    };
}
