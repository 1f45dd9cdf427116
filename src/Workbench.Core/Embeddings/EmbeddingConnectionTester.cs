using LlmRec.Workbench.Embeddings.Onnx;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Embeds a few texts past the cache and without retries, and tells exactly what happened.</summary>
public sealed class EmbeddingConnectionTester(EmbeddingProfiles profiles, TimeProvider time)
{
    private static readonly string[] Texts = ["连衣裙", "wireless mouse", "不锈钢保温杯", "running shoes", "儿童书包", "coffee table", "蓝牙耳机", "dog food"];

    public async Task<EmbeddingTest> TestAsync(Caller caller, string profile, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var tested = profiles.Get(profile);
        var generator = profiles.GetProbe(tested.Name);
        try
        {
            if (generator is OnnxGenerator)
            {
                // Loading is not part of embedding.
                await generator.GenerateAsync(Texts[..1], cancellationToken: cancellationToken);
            }

            var start = time.GetTimestamp();
            var vectors = await generator.GenerateAsync(Texts, cancellationToken: cancellationToken);
            return new EmbeddingTest
            {
                Profile = tested.Name,
                Ok = true,
                Dimensions = vectors[0].Vector.Length,
                MillisecondsPerText = time.GetElapsedTime(start).TotalMilliseconds / Texts.Length,
                Tokenizer = generator is OnnxGenerator local ? local.DescribeTokenizer() : "",
            };
        }
        catch (Exception error) when (error is ModelCallException or EmbeddingException)
        {
            return new EmbeddingTest { Profile = tested.Name, Ok = false, Problem = error.Message, Failure = (error as ModelCallException)?.Failure };
        }
    }
}
