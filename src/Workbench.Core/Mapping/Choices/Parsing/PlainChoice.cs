using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Mapping.Choices.Parsing;

/// <summary>Finds the number, or "none of them", in running text.</summary>
internal static partial class PlainChoice
{
    private const string List = @"(?<number>\d{1,9})(?:\s*(?:[,、;/&+和与及]|and|\s)\s*(?<number>\d{1,9}))*(?![.,]?\d)(?!\s*%)";

    /// <summary>The numbers as they stand there, not yet checked against the candidates.</summary>
    public static ChoiceReading Read(string text, IReadOnlyList<ChoiceOption> options)
    {
        if (Bare().Match(text) is { Success: true } bare)
        {
            return new ChoiceReading(NumbersOf(bare));
        }

        var said = Said().Matches(text).ToList();
        var numbered = NumberedLine().Matches(text).ToList();
        var found = said.Count > 0 ? said : numbered;
        if (found.Select(m => string.Join(',', NumbersOf(m).Order())).Distinct().Count() > 1)
        {
            return PickedLines(text, numbered, options) ?? ChoiceReading.Unreadable(ChoiceViolations.Unclear);
        }

        return found is [var first, ..] ? WithName(text, first, options)
            : Declines(text) ? ChoiceReading.Declined
            : ChoiceReading.Unreadable(Refuses().IsMatch(text) ? ChoiceViolations.Refusal : ChoiceViolations.NoNumber);
    }

    public static bool Declines(string text) => Nothing().IsMatch(text);

    /// <summary>Several lines, each a number and just that candidate's name, are a choice of several; all candidates so listed are an echo of the question.</summary>
    private static ChoiceReading? PickedLines(string text, List<Match> lines, IReadOnlyList<ChoiceOption> options)
    {
        var named = lines.All(line => options.Any(o => o.Number == NumbersOf(line)[0] && ChoiceText.IsNameOf(TextKey.Normalize(RestOfLine(text, line)), o)));
        return named && lines.Count > 1 && lines.Count < options.Count ? new ChoiceReading([.. lines.Select(line => NumbersOf(line)[0])]) : null;
    }

    // A model that lost count says the wrong number with the right name: nobody knows which it means.
    private static ChoiceReading WithName(string text, Match match, IReadOnlyList<ChoiceOption> options)
    {
        var numbers = NumbersOf(match);
        var named = Name().Match(RestOfLine(text, match)) is { Success: true } name ? TextKey.Normalize(name.Value) : "";
        var isOther = named.Length > 0 && options.Any(o => ChoiceText.IsNameOf(named, o)) && !options.Any(o => numbers.Contains(o.Number) && ChoiceText.IsNameOf(named, o));
        return isOther ? ChoiceReading.Unreadable(ChoiceViolations.OtherName) : new ChoiceReading(numbers);
    }

    private static string RestOfLine(string text, Match match) => text[(match.Index + match.Length)..].Split('\n', 2)[0];

    private static List<int> NumbersOf(Match match) =>
        [.. match.Groups["number"].Captures.Select(c => int.Parse(c.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];

    /// <summary>Nothing but numbers.</summary>
    [GeneratedRegex(@"^[\s""'`*_\[\](){}<>#.:第编号]*" + List + @"[\s""'`*_\[\](){}<>.:。号个项]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>A word that announces the choice, then the numbers: 选2, 答案：3, I choose option 2.</summary>
    [GeneratedRegex(
        @"(?<!不|不要|别|非|未|\bnot\s|n't\s)(?:答案|选择|选|编号|\bchoose|\bchoice|\banswer|\bpick|\bselect(?:ed|ion)?)(?:\s|[是为:=""'“\[(#*]|is\b|are\b|the\b|option\b|number\b|no\.|了|第|编号|候选|类目)*" + List,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    /// <summary>A line that begins with a number and ends or goes on behind a mark.</summary>
    [GeneratedRegex(@"(?m)^[ \t>*#\[(""']*(?:第|option |number |no\.? ?)?(?<number>\d{1,9})(?![.,]?\d)(?=[号个项种]|[.、,:()\]*"" -]|\s*$)[号个项种.、,:)\]*"" ]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberedLine();

    /// <summary>The name right behind the number, up to the next mark.</summary>
    [GeneratedRegex(@"(?<=^[\s.、:)\]（(""“「*<-]*)[^\s.、:)\]（(""“「*<-].*?(?=[,.;:()""”」*\n，。；：]|\s+because|因为|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"都不|均不|皆不|没有(?:一个)?(?:合适|匹配|对应|符合|相符)|无(?:合适|匹配|对应|符合|一)|^\s*(?:以上)?(?:都没有|没有|无|皆非|都不是)\s*[。.]?\s*$|\bnone\b|\bno(?:t)? (?:any|suitable|matching|match|one)\b|\bneither\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"抱歉|对不起|无法|不能(?:确定|判断|回答|协助)|作为(?:一个|一名)?\s*(?:AI|人工智能|语言模型)|\bsorry\b|\bcannot\b|\bcan't\b|\bunable\b|\bas an? (?:AI|language model)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Refuses();
}
