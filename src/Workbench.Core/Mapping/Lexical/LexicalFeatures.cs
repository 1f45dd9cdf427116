using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>What ranks a category among those whose names are near a text, as numbers from 0 to 1. The weights: <see cref="LexicalRanker"/>.</summary>
internal static class LexicalFeatures
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "likeness", "text share", "above share", "same head", "modifier", "cosine", "both shares", "suffix", "sequences", "head sequence",
        "text alternative", "text stripped", "text synonym", "text broader", "name alternative", "name stripped",
        "leaf", "height", "child", "sibling", "branch",
        "broader likeness", "broader height", "covered", "leaf name share", "synonym likeness", "branch likeness",
    ];

    /// <param name="match">The text and the name of the category.</param>
    /// <param name="place">Where the category stands in the tree.</param>
    /// <param name="around">What else is near the text.</param>
    public static double[] Of(LexicalMatch match, LexicalPlace place, LexicalSurroundings around)
    {
        var category = match.Name.Owner;
        return
        [
            match.Likeness, match.TextShare, match.AboveShare, One(match.HasSameHead), One(match.IsModifier), match.Cosine, match.TextShare * match.NameShare, match.SuffixShare(), match.SequenceShare, match.HasSameHead ? match.SequenceShare : 0,
            One(match.Text.Kind == FormKind.Alternative), One(match.Text.Kind == FormKind.Stripped), One(match.Text.Kind == FormKind.Synonym),
            One(match.Text.Kind == FormKind.Broader), One(match.Name.Kind == FormKind.Alternative), One(match.Name.Kind == FormKind.Stripped),
            One(place.IsLeaf), place.Height, around.Child(category), around.Sibling(category, match.Likeness), around.Branch(category, match.Likeness),
            match.Text.Kind == FormKind.Broader ? match.Likeness : 0, match.Text.Kind == FormKind.Broader ? place.Height : 0, Math.Min(1, match.TextShare + match.AboveShare), place.IsLeaf ? match.NameShare : 0,
            match.Text.Kind == FormKind.Synonym ? match.Likeness : 0, around.Branch(category, match.Likeness) * match.Likeness,
        ];
    }

    private static double One(bool value) => value ? 1 : 0;
}
