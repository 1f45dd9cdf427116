using System.Security.Claims;
using System.Text.Encodings.Web;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Web.Security;

/// <summary>Signs everybody who can reach the loopback address in as the one user of this installation.</summary>
internal sealed class SingleUserAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "SingleUser";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var caller = Caller.SingleUser(Environment.UserName);
        var claims = caller.Roles.Select(role => new Claim(ClaimTypes.Role, role)).Prepend(new Claim(ClaimTypes.Name, caller.Name));
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName)));
    }
}
