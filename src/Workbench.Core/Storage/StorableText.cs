using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LlmRec.Workbench.Storage;

/// <summary>
/// Replaces what no database text can hold, U+0000 and halves of surrogate pairs, by U+FFFD before it is stored. Models do send such answers; PostgreSQL would
/// refuse the whole batch, and SQLite would cut the text at the zero.
/// </summary>
internal sealed class StorableText : SaveChangesInterceptor
{
    private const char Replacement = '\uFFFD';

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Clean(eventData.Context!);
        return result;
    }

    internal static string Clean(string text) => !NeedsCleaning(text) ? text : string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = IsBad(source, i) ? Replacement : source[i];
        }
    });

    private static void Clean(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties.Where(p => p.Metadata.ClrType == typeof(string)))
            {
                if (property.CurrentValue is string text && NeedsCleaning(text))
                {
                    property.CurrentValue = Clean(text);
                }
            }
        }
    }

    private static bool NeedsCleaning(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        return Enumerable.Range(0, text.Length).Any(i => IsBad(text, i));
    }

    private static bool IsBad(string text, int i) => text[i] switch
    {
        '\0' => true,
        >= '\uD800' and <= '\uDBFF' => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
        >= '\uDC00' and <= '\uDFFF' => i == 0 || !char.IsHighSurrogate(text[i - 1]),
        _ => false,
    };
}
