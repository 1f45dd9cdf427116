namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Compares names as a reader would: without regard to case, width, spaces and punctuation. Allocates nothing.</summary>
internal static class FoldedName
{
    public static int Hash(ReadOnlySpan<char> name)
    {
        var hash = 17u;
        foreach (var c in name)
        {
            var folded = Fold(c);
            hash = folded == '\0' ? hash : (hash * 31) + folded;
        }

        return (int)hash;
    }

    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            var left = Next(a, ref i);
            var right = Next(b, ref j);
            if (left != right)
            {
                return false;
            }

            if (left == '\0')
            {
                return true;
            }
        }
    }

    private static char Next(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length)
        {
            var folded = Fold(text[at++]);
            if (folded != '\0')
            {
                return folded;
            }
        }

        return '\0';
    }

    /// <summary><c>\0</c> for what does not count.</summary>
    private static char Fold(char c)
    {
        if (c is >= '\u4E00' and <= '\u9FFF')
        {
            return c;
        }

        var narrow = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        return char.IsLetterOrDigit(narrow) || char.IsSurrogate(narrow) || narrow is '+' or '#' ? char.ToLowerInvariant(narrow) : '\0';
    }
}
