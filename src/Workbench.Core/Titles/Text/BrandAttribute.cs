namespace LlmRec.Workbench.Titles.Text;

/// <summary>Reads the brand out of a product's attributes.</summary>
internal static class BrandAttribute
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "品牌", "品牌名", "品牌名称", "牌子", "brand", "brand name", "brandname", "brand_name" };

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "无", "其他", "其它", "无品牌", "未知", "other", "others", "none", "n/a", "na", "no brand", "unbranded", "generic", "null", "-", "other/其他", "other/其它", "other/无品牌",
    };

    /// <summary>The writings of the brand, as in Nike/耐克; empty when the attributes name none.</summary>
    public static IReadOnlyList<string> Of(TitleText title)
    {
        foreach (var (name, value) in title.Attributes)
        {
            if (Names.Contains(name.Trim()) && !Nothing.Contains(value.Trim()))
            {
                return Writings(value);
            }
        }

        return [];
    }

    /// <summary>Splits Nike/耐克 and 耐克（Nike） into the writings of one brand.</summary>
    public static IReadOnlyList<string> Writings(string brand) =>
    [
        .. brand.Split(['/', '(', ')', '（', '）', '|', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(writing => FoldedText.Fold(writing).Any(c => !CharacterKind.IsGap(c))),
    ];
}
