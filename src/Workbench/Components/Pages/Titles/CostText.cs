using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

internal static class CostText
{
    public static string Of(Texts t, ArmCost cost)
    {
        if (cost.Recorded == cost.Titles)
        {
            return t["Titles.CostRecorded"];
        }

        // Calls that were made and cost nothing: the profile has no price, which is not the same as free.
        if (cost.Total == 0 && cost.Recorded + cost.FromCache < cost.Titles)
        {
            return t["Titles.CostUnpriced"];
        }

        var text = t["Titles.Cost", Format.Money(cost.PerTitle, cost.Currency), Format.Money(cost.Total, cost.Currency)];
        return cost.FromCache == 0 ? text : $"{text} · {t["Titles.CostCached", Format.Number(cost.FromCache)]}";
    }
}
