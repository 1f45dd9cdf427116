using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Web.Tests.Hosting;

namespace LlmRec.Workbench.Web.Tests.Vectors;

/// <summary>Waits for the workers of an app.</summary>
internal static class VectorWait
{
    /// <summary>How the set ended, or how it stands after half a minute.</summary>
    public static async Task<VectorSetStatus> UntilMadeAsync(TestApp app, int number, CancellationToken cancellationToken)
    {
        var status = VectorSetStatus.Waiting;
        for (var tries = 0; tries < 600 && status is VectorSetStatus.Waiting or VectorSetStatus.Running; tries++)
        {
            await Task.Delay(50, cancellationToken);
            status = (await app.Get<VectorSets>().GetAsync(number, cancellationToken))!.Status;
        }

        return status;
    }
}
