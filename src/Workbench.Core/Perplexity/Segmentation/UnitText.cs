using System.Text;

namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>A text as <see cref="UnitReader"/> left it: UTF-8 without blanks and invisible characters, cut into units, in up to three spellings of equal length.</summary>
internal sealed class UnitText
{
    // UTF-8 lead bytes of U+3000 and above, where next to nothing has case.
    private const byte FirstCaselessLead = 0xE3;
    private const byte FirstFourByteLead = 0xF0;

    private readonly byte[] _written;
    private readonly byte[] _lower;
    private readonly byte[] _upper;
    private readonly List<TextUnit> _units;

    /// <param name="written">The text's bytes, at least as many as the units cover.</param>
    /// <param name="units">The units, and behind them one that only says where the last one ends.</param>
    /// <param name="characters">How many characters the text has.</param>
    public UnitText(byte[] written, List<TextUnit> units, int characters)
    {
        (_written, _units, Characters) = (written, units, characters);
        _lower = _upper = written;
        if (units[^1].CasedBefore > 0)
        {
            _lower = Recase(Rune.ToLowerInvariant);
            _upper = Recase(Rune.ToUpperInvariant);
        }
    }

    public int Count => _units.Count - 1;

    public int Characters { get; }

    public TextUnit this[int index] => _units[index];

    public ReadOnlySpan<byte> Bytes(int from, int to, WordForm form)
    {
        var bytes = form switch { WordForm.Lower => _lower, WordForm.Upper => _upper, _ => _written };
        return bytes.AsSpan(_units[from].Start, _units[to].Start - _units[from].Start);
    }

    public bool IsCased(int from, int to) => _units[to].CasedBefore > _units[from].CasedBefore;

    /// <summary>A mark in its other width; itself where there is none.</summary>
    public Rune OtherWidth(int index)
    {
        Rune.DecodeFromUtf8(Bytes(index, index + 1, WordForm.Written), out var mark, out _);
        return mark.Value switch
        {
            >= Width.FirstNarrow and <= Width.LastNarrow => new Rune(mark.Value + Width.Distance),
            >= Width.FirstWide and <= Width.LastWide => new Rune(mark.Value - Width.Distance),
            _ => mark,
        };
    }

    public string Word(int from, int to, WordForm form) =>
        form == WordForm.OtherWidth ? OtherWidth(from).ToString() : Encoding.UTF8.GetString(Bytes(from, to, form));

    // A letter whose other case has another length keeps its own: all spellings share one set of positions.
    private byte[] Recase(Func<Rune, Rune> change)
    {
        var length = _units[^1].Start;
        var changed = _written.AsSpan(0, length).ToArray();
        for (var i = 0; i < length;)
        {
            if (changed[i] >= FirstCaselessLead)
            {
                i += changed[i] < FirstFourByteLead ? 3 : 4;
                continue;
            }

            Rune.DecodeFromUtf8(changed.AsSpan(i), out var rune, out var size);
            var other = change(rune);
            if (other.Utf8SequenceLength == size)
            {
                other.EncodeToUtf8(changed.AsSpan(i));
            }

            i += size;
        }

        return changed;
    }
}
