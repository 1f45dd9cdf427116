using LlmRec.Workbench.Mapping.Names;
using System.Text;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>Cuts a title where its script changes and at everything that is neither letter nor digit: the words where no language model is installed to find better ones.</summary>
internal static class ScriptWords
{
    public static IReadOnlyList<string> Split(string title)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var wasIdeographic = false;
        foreach (var rune in title.EnumerateRunes())
        {
            var ideographic = Script.IsIdeographic(rune) && Rune.IsLetter(rune);
            var isWord = ideographic || Rune.IsLetterOrDigit(rune);
            if (word.Length > 0 && (!isWord || ideographic != wasIdeographic))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (isWord)
            {
                word.Append(rune.ToString());
                wasIdeographic = ideographic;
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
