using System.Collections;
using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Releases;

/// <summary>Compares two streams of rows that come in groups in ordinal order; holds one group of each in memory.</summary>
internal sealed class RowComparison<TRow>(ReleasePart<TRow> part) where TRow : class
{
    // Keys identify the rows and never differ; lists come last, as they are the longest to read.
    private static readonly RowColumn[] Compared = [.. RowColumns<TRow>.All.OrderBy(column => column.IsList)];

    private int _added;
    private int _removed;
    private int _changed;
    private int _unchanged;

    /// <summary>Complete once <see cref="CompareAsync"/> has been enumerated.</summary>
    public DiffCounts Counts => new(_added, _removed, _changed, _unchanged);

    public async IAsyncEnumerable<RowChange<TRow>> CompareAsync(
        IAsyncEnumerable<IReadOnlyList<TRow>> before,
        IAsyncEnumerable<IReadOnlyList<TRow>> after,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var olds = new GroupReader(part, before, cancellationToken);
        await using var news = new GroupReader(part, after, cancellationToken);
        await olds.MoveAsync();
        await news.MoveAsync();
        while (olds.Current.Count > 0 || news.Current.Count > 0)
        {
            var order = string.CompareOrdinal(olds.Key, news.Key);
            var first = news.Current.Count == 0 || (olds.Current.Count > 0 && order < 0);
            var second = olds.Current.Count == 0 || (news.Current.Count > 0 && order > 0);
            foreach (var change in CompareGroup(second ? [] : olds.Current, first ? [] : news.Current))
            {
                yield return change;
            }

            await (second ? Task.CompletedTask : olds.MoveAsync());
            await (first ? Task.CompletedTask : news.MoveAsync());
        }
    }

    private IEnumerable<RowChange<TRow>> CompareGroup(IReadOnlyList<TRow> before, IReadOnlyList<TRow> after)
    {
        var old = before.ToDictionary(part.Key);
        foreach (var row in after)
        {
            if (!old.Remove(part.Key(row), out var was))
            {
                _added++;
                yield return new RowChange<TRow>(ChangeKind.Added, null, row, []);
            }
            else if (ChangedFields(was, row) is { Count: > 0 } fields)
            {
                _changed++;
                yield return new RowChange<TRow>(ChangeKind.Changed, was, row, fields);
            }
            else
            {
                _unchanged++;
            }
        }

        foreach (var row in before.Where(row => old.ContainsKey(part.Key(row))))
        {
            _removed++;
            yield return new RowChange<TRow>(ChangeKind.Removed, row, null, []);
        }
    }

    private static List<string> ChangedFields(TRow before, TRow after) =>
        [.. Compared.Where(column => !Same(column.Get(before), column.Get(after))).Select(column => column.Name)];

    private static bool Same(object? before, object? after) =>
        before is IEnumerable old and not string && after is IEnumerable now ? old.Cast<object>().SequenceEqual(now.Cast<object>()) : Equals(before, after);

    /// <summary>Steps over empty groups; <see cref="Current"/> is empty at the end.</summary>
    private sealed class GroupReader(ReleasePart<TRow> part, IAsyncEnumerable<IReadOnlyList<TRow>> groups, CancellationToken cancellationToken) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<IReadOnlyList<TRow>> _groups = groups.GetAsyncEnumerator(cancellationToken);

        public IReadOnlyList<TRow> Current { get; private set; } = [];

        public string Key => Current.Count == 0 ? "" : part.Group(Current[0]);

        public async Task MoveAsync()
        {
            while (await _groups.MoveNextAsync())
            {
                if (_groups.Current.Count > 0)
                {
                    Current = _groups.Current;
                    return;
                }
            }

            Current = [];
        }

        public ValueTask DisposeAsync() => _groups.DisposeAsync();
    }
}
