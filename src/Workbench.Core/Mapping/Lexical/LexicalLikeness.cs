using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>How alike two names are, 0 to 1: the share of the text's weight that the name covers and the share of the name's that the text covers.</summary>
internal sealed class LexicalLikeness(LexicalWeights weights)
{
    private static readonly HashSet<int> Nothing = [];

    /// <param name="text">The text that was asked.</param>
    /// <param name="name">A name of the index.</param>
    public double Of(LexicalDocument text, LexicalDocument name) => Compare(text, name, Nothing).Likeness;

    /// <param name="text">The text that was asked.</param>
    /// <param name="name">A name of the index.</param>
    /// <param name="above">Features of the names above the category; what only they cover counts in part.</param>
    public LexicalMatch Compare(LexicalDocument text, LexicalDocument name, HashSet<int> above)
    {
        double textCovered = 0, nameCovered = 0, aboveCovered = 0, product = 0, sequences = 0, sequencesCovered = 0;
        var n = 0;
        foreach (var (feature, weight, isSequence) in text.Features)
        {
            sequences += isSequence ? weight : 0;
            while (n < name.Features.Length && name.Features[n].Feature < feature)
            {
                n++;
            }

            if (n < name.Features.Length && name.Features[n].Feature == feature)
            {
                textCovered += weight;
                sequencesCovered += isSequence ? weight : 0;
                nameCovered += name.Features[n].Weight;
                product += weight * name.Features[n].Weight;
            }
            else if (above.Contains(feature))
            {
                aboveCovered += weight;
            }
        }

        var covered = (textCovered + (aboveCovered * weights.Ancestor)) / text.Mass;
        var likeness = Math.Pow(covered, weights.TextShare) * Math.Pow(nameCovered / name.Mass, 1 - weights.TextShare)
            * weights.Of(text.Kind) * weights.Of(name.Kind) * HeadFactor(text, name);
        return new LexicalMatch(text, name, likeness, textCovered / text.Mass, nameCovered / name.Mass, aboveCovered / text.Mass, product / (text.Norm * name.Norm),
            sequences == 0 ? 0 : sequencesCovered / sequences);
    }

    /// <summary>The name is in the text, but not as what the text is about: Kiteboards in "kiteboard fins". Its accessories are nearer.</summary>
    public static bool IsModifier(LexicalDocument text, LexicalDocument name) => name.Kind != FormKind.Stripped && Holds(text, name.Head);

    private double HeadFactor(LexicalDocument text, LexicalDocument name)
    {
        if (name.Head == text.Head)
        {
            return 1;
        }

        // The other way round: the text is in the name, but the name is about something else, as 相机包 for 相机.
        var isModified = text.Kind != FormKind.Stripped && Holds(name, text.Head);
        return (IsModifier(text, name) ? weights.Modifier : 1) * (isModified ? weights.Modified : 1);
    }

    private static bool Holds(LexicalDocument document, int feature)
    {
        foreach (var (known, _, _) in document.Features)
        {
            if (known == feature)
            {
                return true;
            }
        }

        return false;
    }
}
