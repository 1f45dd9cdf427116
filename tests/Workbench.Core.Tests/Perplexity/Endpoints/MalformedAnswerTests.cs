using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Tests.Perplexity.Endpoints;

/// <summary>Answers that are JSON, but have no log-probabilities that could be true.</summary>
public sealed class MalformedAnswerTests
{
    public static TheoryData<string, string, string> Answers => new()
    {
        { "echo", "[]", "the answer has no choices" },
        { "echo", """{"choices":[]}""", "the answer has no choices" },
        { "echo", """{"choices":[{"text":"。"}]}""", "the answer does not begin with the prompt, so 'echo' is not supported" },
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":null}]}""", "'token_logprobs' is missing" },
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[null,-1]}}]}""", "'text_offset' is missing" },
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[null,null,-1],"text_offset":[0,1,2]}}]}""", "the log-probability of token 1 is null" },
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[-1,0.5,-1],"text_offset":[0,1,2]}}]}""", "the log-probability of token 1 is 0.5" },
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[-1,"x",-1],"text_offset":[0,1,2]}}]}""", "the log-probability of token 1 is \"x\"" },
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[-1]}}],"usage":{"prompt_tokens":2}}""", "the prompt has 2 tokens, but there are log-probabilities for 1" },
        { "prompt_logprobs", """{"choices":[{"text":"。"}]}""", "'prompt_logprobs' is missing" },
        { "prompt_logprobs", """{"choices":[{"prompt_logprobs":[]}]}""", "'prompt_logprobs' is empty" },
        { "prompt_logprobs", """{"choices":[{"prompt_logprobs":[null,{}]}]}""", "the log-probability of token 1 is missing" },
        { "prompt_logprobs", """{"choices":[{"prompt_logprobs":[null,{"5":{"logprob":1e999}}]}]}""", "the log-probability of token 1 is 1e999" },
        { "chat-repeat", """{"choices":[{"message":{"content":"鞋子"}}]}""", "'content' is missing" },
        { "chat-repeat", """{"choices":[{"message":{"content":"鞋子"},"logprobs":{"content":[]}}]}""", "'logprobs' lists no token" },
        { "chat-repeat", """{"choices":[{"message":{"content":"鞋子"},"logprobs":{"content":[{"token":"鞋子"}]}}]}""", "the log-probability of token 0 is missing" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Score_AnswerWithoutUsableFigures_SaysWhatIsWrongAndWhatToDo(string method, string answer, string problem)
    {
        await using var sut = await EndpointScene.CreateAsync(method);
        sut.Simulator.When(_ => true, Fault.Json(answer));

        var error = await sut.FailAsync("鞋子");

        error.Failure.ShouldBe(CallFailure.UnreadableAnswer);
        error.Message.ShouldBe(
            $"Model profile 'sim': {sut.Simulator.Endpoint.Authority} gave no usable log-probabilities by the method '{method}': {problem}. "
            + "Check that the server supports it, or set Models:Profiles:sim:LogProbabilities to another method.");
        sut.Simulator.RequestCount.ShouldBe(1);
        (await sut.CountStoredAsync()).ShouldBe(0);
    }

    public static TheoryData<string, string, double, int> Variants => new()
    {
        // llama.cpp scores the first token too; offsets tell the prompt from what was generated.
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[-1,-2,-4],"text_offset":[0,1,2]}}]}""", -3, 2 },

        // A sentence mark that the tokenizer adds has no text of its own.
        { "echo", """{"choices":[{"text":"鞋子。","logprobs":{"token_logprobs":[null,-1,-2,-4]}}],"usage":{"prompt_tokens":3}}""", -3, 2 },
        { "prompt_logprobs", """{"choices":[{}],"prompt_logprobs":[null,{"5":-2.5,"6":-0.1}]}""", -2.5, 1 },
        { "chat-repeat", """{"choices":[{"message":{"content":" 鞋子\n"},"logprobs":{"content":[{"token":"鞋子","logprob":0.0001},{"token":"","logprob":-1}]}}]}""", 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Score_AnswersAsServersDiffer_AreRead(string method, string answer, double naturalLog, int tokens)
    {
        await using var sut = await EndpointScene.CreateAsync(method);
        sut.Simulator.When(_ => true, Fault.Json(answer));

        var score = (await sut.ScoreAsync("鞋子")).ShouldNotBeNull();

        (score.Log10 * Math.Log(10)).ShouldBe(naturalLog, 1e-9);
        score.Tokens.ShouldBe(tokens);
    }
}
