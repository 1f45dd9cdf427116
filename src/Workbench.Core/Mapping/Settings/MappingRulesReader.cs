using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>Reads the rules in force.</summary>
public sealed class MappingRulesReader(
    IDbContextFactory<WorkbenchDbContext> contexts, MappingSettingsService settings, AcceptancePlanner planner, MappingRefresher refresher, CurrentMappingOptions inForce)
{
    public async Task<MappingRules> GetAsync(CancellationToken cancellationToken = default) => new(
        await settings.GetCurrentAsync(cancellationToken), await inForce.GetAsync(cancellationToken), await planner.GetAsync(cancellationToken),
        await refresher.CountPendingAsync(cancellationToken), await settings.GetHistoryAsync(cancellationToken: cancellationToken), await InventoryAsync(cancellationToken));

    private async Task<EvidenceInventory> InventoryAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new EvidenceInventory(
            await db.Categories.CountAsync(c => c.RetiredAt == null, cancellationToken),
            await db.Aliases.Select(a => a.Key).Distinct().CountAsync(cancellationToken),
            await db.QueryClicks.CountAsync(cancellationToken),
            await db.Items.CountAsync(i => i.CategoryId != null, cancellationToken),
            await db.MappingChoices.CountAsync(cancellationToken));
    }
}
