namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>A word that titles are searched for.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Group">Of a modifier: the line of its list, so that a sentence does not take all its modifiers from one line.</param>
/// <param name="Trust">Of a product word: 0 when it is only bundled, more when the site's own data hold it.</param>
/// <param name="Headness">Of a product word: how much more often it ends other product words than it begins them (壳 ends many, 手机 begins many).</param>
internal sealed record LexiconWord(string Text, WordKinds Kinds, int Group = 0, double Trust = 0, double Headness = 0)
{
    public bool Is(WordKinds kind) => (Kinds & kind) != 0;
}
