using System.Globalization;
using System.Text;

namespace LlmRec.Workbench.Complements.Parsing;

internal static class JsonText
{
    /// <summary>Resolves the escapes of a JSON string; what is no valid escape stays as it is.</summary>
    public static ReadOnlySpan<char> Unescape(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            var escaped = raw[++i];
            if (escaped == 'u' && i + 5 <= raw.Length && ushort.TryParse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
            {
                text.Append(escaped switch { 'n' or 'r' => '\n', 't' => '\t', 'b' or 'f' => ' ', _ => escaped });
            }
        }

        return text.ToString();
    }
}
