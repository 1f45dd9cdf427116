namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>The names under which columns are known, first choice first.</summary>
internal static class ImportColumns
{
    public static readonly string[] CategoryId = ["id", "category_id", "cat_id", "cid", "类目id", "类目编号", "编号"];
    public static readonly string[] Parent = ["parent_id", "parent", "parent_cid", "pid", "父类目id", "上级类目id", "上级"];
    public static readonly string[] Path = ["path", "full_path", "category_path", "类目路径", "路径"];
    public static readonly string[] Name = ["name", "category_name", "类目名称", "名称", "title"];

    public static readonly string[] ItemId = ["id", "item_id", "product_id", "sku", "商品id", "商品编号"];
    public static readonly string[] ItemCategory = ["category_id", "cat_id", "cid", "category", "category_path", "类目id", "类目"];
    public static readonly string[] Title = ["title", "name", "item_title", "product_title", "标题", "商品标题"];
    public static readonly string[] Attributes = ["attributes", "attrs", "props", "属性"];

    public static readonly string[] Query = ["query", "keyword", "search_term", "q", "搜索词", "查询词", "关键词"];
    public static readonly string[] Clicks = ["clicks", "click_count", "count", "点击", "点击数", "点击次数"];

    /// <summary>Every name that tells a header line of a kind from a data line.</summary>
    public static IReadOnlyList<string> Known(string kind) => kind switch
    {
        ImportKinds.Categories => [.. CategoryId, .. Parent, .. Path, .. Name],
        ImportKinds.Items => [.. ItemId, .. ItemCategory, .. Title, .. Attributes],
        ImportKinds.QueryClicks => [.. Query, .. ItemCategory, .. Clicks],
        _ => throw new ArgumentException($"'{kind}' is no kind of import; there are {string.Join(", ", ImportKinds.All)}.", nameof(kind)),
    };

    /// <summary>Groups of names of which a header must have one each.</summary>
    public static IReadOnlyList<string[]> Required(string kind) => kind switch
    {
        ImportKinds.Categories => [],
        ImportKinds.Items => [Title],
        _ => [Query, ItemCategory, Clicks],
    };

    /// <summary>The columns of a table without a header line, where its first row tells; else null.</summary>
    public static string[]? WithoutHeader(string kind, IReadOnlyList<string> first) => (kind, first.Count) switch
    {
        (ImportKinds.Categories, 2) when first[1].Contains(Category.PathSeparator, StringComparison.Ordinal) || !first[0].Contains(' ') && first[0].Any(char.IsAsciiDigit) => ["id", "path"],
        (ImportKinds.QueryClicks, 3) when long.TryParse(first[2], out _) => ["query", "category_id", "clicks"],
        _ => null,
    };

    public static bool IsNameColumn(string column) => Name.Contains(column) || column.StartsWith("name_", StringComparison.Ordinal) || column.StartsWith("名称", StringComparison.Ordinal);
}
