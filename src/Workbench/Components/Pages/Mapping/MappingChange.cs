using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

/// <summary>Something that changes how texts are mapped and then maps them again: the page runs it with progress and a way to stop it.</summary>
public delegate Task MappingChange(Caller caller, IProgress<RemapProgress> progress, CancellationToken cancellationToken);
