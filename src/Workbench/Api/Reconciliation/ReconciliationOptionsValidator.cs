using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Refuses origins that would never match, or that would open the service to every page on the web.</summary>
internal sealed class ReconciliationOptionsValidator : IValidateOptions<ReconciliationOptions>
{
    public ValidateOptionsResult Validate(string? name, ReconciliationOptions options)
    {
        var wrong = options.AllowedOrigins.Where(origin => !IsOrigin(origin)).Select(origin =>
            $"{ReconciliationOptions.Section}:{nameof(options.AllowedOrigins)} holds '{origin}', which is no origin. Write scheme, host and port only, such as https://refine.example.org; "
            + "a wildcard would let every page that somebody opens read the catalog.").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsOrigin(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase)
        && !origin.AsSpan().ContainsAny("*; '\"");
}
