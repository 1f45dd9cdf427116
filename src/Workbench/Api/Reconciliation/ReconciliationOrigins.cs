using System.Net;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Whose pages may call the service from a browser and show its previews: those of this machine and the configured ones.</summary>
internal sealed class ReconciliationOrigins(IOptions<ReconciliationOptions> options)
{
    private static readonly string[] Loopback = ["http://127.0.0.1:*", "http://localhost:*", "https://127.0.0.1:*", "https://localhost:*"];

    /// <summary>Sources for the header's <c>frame-ancestors</c>.</summary>
    public string FrameAncestors => string.Join(' ', ["'self'", .. Loopback, .. options.Value.AllowedOrigins]);

    public bool Allows(string origin) =>
        IsLoopback(origin) || options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a request may have names mapped, which can call a model that costs money: not one that a page of another site caused, even where that page cannot read the answer.
    /// </summary>
    public bool MayAsk(IHeaderDictionary headers) => headers.Origin is [{ } origin, ..] ? Allows(origin) : headers["Sec-Fetch-Site"] != "cross-site";

    // Uri reads the name "loopback" as localhost, but any network may resolve that; so the origin must be as Uri would write it.
    private static bool IsLoopback(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address)));
}
