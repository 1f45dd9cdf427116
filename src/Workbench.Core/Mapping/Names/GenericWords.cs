namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Words that end many category names and say only "things for": what stands before them tells the category.</summary>
internal static class GenericWords
{
    private static readonly HashSet<string> English =
    [
        "accessory", "aid", "component", "device", "equipment", "gear", "hardware", "item", "kit", "part", "piece", "product", "replacement", "set", "supply",
        "system", "tool", "unit",
    ];

    private static readonly HashSet<string> Chinese =
    [
        "配件", "零件", "部件", "附件", "组件", "用品", "用具", "器具", "器材", "设备", "工具", "套装", "套件", "装备", "产品", "制品", "装置", "耗材", "辅料", "周边",
    ];

    /// <summary>The tokens before the generic words at the end; empty when nothing would be left or nothing is generic.</summary>
    public static IReadOnlyList<string> Strip(IReadOnlyList<string> tokens)
    {
        var length = tokens.Count;
        while (length > 0)
        {
            var generic = English.Contains(tokens[length - 1]) ? 1
                : length > 1 && Chinese.Contains(tokens[length - 2] + tokens[length - 1]) ? 2 : 0;
            if (generic == 0)
            {
                break;
            }

            length -= generic;
        }

        return length == tokens.Count ? [] : [.. tokens.Take(length)];
    }
}
