using LlmRec.Workbench.Perplexity.Segmentation;

namespace LlmRec.Workbench.Perplexity;

/// <summary>
/// Cuts text into the words of a language model so that the whole is as probable as the model can have it. Numbers and words of scripts with blanks stay
/// whole, marks and emoji are words of their own, characters the model does not know cost what an unknown word costs. Any number of threads may use it.
/// </summary>
public sealed class Segmenter(LanguageModel model)
{
    /// <summary>The words in order, in the spelling under which the model knows them; none for a text without anything to see.</summary>
    public IReadOnlyList<string> Segment(string text)
    {
        var units = UnitReader.Read(text);
        var path = FindBest(units);
        var words = new string[path.Length - 1];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = units.Word(path[i].From, path[i].To, path[i].Form);
        }

        return words;
    }

    /// <summary>What every word of a text cut that way costs where it stands, then the end of the sentence; none for a text without anything to see.</summary>
    internal IReadOnlyList<WordScore> ScoreWords(string text)
    {
        var units = UnitReader.Read(text);
        var path = units.Count == 0 ? [] : FindBest(units);
        return [.. path.Select((word, i) => i < path.Length - 1
            ? new WordScore(units.Word(word.From, word.To, word.Form), word.Log10, word.Word == LanguageModel.Unknown)
            : WordScore.End(word.Log10))];
    }

    /// <summary>The score of a text cut that way; null for a text without anything to see.</summary>
    internal TextScore? Score(string text)
    {
        var units = UnitReader.Read(text);
        if (units.Count == 0)
        {
            return null;
        }

        var path = FindBest(units);
        var (total, unknown, unknownLog10) = (0d, 0, 0d);
        for (var i = 0; i < path.Length; i++)
        {
            total += path[i].Log10;

            // Like KenLM: the end of the sentence is a token, but never an unknown word, even where the model does not have it.
            if (path[i].Word == LanguageModel.Unknown && i < path.Length - 1)
            {
                unknown++;
                unknownLog10 += path[i].Log10;
            }
        }

        return new TextScore(total, path.Length, unknown, unknownLog10, units.Characters);
    }

    private PathWord[] FindBest(UnitText units)
    {
        using var lattice = new WordLattice(model, units);
        return lattice.FindBest();
    }
}
