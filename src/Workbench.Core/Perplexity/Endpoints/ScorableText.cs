using System.Security.Cryptography;
using System.Text;
using LlmRec.Workbench.Perplexity.Segmentation;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>A text as it is sent to an endpoint: valid Unicode, without blanks around it.</summary>
/// <param name="Key">SHA-256 (hex) of the text.</param>
internal sealed record ScorableText(string Text, string Key, int Characters)
{
    /// <summary>Null for a text without anything to see.</summary>
    public static ScorableText? Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.Trim());
        var characters = UnitReader.Read(text).Characters;
        return characters == 0 ? null : new ScorableText(Encoding.UTF8.GetString(utf8), Convert.ToHexStringLower(SHA256.HashData(utf8)), characters);
    }
}
