namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>What every row reader needs to know of the file it reads, and where it puts what is wrong.</summary>
internal sealed record RowContext(string Kind, string Encoding, FindingList Rejections)
{
    /// <summary>Rejects the row when any of its texts holds bytes that the file's encoding does not allow.</summary>
    public bool IsBroken(int line, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Contains(TextEncoding.Broken))
            {
                Rejections.Add(line, FindingCode.BrokenEncoding, Encoding, text);
                return true;
            }
        }

        return false;
    }

    public ImportRow? Reject(int line, FindingCode code, params ReadOnlySpan<string> arguments)
    {
        Rejections.Add(line, code, arguments);
        return null;
    }
}
