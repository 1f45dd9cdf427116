using LlmRec.Workbench.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>MudBlazor's own words (labels for screen readers, pickers) from <c>MudBlazor.resx</c>; a word that is missing there stays MudBlazor's English.</summary>
internal sealed class MudTexts(Texts texts) : MudLocalizer
{
    public override LocalizedString this[string key] => Find(key, []);

    public override LocalizedString this[string key, params object[] arguments] => Find(key, arguments);

    private LocalizedString Find(string key, object[] arguments)
    {
        var name = "MudBlazor." + key;
        var text = texts[name, arguments];
        return new LocalizedString(key, text, resourceNotFound: text == name);
    }
}
