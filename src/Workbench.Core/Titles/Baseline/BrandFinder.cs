using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Finds the brand: the attributes name it, or a known brand stands in the title, or the title begins with "latin/中文" or with "…牌".</summary>
internal static class BrandFinder
{
    private const int LongestUnknown = 12;
    private const int LongestMark = 4;

    private static readonly string[] CompatibleWith = ["适用于", "适用", "适合", "适配", "兼容", "通用", "用于", "可配", "for"];

    /// <summary>Where the title names its brand; null when it does not, or names another than the attributes.</summary>
    /// <param name="attribute">The writings of the brand that the attributes name.</param>
    public static BrandPlace? Find(FoldedText title, IReadOnlyList<TitlePart> parts, IReadOnlyList<string> attribute)
    {
        foreach (var writing in attribute)
        {
            var wanted = FoldedText.Fold(writing).Trim(FoldedText.Gap);
            var at = title.Characters.IndexOf(wanted, StringComparison.Ordinal);
            if (at >= 0)
            {
                return new BrandPlace(at, at + wanted.Length);
            }
        }

        return attribute.Count > 0 ? null : Pair(title, parts) ?? Mark(title, parts) ?? Known(title.Characters, parts) ?? Leading(title.Characters, parts);
    }

    // A brand that is also something else (苹果, 现代) is one only where a title begins.
    private static BrandPlace? Known(string folded, IReadOnlyList<TitlePart> parts)
    {
        foreach (var part in parts.Where(p => p.Is(WordKinds.Brand)))
        {
            var sure = part.Word is { Kinds: WordKinds.Brand } && part.Length > 1;
            if ((sure || IsFirst(parts, part)) && !IsCompatibility(folded, part.Start))
            {
                return new BrandPlace(part.Start, part.End);
            }
        }

        return null;
    }

    // Shops put the brand first. An unknown word there, parted from what follows by a gap or a model number, is about as often a brand as not.
    private static BrandPlace? Leading(string folded, IReadOnlyList<TitlePart> parts)
    {
        var at = 0;
        while (at < parts.Count && parts[at].Is(WordKinds.Promotion))
        {
            at++;
        }

        return at < parts.Count && parts[at] is { Word: null, Length: 2 or 3 } first && CharacterKind.IsIdeograph(folded[first.Start])
            && first.End < folded.Length && !CharacterKind.IsIdeograph(folded[first.End]) ? new BrandPlace(first.Start, first.End, IsGuess: true) : null;
    }

    // "youxue/优雪 …": how shops write a brand in both scripts.
    private static BrandPlace? Pair(FoldedText title, IReadOnlyList<TitlePart> parts)
    {
        var slash = title.Original.IndexOf('/', StringComparison.Ordinal);
        if (slash is <= 0 or > LongestUnknown * 2 || !char.IsAsciiLetter(title.Original[slash - 1]))
        {
            return null;
        }

        var next = parts.FirstOrDefault(p => title.Start(p.Start) == slash + 1);
        var first = parts.FirstOrDefault(p => !p.Is(WordKinds.Promotion));
        return next.Length is > 1 and <= LongestMark && first.Length > 1 && title.Start(first.Start) < slash && CharacterKind.IsIdeograph(title.Characters[next.Start]) && !next.Is(WordKinds.Product)
            ? new BrandPlace(next.Start, next.End) : null;
    }

    private static BrandPlace? Mark(FoldedText title, IReadOnlyList<TitlePart> parts)
    {
        var end = title.Characters.IndexOf('牌', StringComparison.Ordinal);
        return end is > 0 and <= LongestMark && parts.Count > 0 && parts[0].Start == 0 && !title.Characters.AsSpan(0, end).Contains(FoldedText.Gap)
            && !parts.Any(p => p.End == end + 1 && p.Length > 1 && p.Word is not null) ? new BrandPlace(0, end + 1) : null;
    }

    private static bool IsFirst(IReadOnlyList<TitlePart> parts, TitlePart part) => parts.First(p => !p.Is(WordKinds.Promotion)).Start == part.Start;

    private static bool IsCompatibility(string folded, int start) =>
        CompatibleWith.Any(word => folded.AsSpan(0, start).TrimEnd(FoldedText.Gap).EndsWith(word, StringComparison.Ordinal));
}
