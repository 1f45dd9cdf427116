using System.Collections.Concurrent;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings.Texts;

/// <summary>
/// The requests of one call and what came of them. A request that is refused for what stands in it is halved until the text is found that spoils it; after
/// <see cref="MostInARow"/> failures without a success between them nothing more is asked.
/// </summary>
internal sealed class TextRequests(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    // More than the halvings that lead to one text of the largest request.
    private const int MostInARow = 14;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<float>> _vectors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _errors = new(StringComparer.Ordinal);
    private volatile string? _lastError;
    private int _failuresInARow;

    public IReadOnlyDictionary<string, ReadOnlyMemory<float>> Vectors => _vectors;

    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>Every text of <paramref name="texts"/> has a vector or an error afterwards.</summary>
    public async Task AskAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _failuresInARow) >= MostInARow && _lastError is { } known)
        {
            FailAll(texts, $"Not asked, because {MostInARow} requests in a row have failed. The last: {known}");
            return;
        }

        try
        {
            foreach (var (text, embedding) in texts.Zip(await generator.GenerateAsync(texts, cancellationToken: cancellationToken)))
            {
                _vectors[text] = embedding.Vector;
            }

            Volatile.Write(ref _failuresInARow, 0);
        }
        catch (Exception error) when (error is ModelCallException or EmbeddingException)
        {
            _lastError = error.Message;
            Interlocked.Increment(ref _failuresInARow);
            if (texts.Count == 1 || error is not ModelCallException { Failure: CallFailure.BadRequest or CallFailure.ContentFilter })
            {
                FailAll(texts, error.Message);
                return;
            }

            await AskAsync([.. texts.Take(texts.Count / 2)], cancellationToken);
            await AskAsync([.. texts.Skip(texts.Count / 2)], cancellationToken);
        }
    }

    public void FailAll(IEnumerable<string> texts, string error)
    {
        foreach (var text in texts)
        {
            _errors[text] = error;
        }
    }
}
