using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>The clients of one profile over one connection: <paramref name="Full"/> with the whole pipeline, <paramref name="Probe"/> asks once, past the cache.</summary>
internal sealed record ModelClients(IChatClient Full, IChatClient Probe);
