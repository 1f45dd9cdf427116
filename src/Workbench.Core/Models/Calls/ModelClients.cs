using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>
/// The clients of one profile: <paramref name="Full"/> with the whole pipeline, <paramref name="Probe"/> asks once, past the cache, <paramref name="Endpoint"/>
/// asks for other things than chat answers and is null where the profile's kind has nothing else.
/// </summary>
internal sealed record ModelClients(IChatClient Full, IChatClient Probe, EndpointClient? Endpoint = null);
