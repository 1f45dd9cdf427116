using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Runs;

/// <summary>What a run is about: where its subjects come from, what the prompt sees, how an answer is read and where its results go.</summary>
public interface IRunKind
{
    /// <summary>The name used on the command line, in prompts and in stored runs.</summary>
    string Name { get; }

    /// <summary>Every variable that a prompt of this kind may use, for example <c>category.name</c>.</summary>
    IReadOnlyList<string> Variables { get; }

    /// <summary>The subjects of a scope (<c>all</c> or a category ID), in tree order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<RunSubject>> GetSubjectsAsync(string scope, int? limit, CancellationToken cancellationToken);

    /// <summary>The values of <see cref="Variables"/> for one subject, nested by the dots of their names.</summary>
    Task<IReadOnlyDictionary<string, object?>> GetVariablesAsync(string subjectId, CancellationToken cancellationToken);

    /// <summary>Parses and checks an answer. Writes nothing and does not throw for anything that a model may say.</summary>
    Task<RunAnswer> ReadAsync(RunSubject subject, string answer, CancellationToken cancellationToken);

    /// <summary>
    /// Adds an answer's results to <paramref name="db"/>, inside the transaction that finishes the item. An item that was asked before
    /// (<see cref="RunItem.FinishedAt"/> is set) replaces its earlier results.
    /// </summary>
    Task StoreAsync(WorkbenchDbContext db, RunItem item, RunAnswer answer);
}
