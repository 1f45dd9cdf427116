using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>Compares two streams of pairs that are grouped by source in ordinal order; holds one source of each in memory.</summary>
internal sealed class ReleaseComparison
{
    private static readonly PropertyInfo[] Compared =
        [.. typeof(ReleasePair).GetProperties().Where(p => p.Name is not (nameof(ReleasePair.SourceId) or nameof(ReleasePair.TargetId) or nameof(ReleasePair.Mentions)))];

    private int _added;
    private int _removed;
    private int _changed;
    private int _unchanged;

    /// <summary>Complete once <see cref="CompareAsync"/> has been enumerated.</summary>
    public DiffCounts Counts => new(_added, _removed, _changed, _unchanged);

    public async IAsyncEnumerable<PairChange> CompareAsync(
        IAsyncEnumerable<IReadOnlyList<ReleasePair>> before,
        IAsyncEnumerable<IReadOnlyList<ReleasePair>> after,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var olds = new GroupReader(before, cancellationToken);
        await using var news = new GroupReader(after, cancellationToken);
        await olds.MoveAsync();
        await news.MoveAsync();
        while (olds.Current.Count > 0 || news.Current.Count > 0)
        {
            var order = string.CompareOrdinal(olds.Key, news.Key);
            var first = news.Current.Count == 0 || (olds.Current.Count > 0 && order < 0);
            var second = olds.Current.Count == 0 || (news.Current.Count > 0 && order > 0);
            foreach (var change in CompareSource(second ? [] : olds.Current, first ? [] : news.Current))
            {
                yield return change;
            }

            await (second ? Task.CompletedTask : olds.MoveAsync());
            await (first ? Task.CompletedTask : news.MoveAsync());
        }
    }

    private IEnumerable<PairChange> CompareSource(IReadOnlyList<ReleasePair> before, IReadOnlyList<ReleasePair> after)
    {
        var old = before.ToDictionary(pair => pair.TargetId);
        foreach (var pair in after)
        {
            if (!old.Remove(pair.TargetId, out var was))
            {
                _added++;
                yield return new PairChange(ChangeKind.Added, null, pair, []);
            }
            else if (ChangedFields(was, pair) is { Count: > 0 } fields)
            {
                _changed++;
                yield return new PairChange(ChangeKind.Changed, was, pair, fields);
            }
            else
            {
                _unchanged++;
            }
        }

        foreach (var pair in before.Where(pair => old.ContainsKey(pair.TargetId)))
        {
            _removed++;
            yield return new PairChange(ChangeKind.Removed, pair, null, []);
        }
    }

    private static List<string> ChangedFields(ReleasePair before, ReleasePair after)
    {
        var fields = Compared.Where(p => !Equals(p.GetValue(before), p.GetValue(after))).Select(p => p.Name).ToList();
        if (!before.Mentions.SequenceEqual(after.Mentions))
        {
            fields.Add(nameof(ReleasePair.Mentions));
        }

        return fields.ConvertAll(JsonNamingPolicy.SnakeCaseLower.ConvertName);
    }

    /// <summary>Steps over sources without pairs; <see cref="Current"/> is empty at the end.</summary>
    private sealed class GroupReader(IAsyncEnumerable<IReadOnlyList<ReleasePair>> groups, CancellationToken cancellationToken) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<IReadOnlyList<ReleasePair>> _groups = groups.GetAsyncEnumerator(cancellationToken);

        public IReadOnlyList<ReleasePair> Current { get; private set; } = [];

        public string Key => Current.Count == 0 ? "" : Current[0].SourceId;

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
