using System.Buffers;

namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>The characters and words by which names are told from the text around them.</summary>
internal static class Vocabulary
{
    public const string Commas = "，,﹐";
    public const string Quotes = "'’‘＇\"“”＂`´";
    public const string CircledNumbers = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉";
    public const string SeparatorChars = Commas + "、；;|｜\t•､﹑﹔。\n\r\u2028\u2029\u0085\f\v" + CircledNumbers;
    public const string Openers = "(（[【［《「『〈〔{｛";
    public const string Closers = ")）]】］》」』〉〕}｝";

    public static readonly SearchValues<char> Separators = SearchValues.Create(SeparatorChars);
    public static readonly SearchValues<char> SeparatorsAndOpeners = SearchValues.Create(SeparatorChars + Openers);
    public static readonly SearchValues<char> QuoteChars = SearchValues.Create(Quotes);
    public static readonly SearchValues<char> OpenerChars = SearchValues.Create(Openers);
    public static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?.");
    public static readonly SearchValues<char> BracketChars = SearchValues.Create(Openers + Closers);

    /// <summary>What can start an explanation behind a name, or end a label before it.</summary>
    public static readonly SearchValues<char> CutChars = SearchValues.Create("：:-–—*→");

    /// <summary>Never part of a name's beginning or end; brackets are handled in pairs.</summary>
    public static readonly SearchValues<char> EdgeJunk =
        SearchValues.Create(Quotes + SeparatorChars + ".．｡!！?？:：~～…-–—_*>|/\\=·●○◆◇■□▪▸►▶→✓✔★☆※✅<^$#@&");

    /// <summary>A sentence with one of these is a refusal.</summary>
    public static readonly WordSet Refusals = new(
        "抱歉", "对不起", "很遗憾", "无法", "不能提供", "不能回答", "不能为", "作为一个ai", "作为ai", "人工智能助手", "语言模型", "没有合适", "没有相关", "没有找到",
        "i'm sorry", "’m sorry", "i am sorry", "sorry,", "i cannot", "i can't", "I can’t", "i can’t", "unable to", "not able to", "as an ai", "apologi", "cannot provide",
        "can't provide", "can’t provide", "cannot assist", "can't assist", "can’t assist", "can't help", "can’t help", "cannot help");

    /// <summary>A part with one of these is running text rather than a category name.</summary>
    public static readonly WordSet Prose = new(
        "适合", "可以", "因为", "所以", "这些", "它们", "我们", "根据", "以上类目", "以上都", "以上就是", "以上是", "以下是", "以下类目", "以下为", "如下", "能够", "需要", "建议",
        "推荐", "搭配", "希望", "例如", "比如", "包括", "用于", "增加", "提升", "欢迎", "请", "谢谢", "了", "是", "很", "吗", "呢", "我", "你", "您", "这", "那", "们", "就", "也", "而", "但",
        " is ", " are ", " you ", " your ", " can ", " this ", "these ", "because", "here are", "here is", "here's", "i'd ", "i would", "i think", "hope ", "as follows",
        " would ", " which ", "please", " go well", " goes well", "thank", "let me", "following", " that ", " should ", "great for", "perfect for");

    /// <summary>A colon behind one of these introduces names.</summary>
    public static readonly WordSet Labels = new(
        "类目", "品类", "搭配", "答案", "推荐", "如下", "包括", "结果", "输出", "名称", "回答", "以下", "分类", "配套",
        "categor", "complement", "answer", "result", "output", "names", "products", "items", "pairings", "following", "list");

    /// <summary>A colon behind one of these introduces an explanation.</summary>
    public static readonly WordSet Remarks = new(
        "理由", "原因", "说明", "解释", "备注", "注意", "提示", "总结", "note", "reason", "explanation", "tip", "summary");

    private static readonly HashSet<string> FillerWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "好的", "好", "当然", "当然可以", "没问题", "您好", "你好", "明白", "明白了", "收到", "嗯", "以下", "如下", "答案", "类目", "搭配类目", "搭配", "名称", "商品", "结果",
        "无", "没有", "暂无", "空", "未知", "无搭配", "等", "等等", "none", "null", "n/a", "na", "nothing", "empty", "unknown", "undefined", "nan", "true", "false",
        "ok", "okay", "sure", "certainly", "of course", "hello", "hi", "answer", "output", "result", "category", "categories", "complements", "etc", "and", "or",
        "json", "text", "plaintext", "name",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = FillerWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> FillerStarts =
        SearchValues.Create(FillerWords.SelectMany(word => new[] { char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]) }).Distinct().ToArray());

    /// <summary>Whether the whole part is courtesy or stands for "none".</summary>
    public static bool IsFiller(ReadOnlySpan<char> text) => text.Length is > 0 and <= 12 && FillerStarts.Contains(text[0]) && Fillers.Contains(text);

    public static bool IsComma(char c) => Commas.Contains(c);

    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
