namespace LlmRec.Workbench.Prompts.Templates;

/// <summary>What a template may cost at most, so that no template can hang or exhaust the process.</summary>
internal static class TemplateLimits
{
    public const int TemplateLength = 40_000;
    public const int TagLength = 1_000;
    public const int Nesting = 40;
    public const int Steps = 20_000;

    /// <summary>Longest rendered prompt and longest intermediate text.</summary>
    public const int OutputLength = 200_000;

    public static TemplateLimitException Exceeded { get; } = new($"The rendered text is longer than {OutputLength:N0} characters. Shorten the loops or the texts that are put together.");
}

/// <summary>Rendering stopped because a limit was passed.</summary>
internal sealed class TemplateLimitException(string message) : Exception(message);

/// <summary>Collects output up to the limit.</summary>
internal sealed class LimitedWriter : StringWriter
{
    public override void Write(char value)
    {
        Demand(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Demand(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Demand(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Demand(value?.Length ?? 0);
        base.Write(value);
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    private void Demand(int more)
    {
        if (GetStringBuilder().Length + more > TemplateLimits.OutputLength)
        {
            throw TemplateLimits.Exceeded;
        }
    }
}
