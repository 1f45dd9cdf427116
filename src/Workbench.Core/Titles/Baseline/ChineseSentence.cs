using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Puts the opening, the brand, a few telling words of the title in its order and the product word together.</summary>
internal static class ChineseSentence
{
    private const int MaxModifiers = 4;
    private const int MaxOfGroup = 2;
    private const int ShortestValue = 2;
    private const int LongestValue = 6;
    private const double NearlyAsGood = 1.0;

    private static readonly HashSet<string> TellingAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "材质", "材料", "面料", "主材质", "颜色", "主要颜色", "颜色分类", "风格", "图案", "款式", "版型", "功能", "适用人群", "适用场景", "适用季节", "口味", "香型", "工艺",
    };

    /// <summary>The pieces of the sentence after its opening, from the fullest set of them to the barest.</summary>
    public static IEnumerable<IReadOnlyList<string>> Drafts(TitleText title, TitleReading reading)
    {
        var product = reading.Text(reading.Products[0]);
        var brand = reading.BrandText is { } text && !Says(product, text) ? text : null;
        var modifiers = Modifiers(title, reading);
        for (var count = modifiers.Count; count >= 0; count--)
        {
            yield return [.. brand is null ? [] : new[] { brand }, .. modifiers.TakeLast(count), product];
        }

        yield return [product];
    }

    /// <summary>Joins the pieces; Latin words and numbers that would run together are parted.</summary>
    public static string Join(string opening, IReadOnlyList<string> pieces) => pieces.Aggregate(opening, (sentence, piece) =>
        CharacterKind.IsWordLetter(sentence[^1]) && piece.Length > 0 && CharacterKind.IsWordLetter(piece[0]) ? $"{sentence} {piece}" : sentence + piece);

    /// <summary>Words of the title that say more about the product, in the title's order, then what only the attributes say; nothing twice.</summary>
    private static List<string> Modifiers(TitleText title, TitleReading reading)
    {
        var product = reading.Products[0];
        List<string> said = [reading.Text(product), reading.BrandText ?? ""];
        var beside = Beside(reading);
        if (beside is { } second)
        {
            said.Add(reading.Text(second));
        }

        var chosen = TitleWords(reading, said);
        foreach (var (name, value) in title.Attributes)
        {
            if (chosen.Count < MaxModifiers && TellingAttributes.Contains(name) && value.Length is >= ShortestValue and <= LongestValue && value.All(char.IsLetter) && !said.Any(s => Says(s, value)))
            {
                said.Add(value);
                chosen.Add(value);
            }
        }

        return beside is { } last ? [.. chosen, reading.Text(last)] : chosen;
    }

    private static List<string> TitleWords(TitleReading reading, List<string> said)
    {
        var (chosen, groups) = (new List<string>(), new Dictionary<int, int>());
        foreach (var part in reading.Parts.Where(p => p.Is(WordKinds.Modifier) && !p.Is(WordKinds.Promotion)))
        {
            var text = reading.Title.Source(part.Start, part.End);
            var ofGroup = groups.GetValueOrDefault(part.Word!.Group);
            if (chosen.Count < MaxModifiers && ofGroup < MaxOfGroup && !said.Any(s => Says(s, text)))
            {
                groups[part.Word.Group] = ofGroup + 1;
                said.Add(text);
                chosen.Add(text);
            }
        }

        return chosen;
    }

    // A title that names several products mostly means parts, uses or other names of one: the second best stands before the best, as 水龙头 before 净水器.
    private static ProductCandidate? Beside(TitleReading reading)
    {
        var best = reading.Products[0];
        foreach (var other in reading.Products.Skip(1).TakeWhile(p => p.Score > best.Score - NearlyAsGood))
        {
            if (other.End <= best.Start && other.End - other.Start > 1 && !IsFamily(reading, other, best) && !Says(reading.Text(best), reading.Text(other)))
            {
                return other;
            }
        }

        return null;
    }

    private static bool IsFamily(TitleReading reading, ProductCandidate one, ProductCandidate other) =>
        reading.Title.Characters[one.End - 1] == reading.Title.Characters[other.End - 1];

    private static bool Says(string said, string text) => said.Length > 0
        && (said.Contains(text, StringComparison.OrdinalIgnoreCase) || text.Contains(said, StringComparison.OrdinalIgnoreCase));
}
