namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>What the keys that models invent for their JSON say about the values.</summary>
internal static class JsonKeys
{
    private static readonly WordSet NameWords = new(
        ["name", "title", "categor", "complement", "item", "product", "answer", "result", "output", "list", "label", "text", "value", "名", "类目", "品类", "搭配", "答案", "结果", "商品"]);

    private static readonly WordSet RemarkWords = new(
        ["reason", "description", "explanation", "score", "rank", "index", "confidence", "note", "comment", "source", "input", "query", "path", "parent", "language", "type", "why",
         "thought", "thinking", "analysis", "理由", "原因", "说明", "描述", "解释", "分数", "评分", "排名", "序号", "备注", "来源", "分析", "思考", "场景", "用途"]);

    /// <summary>The value tells about a name, it is none.</summary>
    public static bool IsRemark(ReadOnlySpan<char> key) => key is "id" or "ID" || RemarkWords.IsIn(key);

    /// <summary>The value is the name: the key says so, or is a number or an identifier.</summary>
    public static bool IsName(ReadOnlySpan<char> key) => !IsRemark(key) && (NameWords.IsIn(key) || !Vocabulary.HasLetter(key) || IsIdentifier(key));

    private static bool IsIdentifier(ReadOnlySpan<char> key) =>
        key.IndexOfAnyExceptInRange('\0', '\x7F') < 0 && (key.Contains('_') || char.IsAsciiDigit(key[^1]));
}
