using System.Text;
using Microsoft.AspNetCore.Components.Forms;

namespace LlmRec.Workbench.Web.Tests.Catalog;

/// <summary>A file as the browser offers it; may claim another size than it has.</summary>
internal sealed class FakeFile(string name, string text, long? size = null) : IBrowserFile
{
    private readonly byte[] _content = Encoding.UTF8.GetBytes(text);

    public string Name => name;
    public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;
    public long Size => size ?? _content.Length;
    public string ContentType => "text/plain";

    public Stream OpenReadStream(long maxAllowedSize, CancellationToken cancellationToken) =>
        Size <= maxAllowedSize ? new MemoryStream(_content) : throw new IOException($"The file has {Size} bytes, {maxAllowedSize} are allowed.");
}
