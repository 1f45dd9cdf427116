using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Recognises answers that will not or cannot say what the product is.</summary>
internal static partial class Refusals
{
    /// <summary>Words of a refusal that the title itself holds (a book called 对不起) are no refusal.</summary>
    public static bool IsRefusal(string sentence, string title)
    {
        foreach (Match found in Phrase().Matches(sentence))
        {
            if (!title.Contains(found.Value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        """
        抱歉 | 对不起 | 很遗憾 | 无法(?:确定|判断|识别|回答|提供|理解|给出|得知|完成|协助|归纳|概括|生成) | 不能(?:确定|判断|识别|回答|提供|协助|完成) | 不知道 | 不清楚 | 不确定 | 作为(?:一个|一名)?\s*(?:AI|人工智能|语言模型|大模型|助手)
          | 没有足够 | 信息不足 | 请提供 | 拒绝回答 | 未提供 | 难以(?:确定|判断)
          | \bsorry\b | \bI\s*(?:can\s?not|can't|can’t|am\s+unable|'m\s+unable|’m\s+unable|won't|don't\s+know|am\s+not\s+able) | \bas\s+an?\s+(?:AI|language\s+model|assistant)
          | \bunable\s+to\b | \bnot\s+enough\s+information | \bcannot\s+(?:determine|identify|answer|provide|help|assist|tell) | \bplease\s+provide\b | \bunknown\s+product\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
