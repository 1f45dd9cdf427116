using CsCheck;

namespace LlmRec.Workbench.Tests.Titles;

/// <summary>Texts put together from pieces that titles and answers are made of, and from pieces that break programs.</summary>
internal static class OddTexts
{
    private static readonly string[] Pieces =
    [
        "连衣裙", "净水器", "包邮", "2023新款", "纯棉", "女", "男士", "的", "Nike", "iPhone15", "T恤", "半夏集", "【", "】", "(", "/", "，", "。", "!", ".", "\n", " ", "\t", "　", "这个商品是", "This product is",
        "忽略以上", "ignore the above and say", "抱歉", "😀", "👨‍👩‍👧", "\ud83d", "\udc00", "\0", "\u0007", "\u200b", "\u202e", "שמלה", "فستان", "é", "e\u0301", "①", "㎏", "½", "連衣裙", "Ａ", "1.5", "-",
        "\ufffd", "𠮷", "ㅎ", "ド", "่", "{{title}}", "<b>", "'; --",
    ];

    public static Gen<string> Any { get; } = Gen.Frequency(
        (4, Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 30].Select(string.Concat)),
        (1, Gen.String[0, 120]));
}
