using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>
/// Finds the words of a Chinese title that say what the product is. Known product words count, and unknown stretches that end in a character that ends many
/// of them. Better are words late in the title, words that end other words rather than begin them, words of the site's own data, and families (净水器 beside 过滤器).
/// </summary>
internal sealed class ProductFinder(IReadOnlySet<char> heads)
{
    private const double PositionWeight = 1.0;
    private const double HeadnessWeight = 0.35;
    private const double LengthWeight = 0.5;
    private const double FamilyWeight = 0.35;
    private const double LinkPenalty = 1.2;
    private const double UnknownPenalty = 2;
    private const double DoubtPenalty = 1.2;
    private const double LatinPenalty = 1.5;
    private const double CutPenalty = 0.4;
    private const int LongestCounted = 4;
    private const int LargestFamily = 3;
    private const int LongestUnknown = 4;
    private const int LongestJoined = 6;
    private const int LongestRemainder = 10;

    /// <summary>The candidates, best first.</summary>
    public List<ProductCandidate> Find(string folded, IReadOnlyList<TitlePart> parts)
    {
        var families = parts.Where(p => p.Is(WordKinds.Product)).CountBy(p => folded[p.End - 1]).ToDictionary();
        var candidates = new List<ProductCandidate>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (Stretch(folded, parts, i) is { } start)
            {
                candidates.Add(new ProductCandidate(start, parts[i].End, Score(folded, parts, i, families)));
            }
        }

        return [.. candidates.OrderByDescending(c => c.Score).ThenByDescending(c => c.End)];
    }

    /// <summary>The last stretch of Chinese that no list knows, for a title without any candidate; null when there is none. What follows a number counts something (7元一个).</summary>
    public static ProductCandidate? Remainder(string folded, IReadOnlyList<TitlePart> parts)
    {
        var stretch = parts.LastOrDefault(p => p.Word is null && p.Length > 1 && CharacterKind.IsIdeograph(folded[p.Start]) && (p.Start == 0 || !char.IsDigit(folded[p.Start - 1])));
        return stretch.Length == 0 ? null : new ProductCandidate(Math.Max(stretch.Start, stretch.End - LongestRemainder), stretch.End, 0);
    }

    /// <summary>Where the candidate that ends with this part begins; null when the part names no product. A single character (罩) takes the word before it along (文胸罩).</summary>
    private int? Stretch(string folded, IReadOnlyList<TitlePart> parts, int at)
    {
        var part = parts[at];
        var before = at > 0 && parts[at - 1].End == part.Start ? parts[at - 1] : default;
        if (part.Is(WordKinds.Product) && part.Length > 1)
        {
            return IsStretch(folded, before) && before.Length > 1 && before.Length + part.Length <= LongestJoined ? before.Start : part.Start;
        }

        if (part.Length == 1 && (part.Is(WordKinds.Product) || (part.Word is null && heads.Contains(folded[part.Start]))))
        {
            return IsStretch(folded, before) || (before.Word is not null && !before.Is(WordKinds.Promotion) && before.Length < LongestJoined) ? before.Start
                : part.Word is null ? null : part.Start;
        }

        return part.Word is null && heads.Contains(folded[part.End - 1]) ? Math.Max(part.Start, part.End - LongestUnknown) : null;
    }

    private static bool IsStretch(string folded, TitlePart part) =>
        part is { Word: null, Length: > 0 and <= LongestUnknown } && CharacterKind.IsIdeograph(folded[part.Start]);

    private static double Score(string folded, IReadOnlyList<TitlePart> parts, int at, Dictionary<char, int> families)
    {
        var part = parts[at];
        var family = Math.Min(LargestFamily, families.GetValueOrDefault(folded[part.End - 1]) - 1);
        var score = (PositionWeight * part.End / folded.Length) + (FamilyWeight * Math.Max(0, family));
        if (part.Word is not { } word || !part.Is(WordKinds.Product))
        {
            return score - UnknownPenalty;
        }

        score += (LengthWeight * Math.Min(LongestCounted, part.Length)) + (HeadnessWeight * word.Headness) + word.Trust;
        return score
            - (IsLinked(folded, parts, at) ? LinkPenalty : 0)
            - (part.Is(WordKinds.Modifier | WordKinds.Promotion) ? DoubtPenalty : 0)
            - (CharacterKind.IsWordLetter(folded[part.End - 1]) ? LatinPenalty : 0)
            - (IsCut(folded, parts, at) ? CutPenalty : 0);
    }

    // What follows without a gap and is unknown may well be the rest of a longer word.
    private static bool IsCut(string folded, IReadOnlyList<TitlePart> parts, int at) => at + 1 < parts.Count && parts[at + 1].Start == parts[at].End
        && parts[at + 1].Word is null && CharacterKind.IsIdeograph(folded[parts[at + 1].Start]);

    // A product word that stands directly before one of another family only says what kind of that it is: 汽车坐垫.
    private static bool IsLinked(string folded, IReadOnlyList<TitlePart> parts, int at) => at + 1 < parts.Count && parts[at + 1].Start == parts[at].End
        && parts[at + 1].Is(WordKinds.Product) && folded[parts[at + 1].End - 1] != folded[parts[at].End - 1];
}
