using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LlmRec.Workbench.Web.Security;

/// <summary>Refuses to listen where other machines could reach an installation that has no users.</summary>
internal static class LoopbackGuard
{
    public static void ListenOnLoopbackOnly(this KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(Check);

    private static void Check(ListenOptions listen)
    {
        if (listen.IPEndPoint is { } endpoint && !IPAddress.IsLoopback(endpoint.Address))
        {
            throw new InvalidOperationException(
                $"Refusing to listen on {endpoint}: without configured users everybody who reaches the workbench would be its administrator, so it listens on "
                + "loopback only. Use --urls http://127.0.0.1:5080 (or Urls in appsettings.json) and reach it from another machine through an SSH tunnel: "
                + "ssh -L 5080:127.0.0.1:5080 THIS-MACHINE.");
        }
    }
}
