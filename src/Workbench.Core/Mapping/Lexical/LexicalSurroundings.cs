namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>What else in the tree is near a text: goods of one kind stand together.</summary>
internal sealed class LexicalSurroundings
{
    private readonly LexicalPlace[] _places;
    private readonly Dictionary<int, (double First, double Second)> _families = [];
    private readonly Dictionary<int, double> _branches = [];
    private readonly double _total;

    /// <param name="matches">The best match of each category that is near.</param>
    /// <param name="places">Of all categories.</param>
    public LexicalSurroundings(IReadOnlyCollection<LexicalMatch> matches, LexicalPlace[] places)
    {
        _places = places;
        foreach (var match in matches)
        {
            var place = places[match.Name.Owner];
            _families[place.Parent] = Insert(_families.GetValueOrDefault(place.Parent), match.Likeness);
            var weight = match.Likeness * match.Likeness;
            _branches[place.Branch] = _branches.GetValueOrDefault(place.Branch) + weight;
            _total += weight;
        }
    }

    /// <summary>Likeness of the nearest child, 0 to 1.</summary>
    public double Child(int category) => _families.GetValueOrDefault(category).First;

    /// <summary>Likeness of the nearest sibling, 0 to 1.</summary>
    public double Sibling(int category, double own)
    {
        var (first, second) = _places[category].Parent < 0 ? default : _families.GetValueOrDefault(_places[category].Parent);
        return first > own ? first : second;
    }

    /// <summary>Share of the branch of the second level, without the category itself, in all that is near (squares of likeness).</summary>
    public double Branch(int category, double own) => _total == 0 ? 0 : (_branches.GetValueOrDefault(_places[category].Branch) - (own * own)) / _total;

    private static (double First, double Second) Insert((double First, double Second) best, double value) =>
        value > best.First ? (value, best.First) : (best.First, Math.Max(best.Second, value));
}
