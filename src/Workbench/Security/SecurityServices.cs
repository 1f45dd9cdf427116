using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace LlmRec.Workbench.Web.Security;

internal static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(SingleUserAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SingleUserAuthentication>(SingleUserAuthentication.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (policy, roles) in Policies.AllowedRoles)
        {
            authorization.AddPolicy(policy, builder => builder.RequireRole(roles));
        }

        // A page or endpoint that names no policy is still closed to strangers.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<CurrentUser>();
        return services;
    }
}
