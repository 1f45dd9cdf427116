using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Text;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>
/// The word lists behind the baseline, which experts edit: the bundled words, those added and those removed. A word is kept in the form in which titles are searched
/// (lower case, narrow, Simplified), so that no word stands in a list twice. Every change is in force with the next title.
/// </summary>
public sealed class TitleWordLists(IDbContextFactory<WorkbenchDbContext> contexts, BaselineService baselines, TimeProvider time)
{
    /// <summary>Characters of the longest word.</summary>
    public const int LongestWord = Lexicon.LongestWord;

    /// <summary>Every word of every list, removed bundled words included, by kind and text.</summary>
    public async Task<IReadOnlyList<TitleWordRow>> GetAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var edits = await db.TitleWords.AsNoTracking().ToDictionaryAsync(w => (w.Kind, w.Text), cancellationToken);
        var bundled = Enum.GetValues<TitleWordKind>().SelectMany(kind => Bundled(kind).Select(text => (Kind: kind, Text: text))).ToHashSet();
        return
        [
            .. bundled.Union(edits.Keys).OrderBy(w => w.Kind).ThenBy(w => w.Text, StringComparer.Ordinal).Select(key => edits.GetValueOrDefault(key) is { } edit
                ? new TitleWordRow(key.Kind, key.Text, bundled.Contains(key), edit.Excluded, edit.By, edit.At)
                : new TitleWordRow(key.Kind, key.Text, IsBundled: true, IsRemoved: false, By: null, At: null)),
        ];
    }

    /// <summary>Adds words to a list; a removed word is restored.</summary>
    public async Task<WordsAdded> AddAsync(Caller caller, TitleWordKind kind, IReadOnlyCollection<string> texts, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        var words = texts.Select(text => (Text: text, Word: Fold(text))).ToLookup(w => w.Word.Length is > 0 and <= LongestWord);
        var bundled = Bundled(kind);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var edits = await db.TitleWords.Where(w => w.Kind == kind).ToDictionaryAsync(w => w.Text, cancellationToken);
        var (added, known) = (0, 0);
        foreach (var word in words[true].Select(w => w.Word).Distinct())
        {
            var edit = edits.GetValueOrDefault(word);
            if (edit is { Excluded: true })
            {
                db.TitleWords.Remove(edit);
                added++;
            }
            else if (edit is null && !bundled.Contains(word))
            {
                db.TitleWords.Add(new TitleWord { Kind = kind, Text = word, By = caller.Name, At = time.GetUtcNow() });
                added++;
            }
            else
            {
                known++;
            }
        }

        await SaveAsync(db, cancellationToken);
        return new WordsAdded(added, known, [.. words[false].Select(w => w.Text).Where(text => !string.IsNullOrWhiteSpace(text))]);
    }

    /// <summary>Takes a word out of a list: a bundled one stays visible as removed, another is forgotten. False when the list does not hold it.</summary>
    public async Task<bool> RemoveAsync(Caller caller, TitleWordKind kind, string text, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        var word = Fold(text);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var edit = await db.TitleWords.SingleOrDefaultAsync(w => w.Kind == kind && w.Text == word, cancellationToken);
        if (edit is { Excluded: true } || (edit is null && !Bundled(kind).Contains(word)))
        {
            return false;
        }

        if (edit is not null)
        {
            db.TitleWords.Remove(edit);
        }
        else
        {
            db.TitleWords.Add(new TitleWord { Kind = kind, Text = word, Excluded = true, By = caller.Name, At = time.GetUtcNow() });
        }

        await SaveAsync(db, cancellationToken);
        return true;
    }

    private async Task SaveAsync(WorkbenchDbContext db, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        baselines.Invalidate();
    }

    private static HashSet<string> Bundled(TitleWordKind kind) => [.. BundledWords.Of(kind).Select(Fold)];

    private static string Fold(string text) => FoldedText.Fold(text).Trim(FoldedText.Gap);
}
