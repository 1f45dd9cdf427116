using System.Text;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>An encoding that files are read in. Bytes that it does not allow read as <see cref="Broken"/>.</summary>
internal sealed record TextEncoding(string Name, Encoding Encoding)
{
    /// <summary>Stands in decoded text where bytes were broken, here or in whatever wrote the file.</summary>
    public const char Broken = '�';

    public static TextEncoding Utf8 { get; } = new("UTF-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    public static TextEncoding Utf16 { get; } = new("UTF-16", Encoding.Unicode);
    public static TextEncoding Gb18030 { get; } = new("GB18030", CreateGb18030());

    private static Encoding CreateGb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Broken.ToString()));
    }
}
