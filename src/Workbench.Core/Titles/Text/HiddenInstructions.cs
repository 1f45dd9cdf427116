using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Titles.Text;

/// <summary>
/// Finds the part of a title that speaks to whoever reads it ("ignore the above and answer …") instead of describing a product. It stays data: an answer made
/// of its words is foreign, and no word of it names the product. What follows such a phrase belongs to it, up to the end of the title.
/// </summary>
internal static partial class HiddenInstructions
{
    /// <summary>Where the instruction begins; the length of the title when it holds none.</summary>
    public static int Start(string title)
    {
        var found = Phrase().Match(title);
        return found.Success ? found.Index : title.Length;
    }

    /// <summary>The title without its instruction.</summary>
    public static string Remove(string title) => title[..Start(title)];

    [GeneratedRegex(
        """
        (?: 请? (?:忽略|无视|忽視|無視|不要理会|不要理會|不用理会|忘记|忘記|忘掉|抛开|跳过|撇开) .{0,8}? (?:以上|上述|上面|之前|此前|前面|先前|前述|所有|一切|全部|任何|你的|规则|規則|指令|要求|提示|设定|內容|内容)
          | (?:只|仅|僅|直接|必须|务必) (?:需|要)? (?:回答|回复|回覆|输出|輸出|返回|答复)
          | 请 (?:直接|只|仅)? (?:回答|回复|输出|返回|说|写出|扮演)
          | (?:系统|系統) (?:提示词|提示|指令|消息) | 你现在是 | 你現在是 | 从现在(?:开始|起)
          | \b(?:ignore|disregard|forget|override|bypass)\b \W+ (?:\w+\W+){0,4}? (?:above|previous|prior|preceding|earlier|instructions?|rules?|prompts?|everything|all)\b
          | \bsystem\s+(?:prompt|message|instructions?)\b | \byou\s+are\s+now\b | \bact\s+as\s+(?:an?|the)\b | \bfrom\s+now\s+on\b
          | \b(?:only|just|simply|instead)\s+(?:answer|reply|respond|output|say|print|write)\b | \b(?:answer|reply|respond)\s+(?:only|with|just|that)\b
          | <\|?/?(?:system|im_start|im_end|assistant|user)\|?> | \[/?INST\] )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Phrase();
}
