namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Lays the structures that a KenLM binary's header announces over the mapped file: after the header come vocabulary, search structures and words. Every section
/// is checked against the file's length; nothing else is read.
/// </summary>
internal sealed class BinaryModel
{
    private readonly string _path;
    private readonly LanguageModelInfo _info;
    private readonly ModelMemory _memory;
    private readonly BinaryHeader _header;
    private readonly SectionCursor _cursor;

    private BinaryModel(string path, LanguageModelInfo info, ModelMemory memory)
    {
        _path = path;
        _info = info;
        _memory = memory;
        _cursor = new SectionCursor(path, memory);
        _header = ReadHeader();
    }

    /// <summary>Throws <see cref="LanguageModelException"/> if the file is shorter than its header says or of an unknown version.</summary>
    public static LanguageModel Open(string path, LanguageModelInfo info)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new LanguageModelException($"{path} is a KenLM binary, and those are read on little-endian machines only. Use the model's ARPA text.");
        }

        var memory = ModelMemory.Map(path);
        try
        {
            return new BinaryModel(path, info, memory).Read();
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private unsafe BinaryHeader ReadHeader()
    {
        var header = BinaryHeader.Read(_path, new ReadOnlySpan<byte>(_memory.Start, (int)Math.Min(_memory.Length, BinaryHeader.MostBytes)));
        _cursor.Take((UInt128)header.Length, "header");
        return header.Order < 2 ? throw _cursor.Damaged("KenLM binaries have at least order 2")
            : !(header.ProbingMultiplier is >= 1 and < 1000) ? throw _cursor.Damaged($"a probing multiplier of {header.ProbingMultiplier}")
            : header.SearchVersion != (IsProbing(header) ? 0u : 1u) ? throw _cursor.Damaged($"its search structure has version {header.SearchVersion}, which is unknown")
            : header;
    }

    private static bool IsProbing(BinaryHeader header) => header.Kind is BinaryKind.Probing or BinaryKind.RestProbing;

    private LanguageModel Read()
    {
        if (IsProbing(_header))
        {
            return Build(ProbingVocabulary.Read(_cursor, _header), ProbingSearch.Read(_cursor, _header));
        }

        var vocabulary = SortedVocabulary.Read(_cursor, _header);
        return _header.Kind switch
        {
            BinaryKind.Trie => Build(vocabulary, TrieSearch<PlainWeights, InlinePointers>.Read(_cursor, _header, default)),
            BinaryKind.ArrayTrie => Build(vocabulary, TrieSearch<PlainWeights, ArrayPointers>.Read(_cursor, _header, default)),
            BinaryKind.QuantisedTrie => Build(vocabulary, TrieSearch<QuantisedWeights, InlinePointers>.Read(_cursor, _header, QuantisedWeights.Read(_cursor, _header))),
            _ => Build(vocabulary, TrieSearch<QuantisedWeights, ArrayPointers>.Read(_cursor, _header, QuantisedWeights.Read(_cursor, _header))),
        };
    }

    private NgramModel<TVocabulary, TSearch> Build<TVocabulary, TSearch>(TVocabulary vocabulary, TSearch search)
        where TVocabulary : struct, IVocabulary
        where TSearch : struct, INgramSearch =>
        new(_path, _info, MappedModel.Check(_cursor, _memory, _header.HasVocabulary), (vocabulary, search));
}
