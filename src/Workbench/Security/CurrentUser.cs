using System.Security.Claims;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace LlmRec.Workbench.Web.Security;

/// <summary>Who is at the other end of this circuit.</summary>
internal sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    public async Task<Caller> GetAsync() => FromPrincipal((await authentication.GetAuthenticationStateAsync()).User);

    public static Caller FromPrincipal(ClaimsPrincipal user) =>
        new(user.Identity?.Name ?? "nobody", user.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet());
}
