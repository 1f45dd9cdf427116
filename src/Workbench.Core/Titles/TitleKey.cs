using System.Security.Cryptography;
using System.Text;

namespace LlmRec.Workbench.Titles;

/// <summary>A short fixed-length key of a raw title with its sentence: equal texts, equal key.</summary>
public static class TitleKey
{
    private const int Bytes = 16;

    /// <summary>32 hexadecimal digits of the SHA-256 over both texts; the separator cannot be part of a stored text.</summary>
    public static string Of(string rawTitle, string sentence) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rawTitle}\0{sentence}")).AsSpan(0, Bytes));
}
