using System.Globalization;

namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Gathers the names of one answer: cleans each, keeps the first of equal ones, leaves out the category itself, and remembers every broken rule.</summary>
internal sealed class MentionCollector
{
    /// <summary>More names than this are not kept: the prompt asks for about ten.</summary>
    public const int MaxMentions = 60;

    /// <summary>30 Chinese or 60 Latin characters.</summary>
    private const int MaxWidth = 60;

    /// <summary>A part longer than this is not even cleaned.</summary>
    private const int MaxRawLength = 240;

    private readonly string[] _names = new string[MaxMentions];
    private readonly int[] _hashes = new int[MaxMentions];
    private readonly List<string> _loose = [];
    private string _source = "";
    private bool _mayRefuse;

    public int Count { get; private set; }
    public Violation Violations { get; set; }
    public bool Refused { get; private set; }
    public bool IsFull => Count == MaxMentions && Violations.HasFlag(Violation.TooMany);

    /// <summary>Makes the collector ready for another answer.</summary>
    public void Start(ReadOnlySpan<char> answer, string sourceName)
    {
        Array.Clear(_names, 0, Count);
        _loose.Clear();
        _source = sourceName;
        _mayRefuse = Vocabulary.Refusals.IsIn(answer);
        Count = 0;
        Violations = Violation.None;
        Refused = false;
    }

    /// <summary>Whether <paramref name="text"/> declines to answer; remembered.</summary>
    public bool IsRefusal(ReadOnlySpan<char> text)
    {
        var refuses = _mayRefuse && Vocabulary.Refusals.IsIn(text);
        Refused |= refuses;
        return refuses;
    }

    /// <summary>Takes one part of the answer.</summary>
    public void Add(ReadOnlySpan<char> part)
    {
        if (part.Length > MaxRawLength)
        {
            Violations |= Vocabulary.HasLetter(part) ? Violation.TooLongName : Violation.None;
            return;
        }

        var cut = false;
        var name = NameCleaner.Clean(part, ref cut);
        Violations |= cut ? Violation.Explanation : Violation.None;
        if (name.ContainsAny(Vocabulary.Separators))
        {
            AddPieces(name);
        }
        else if (name.Length > 0 && !IsRefusal(name) && IsName(name))
        {
            Keep(name);
        }
    }

    /// <summary>Separators are left inside only between brackets that were no explanation: 【衬衫，皮带】.</summary>
    private void AddPieces(ReadOnlySpan<char> name)
    {
        foreach (var piece in name.SplitAny(Vocabulary.Separators))
        {
            Add(name[piece]);
        }
    }

    /// <summary>A part that is a name only if the answer holds no better ones.</summary>
    public void AddLoose(ReadOnlySpan<char> part)
    {
        if (Count == 0 && _loose.Count < MaxMentions)
        {
            _loose.Add(part.ToString());
        }
        else
        {
            Violations |= Count == 0 ? Violation.TooMany : Violation.Explanation;
        }
    }

    /// <summary>Uses the loose names, or counts them as explanation when there are better ones.</summary>
    public void SettleLoose()
    {
        if (_loose.Count == 0)
        {
            return;
        }

        if (Count > 0 || Refused)
        {
            Violations |= Violation.Explanation;
            return;
        }

        Violations |= _loose.Count > 1 ? Violation.NotCommaSeparated : Violation.None;
        foreach (var name in _loose)
        {
            PlainAnswer.ReadList(name, this);
        }
    }

    public string[] ToArray() => _names.AsSpan(0, Count).ToArray();

    private bool IsName(ReadOnlySpan<char> name)
    {
        if (!Vocabulary.HasLetter(name) || IsPlaceholder(name))
        {
            return false;
        }

        if (Vocabulary.IsFiller(name))
        {
            Violations |= Violation.Explanation;
            return false;
        }

        if (Width(name) > MaxWidth)
        {
            Violations |= Vocabulary.Prose.IsIn(name) ? Violation.Explanation : Violation.TooLongName;
            return false;
        }

        return !HasForeignMatter(name);
    }

    private void Keep(ReadOnlySpan<char> name)
    {
        if (IsSource(name))
        {
            Violations |= Violation.OwnName;
            return;
        }

        var hash = FoldedName.Hash(name);
        for (var i = 0; i < Count; i++)
        {
            if (_hashes[i] == hash && FoldedName.Same(_names[i], name))
            {
                Violations |= Violation.Duplicate;
                return;
            }
        }

        if (Count == MaxMentions)
        {
            Violations |= Violation.TooMany;
            return;
        }

        _hashes[Count] = hash;
        _names[Count++] = name.ToString();
    }

    /// <summary>The whole source name, or one side of a name such as 卫衣/绒衫.</summary>
    private bool IsSource(ReadOnlySpan<char> name)
    {
        if (FoldedName.Same(name, _source))
        {
            return true;
        }

        foreach (var side in _source.AsSpan().Split('/'))
        {
            if (FoldedName.Same(name, _source.AsSpan(side)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>类目1, 类目A, category 1: the pattern of the question, echoed.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> name)
    {
        if (name is ['类', '目', _] or ['品', '类', _])
        {
            return char.IsAsciiLetterOrDigit(name[2]) || "一二三四五六七八九十".Contains(name[2]);
        }

        return name.Length is > 9 and < 12 && name.StartsWith("category ", StringComparison.OrdinalIgnoreCase) && name[9..].IndexOfAnyExceptInRange('0', 'z') < 0;
    }

    private static int Width(ReadOnlySpan<char> name)
    {
        var width = name.Length;
        foreach (var c in name)
        {
            width += c >= 0x2E80 ? 1 : 0;
        }

        return width;
    }

    /// <summary>Markup, control characters, half characters and runs of quotes: never part of a category name.</summary>
    private static bool HasForeignMatter(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is >= '\u4E00' and <= '\u9FFF')
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                i++;
            }
            else if (c is '<' or '{' or '}' or '\\' or '`' or '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return true;
            }
        }

        return name.IndexOf("''") >= 0 || name.IndexOf("\"\"") >= 0 || JsonAnswer.Find(name) >= 0;
    }
}
