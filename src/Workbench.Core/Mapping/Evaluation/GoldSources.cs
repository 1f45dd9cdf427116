namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Where gold names come from: an uploaded set, or this site's own judgments.</summary>
public sealed class GoldSources(GoldSets sets, JudgedGold judged)
{
    /// <param name="goldSetId">Null for the judgments.</param>
    /// <exception cref="InvalidDataException">There is no such set, or nobody has judged a pair one by one yet.</exception>
    public async Task<GoldMaterial> ReadAsync(int? goldSetId, CancellationToken cancellationToken = default)
    {
        if (goldSetId is { } id)
        {
            return await sets.ReadAsync(id, cancellationToken) ?? throw new InvalidDataException($"There is no gold set {id}: it has been deleted. Choose another one.");
        }

        var material = await judged.ReadAsync(cancellationToken);
        return material.Names.Count > 0 ? material
            : throw new InvalidDataException("Nobody has judged a pair one by one yet, so there are no judgments to measure with. Judge some on the review page, or give a gold file.");
    }
}
