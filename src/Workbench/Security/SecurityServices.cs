using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

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
        services.AddDataProtection().SetApplicationName("LlmRec.Workbench");
        services.AddOptions<KeyManagementOptions>().Configure<StorageLocation, ILoggerFactory>((options, location, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(PrivateFolder(location.KeysFolder), loggers));
        services.AddScoped<CurrentUser>();
        return services;
    }

    // The keys protect cookies; they are not encrypted, so only their owner may read them.
    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
