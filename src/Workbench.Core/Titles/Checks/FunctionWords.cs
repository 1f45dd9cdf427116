using System.Collections.Frozen;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>The closed list of words that a sentence may add to what the title says, because they say nothing about the product.</summary>
internal static class FunctionWords
{
    private const int LongestChinese = 3;

    private static readonly FrozenSet<string> Chinese = (
        "的 和 与 及 或 以及 且 适合 适用于 适用 用于 用 供 可 可以 能 带 带有 配 配有 有 具有 具备 采用 由 制成 制作 制 为 是 在 等 类 式 型 款 色 质 这款 这种 商品 产品 材质 风格 颜色 款式 品牌 "
        + "专用 使用 穿 穿着 一款 一种 一个 一件 一双 一条 一套 一把 一台 一只 一瓶 一盒 一张 一本 一组 一对 一副 一顶 一包 一袋 一支 一块").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> English = (
        "a an the of for with and or in on to from by is are it that this which as at its made suitable used designed pair set piece product").Split(' ').ToFrozenSet();

    // Audience, size, colour, season and the commonest materials and goods: a sentence may part them from their old neighbours (男鞋 from 男士运动鞋).
    private static readonly FrozenSet<char> Alone =
        "男女童婴老大小长短新黑白红蓝绿黄紫粉灰金银圆方厚薄春夏秋冬鞋包裙裤衣衫帽袜表机器盒袋杯壶锅碗灯桌椅床柜架刀笔书纸布垫被枕毯茶酒糖油膏霜液水膜皂棉麻毛皮绒丝竹木铁铜".ToFrozenSet();

    /// <summary>The length of the longest Chinese function word that begins here; 0 where none does.</summary>
    public static int ChineseLength(string folded, int at)
    {
        for (var length = Math.Min(LongestChinese, folded.Length - at); length > 0; length--)
        {
            if (Chinese.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded.AsSpan(at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    public static bool IsEnglish(string word) => English.Contains(word);

    public static bool IsWordByItself(char character) => Alone.Contains(character);

    /// <summary>Whether this character only completes 男 or 女 before it, as in 男士 and 女款.</summary>
    public static bool CompletesAudience(string folded, int at) => at > 0 && folded[at - 1] is '男' or '女' && folded[at] is '士' or '性' or '生' or '式' or '款';
}
