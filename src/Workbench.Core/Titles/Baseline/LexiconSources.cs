namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Fills a <see cref="LexiconBuilder"/> from the bundled lists and from names of the site.</summary>
internal static class LexiconSources
{
    private const double NameTrust = 0.4;
    private const double ConfirmedTrust = 0.8;
    private const int LeastName = 2;

    private static readonly char[] Between = ['/', '、', '(', ')', '（', '）', ',', '，', '|', '&'];

    private static readonly string[] Generic =
        ["配件", "零件", "部件", "附件", "组件", "用品", "用具", "器具", "器材", "设备", "工具", "套装", "套件", "装备", "产品", "制品", "装置", "耗材", "辅料", "周边", "其他", "其它", "更多"];

    public static void AddBundled(LexiconBuilder words)
    {
        foreach (var kind in Enum.GetValues<TitleWordKind>())
        {
            words.AddAll(KindOf(kind), BundledWords.Of(kind));
        }

        for (var group = 0; group < BundledWords.Modifiers.Count; group++)
        {
            words.AddAll(WordKinds.Modifier, BundledWords.Modifiers[group], group);
        }
    }

    /// <summary>What experts added to the bundled lists and took out of them.</summary>
    public static void AddEdits(LexiconBuilder words, IEnumerable<TitleWord> edits)
    {
        foreach (var edit in edits)
        {
            if (edit.Excluded)
            {
                words.Remove(KindOf(edit.Kind), edit.Text);
            }
            else
            {
                words.Add(KindOf(edit.Kind), edit.Text, trust: ConfirmedTrust);
            }
        }
    }

    /// <summary>Texts that experts confirmed to mean a category.</summary>
    public static void AddAliases(LexiconBuilder words, IEnumerable<string> texts) => words.AddAll(WordKinds.Product, texts, trust: ConfirmedTrust);

    /// <summary>Learned product words count when they end as product words do.</summary>
    public static void AddSite(LexiconBuilder words, SiteWords site)
    {
        words.AddAll(WordKinds.Brand, site.Brands.Where(b => b.Length >= LeastName));
        var heads = words.Heads();
        words.AddAll(WordKinds.Product, site.Products().Where(p => heads.Contains(p[^1])), trust: NameTrust);
    }

    /// <summary>Adds the names of categories: each of the words that a name like 橱柜拉手/把手 lists, unless it ends in a word that only says "things for".</summary>
    public static void AddNames(LexiconBuilder words, IEnumerable<string> names)
    {
        foreach (var name in names.SelectMany(n => n.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (name.Length >= LeastName && !Generic.Any(g => name.EndsWith(g, StringComparison.Ordinal)))
            {
                words.Add(WordKinds.Product, name, trust: NameTrust);
            }
        }
    }

    private static WordKinds KindOf(TitleWordKind kind) => kind switch
    {
        TitleWordKind.Promotion => WordKinds.Promotion,
        TitleWordKind.Brand => WordKinds.Brand,
        TitleWordKind.Product => WordKinds.Product,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No list of words is of this kind."),
    };
}
