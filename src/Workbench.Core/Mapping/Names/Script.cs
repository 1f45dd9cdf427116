using System.Text;

namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Tells scripts that are written without spaces between words (Chinese, kana, Hangul) from the others.</summary>
internal static class Script
{
    public static bool IsIdeographic(Rune rune) => rune.IsBmp ? IsIdeographic((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x3FFFF;

    public static bool IsIdeographic(char character) => character is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD8BF') or (>= '\uDC00' and <= '\uDFFF');
}
