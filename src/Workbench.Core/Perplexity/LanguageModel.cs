using System.Runtime.CompilerServices;
using System.Text;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Perplexity;

/// <summary>
/// A KenLM n-gram model that says how probable words are after others. Reads ARPA text and every binary kind of KenLM's format version 5. Any number of
/// threads may use one model at the same time.
/// </summary>
public abstract class LanguageModel : IDisposable
{
    /// <summary>The word that stands for all words a model does not know.</summary>
    public const uint Unknown = 0;

    private const int MostBytesOnStack = 1024;

    private protected LanguageModel(string path, LanguageModelInfo info)
    {
        Path = path;
        Info = info;
    }

    public string Path { get; }

    public LanguageModelInfo Info { get; }

    /// <summary>The length of the longest n-grams.</summary>
    public int Order => Info.NgramCounts.Count;

    /// <summary>Words have the numbers 0 (unknown) to this, exclusive.</summary>
    public abstract uint WordBound { get; }

    public uint BeginOfSentence { get; private protected init; }

    public uint EndOfSentence { get; private protected init; }

    /// <summary>The state at the beginning of a sentence.</summary>
    public NgramState Begin { get; private protected init; }

    /// <summary>The state in which nothing is known about what stands before.</summary>
    public NgramState Empty { get; }

    /// <summary>Opens a model; throws <see cref="LanguageModelException"/> if the file is missing, damaged or no model.</summary>
    public static LanguageModel Open(string path)
    {
        var info = LanguageModelInfo.Read(path);
        try
        {
            return info.Kind.EndsWith("arpa", StringComparison.Ordinal) ? ArpaModel.Open(path, info) : BinaryModel.Open(path, info);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or OutOfMemoryException)
        {
            throw new LanguageModelException($"{path} cannot be opened: {error.Message}");
        }
    }

    /// <summary>A word's number, or <see cref="Unknown"/>.</summary>
    public abstract uint Find(ReadOnlySpan<byte> utf8);

    /// <summary>A word's number, or <see cref="Unknown"/>.</summary>
    [SkipLocalsInit]
    public uint Find(ReadOnlySpan<char> word)
    {
        Span<byte> stack = stackalloc byte[MostBytesOnStack];
        return Find(Encode(word, stack));
    }

    /// <summary>Whether the model has the word itself.</summary>
    public bool Knows(ReadOnlySpan<char> word) => Find(word) != Unknown;

    /// <summary>The log10 probability of a word in a context, and the context of the word after it.</summary>
    public abstract float Score(in NgramState context, uint word, out NgramState next);

    /// <summary>Scores a sentence whose words are separated by blanks, from the beginning to the end of the sentence.</summary>
    public abstract SentenceScore ScoreSentence(ReadOnlySpan<byte> utf8);

    /// <summary>Scores a sentence whose words are separated by blanks, from the beginning to the end of the sentence.</summary>
    [SkipLocalsInit]
    public SentenceScore ScoreSentence(ReadOnlySpan<char> sentence)
    {
        Span<byte> stack = stackalloc byte[MostBytesOnStack];
        return ScoreSentence(Encode(sentence, stack));
    }

    /// <summary>Scores a sentence given as its words.</summary>
    public abstract SentenceScore ScoreSentence(ReadOnlySpan<string> words);

    /// <summary>The words by their numbers, from the first (unknown); nothing where the file does not hold them.</summary>
    public abstract IEnumerable<string> ReadWords();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract void Dispose(bool disposing);

    private static ReadOnlySpan<byte> Encode(ReadOnlySpan<char> text, Span<byte> stack)
    {
        var utf8 = Encoding.UTF8.GetMaxByteCount(text.Length) <= stack.Length ? stack : new byte[Encoding.UTF8.GetByteCount(text)];
        return utf8[..Encoding.UTF8.GetBytes(text, utf8)];
    }
}
