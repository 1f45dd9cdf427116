using System.Reflection;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Components;
using LlmRec.Workbench.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Security;

public sealed class PolicyTests
{
    [Fact]
    public void Pages_EveryOne_NamesAKnownPolicy()
    {
        var pages = typeof(App).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();

        pages.Count.ShouldBeGreaterThan(5);
        pages.Where(page => page.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .Where(page => page.GetCustomAttributes<AuthorizeAttribute>().All(a => !Policies.AllowedRoles.ContainsKey(a.Policy ?? "")))
            .Select(page => page.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Endpoints_OfTheApi_NameAKnownPolicy()
    {
        await using var app = await TestApp.StartAsync();
        var endpoints = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).ToList();

        endpoints.ShouldNotBeEmpty();
        endpoints.Where(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => !Policies.AllowedRoles.ContainsKey(a.Policy ?? "")))
            .Select(endpoint => endpoint.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Fact]
    public void AllowedRoles_EveryPolicy_IsSatisfiedByAnAdministrator()
    {
        var admin = new Caller("admin", new HashSet<string> { Roles.Admin });
        var policies = typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).ToList();

        policies.ShouldAllBe(policy => admin.May(policy));
        policies.ShouldBe(Policies.AllowedRoles.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Demand_CallerWithoutTheRole_SaysWhoAndWhatIsMissing()
    {
        var viewer = new Caller("guest", new HashSet<string> { Roles.Viewer });

        var error = Should.Throw<AccessDeniedException>(() => viewer.Demand(Policies.Release));

        error.Message.ShouldBe("guest may not do this: it needs the policy 'Release'. An administrator can grant a role that has it.");
    }
}
