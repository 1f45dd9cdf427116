using System.Text;

namespace LlmRec.Workbench.Embeddings.Lexical;

/// <summary>How often an n-gram occurs in a text, and what its length makes it worth.</summary>
internal readonly record struct GramCount(int Count, float Weight);

/// <summary>
/// Counts the character n-grams of a text by their hash. The text is taken in compatibility form (NFKC) and lower case and falls into runs of letters and digits; Chinese runs
/// give 1-, 2- and 3-grams, other runs the whole word and its 3-grams with both ends marked.
/// </summary>
internal static class CharacterGrams
{
    private const int MaxLength = 10_000;
    private const float SingleWeight = 0.5f;
    private const float WordWeight = 1.5f;
    private const int GramLength = 3;

    public static Dictionary<ulong, GramCount> Count(string text)
    {
        var counts = new Dictionary<ulong, GramCount>();
        var folded = Fold(text);
        for (var start = 0; start < folded.Length;)
        {
            var kind = KindOf(folded[start]);
            var end = start + 1;
            while (end < folded.Length && KindOf(folded[end]) == kind)
            {
                end++;
            }

            if (kind != RunKind.Other)
            {
                AddRun(counts, folded.AsSpan(start, end - start), kind);
            }

            start = end;
        }

        return counts;
    }

    private static string Fold(string text)
    {
        var cut = text.Length > MaxLength ? text[..MaxLength] : text;
        // A lone surrogate has no normal form; it becomes U+FFFD, which is no letter.
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut));
        return valid.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    private static RunKind KindOf(char value) => value switch
    {
        >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' => RunKind.Chinese,
        _ when char.IsLetterOrDigit(value) || char.IsSurrogate(value) => RunKind.Word,
        _ => RunKind.Other,
    };

    private static void AddRun(Dictionary<ulong, GramCount> counts, ReadOnlySpan<char> run, RunKind kind)
    {
        if (kind == RunKind.Chinese)
        {
            for (var length = 1; length <= GramLength; length++)
            {
                AddGrams(counts, run, length, length == 1 ? SingleWeight : 1);
            }

            return;
        }

        Add(counts, $"={run}", WordWeight);
        AddGrams(counts, $"^{run}$", GramLength, 1);
    }

    private static void AddGrams(Dictionary<ulong, GramCount> counts, ReadOnlySpan<char> run, int length, float weight)
    {
        for (var i = 0; i + length <= run.Length; i++)
        {
            Add(counts, run.Slice(i, length), weight);
        }
    }

    private static void Add(Dictionary<ulong, GramCount> counts, ReadOnlySpan<char> gram, float weight)
    {
        var hash = Hash(gram);
        counts[hash] = new GramCount(counts.GetValueOrDefault(hash).Count + 1, weight);
    }

    // FNV-1a over the UTF-16 values, then the finaliser of MurmurHash3, so that every bit depends on every character.
    private static ulong Hash(ReadOnlySpan<char> gram)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in gram)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    private enum RunKind
    {
        Other,
        Chinese,
        Word,
    }
}
