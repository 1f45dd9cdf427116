using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>What every page needs: components, texts, language, keyboard.</summary>
public static class ShellServices
{
    private static readonly string[] Languages = ["zh-CN", "en"];

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.VisibleStateDuration = 6000;
            options.PopoverOptions.CheckForPopoverProvider = false;
        });
        services.AddSingleton<Texts>();
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddScoped<KeyScope>();
        services.AddScoped<ShellFacts>();
        services.AddScoped<JumpSearch>();
        services.Configure<RequestLocalizationOptions>(options =>
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages));
        return services;
    }

    /// <summary>The language switch: stores the choice in ASP.NET's culture cookie and goes back to where the person was.</summary>
    public static void MapShell(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/culture", (string to, string? returnUrl, HttpContext http) =>
        {
            if (Languages.Contains(to))
            {
                http.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
                    new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax });
            }

            return Results.LocalRedirect(returnUrl is ['/', ..] ? returnUrl : "/");
        }).AllowAnonymous();
}
