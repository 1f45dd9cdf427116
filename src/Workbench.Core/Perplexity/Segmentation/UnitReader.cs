using System.Globalization;
using System.Text;

namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>
/// Cuts a text into units: each Chinese character, each run of Latin (Arabic, Cyrillic …) letters and digits, each mark, each emoji. Full-width letters and
/// digits become narrow, invisible characters go, half surrogate pairs become U+FFFD. Linear in the text's length.
/// </summary>
internal ref struct UnitReader
{
    private const int BytesPerChar = 3;
    private const char Apostrophe = '\'';
    private const char CurlyApostrophe = '\u2019';

    private readonly ReadOnlySpan<char> _text;
    private readonly byte[] _bytes;
    private readonly List<TextUnit> _units;
    private int _length;
    private int _characters;
    private int _cased;
    private int _position;
    private bool _afterBlank;
    private bool _inRun;
    private bool _unitIsCased;

    private UnitReader(ReadOnlySpan<char> text)
    {
        _text = text;
        _bytes = new byte[text.Length * BytesPerChar];
        _units = new List<TextUnit>(text.Length + 1);
    }

    public static UnitText Read(ReadOnlySpan<char> text)
    {
        var reader = new UnitReader(text);
        while (reader._position < text.Length)
        {
            reader.ReadOne();
        }

        reader.CountCase();
        reader._units.Add(new TextUnit(reader._length, UnitKind.Mark, AfterBlank: true, reader._cased));
        return new UnitText(reader._bytes, reader._units, reader._characters);
    }

    private void ReadOne()
    {
        Rune.DecodeFromUtf16(_text[_position..], out var rune, out var size);
        var narrow = size == 1 && rune.IsBmp ? new Rune(Width.Narrow((char)rune.Value)) : rune;
        switch (CharacterClasses.Of(narrow))
        {
            case CharacterClass.Ideograph:
                Begin(UnitKind.Ideograph);
                break;
            case CharacterClass.Letter:
            case CharacterClass.Digit:
                BeginRun();
                break;
            case CharacterClass.Punctuation when !JoinsRun():
                Begin(UnitKind.Mark);
                break;
            case CharacterClass.Combining when _units.Count == 0 || _afterBlank:
                Begin(UnitKind.Mark);
                break;
            case CharacterClass.Pictograph:
                ReadPictograph();
                return;
            case CharacterClass.Blank:
                _position += size;
                (_afterBlank, _inRun) = (true, false);
                return;
            case CharacterClass.Invisible:
                _position += size;
                return;
        }

        Append(narrow);
        _position += size;
    }

    // An emoji is several characters that people see as one; its joiners are invisible only outside of it.
    private void ReadPictograph()
    {
        Begin(UnitKind.Mark);
        var end = _position + StringInfo.GetNextTextElementLength(_text[_position..]);
        while (_position < end)
        {
            Rune.DecodeFromUtf16(_text[_position..], out var rune, out var size);
            Append(rune);
            _position += size;
        }
    }

    // 3.5 and 1,000 are one number, don't is one word.
    private readonly bool JoinsRun()
    {
        if (!_inRun || _position + 1 >= _text.Length)
        {
            return false;
        }

        var (before, after) = (Width.Narrow(_text[_position - 1]), Width.Narrow(_text[_position + 1]));
        return _text[_position] switch
        {
            '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            Apostrophe or CurlyApostrophe => char.IsLetter(before) && char.IsAsciiLetter(after),
            _ => false,
        };
    }

    private void BeginRun()
    {
        if (!_inRun)
        {
            Begin(UnitKind.Run);
            _inRun = true;
        }
    }

    private void Begin(UnitKind kind)
    {
        CountCase();
        _units.Add(new TextUnit(_length, kind, _afterBlank, _cased));
        (_afterBlank, _inRun) = (false, false);
    }

    private void CountCase()
    {
        _cased += _unitIsCased ? 1 : 0;
        _unitIsCased = false;
    }

    private void Append(Rune rune)
    {
        _characters++;
        _length += rune.EncodeToUtf8(_bytes.AsSpan(_length));
        _unitIsCased |= rune.Value < 0x80 ? char.IsAsciiLetter((char)rune.Value) : _inRun && (Rune.IsLower(rune) || Rune.IsUpper(rune));
    }
}
