using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Prompts;

/// <summary>Prompts, their immutable versions and the labels that point at versions.</summary>
public sealed class PromptService(IDbContextFactory<WorkbenchDbContext> contexts, PromptRenderer renderer, TimeProvider time)
{
    public Task<IReadOnlyList<PromptSummary>> ListAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<PromptDetail?> GetAsync(string name, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The version that <c>name</c>, <c>name@3</c> or <c>name@label</c> means; without a suffix the production label's, else the newest.</summary>
    public Task<PromptVersion> ResolveAsync(string reference, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<PromptVersion> AddVersionAsync(Caller caller, string promptName, NewPromptVersion version, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException($"{contexts}{renderer}{time}");

    public Task<Prompt> CreateAsync(Caller caller, NewPrompt prompt, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task SetLabelAsync(Caller caller, string promptName, string label, int versionNumber, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Adds the bundled prompts to a database that has no prompt.</summary>
    public Task SeedAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
