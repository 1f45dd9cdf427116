using System.Collections;
using System.Collections.Concurrent;
using Fluid;
using Fluid.Values;
using LlmRec.Workbench.Prompts.Templates;

namespace LlmRec.Workbench.Prompts;

/// <summary>Renders Liquid templates strictly: variables are data and never template text, an unknown variable is a problem and never an empty string.</summary>
public sealed class PromptRenderer
{
    private const int MaxCached = 64;

    private readonly FluidParser _parser = new();
    private readonly ConcurrentDictionary<string, IFluidTemplate> _checked = new();

    /// <summary>The rendered text; throws <see cref="PromptRejectedException"/> where <see cref="Check"/> would find a problem or a limit is passed.</summary>
    public string Render(string template, IReadOnlyDictionary<string, object?> variables)
    {
        var parsed = _checked.TryGetValue(template, out var cached) ? cached : Parse(template);
        var context = new TemplateContext(TemplateFilters.Options);
        foreach (var (name, value) in variables)
        {
            context.SetValue(name, ToFluid(value));
        }

        using var output = new LimitedWriter();
        try
        {
            var rendering = parsed.RenderAsync(output, context, NullEncoder.Default, isolateContext: false);
            if (!rendering.IsCompleted)
            {
                throw new InvalidOperationException("A template waited for something; prompts hold nothing that can.");
            }

            rendering.GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is FluidException or InvalidOperationException or ArithmeticException or FormatException or ArgumentException or TemplateLimitException)
        {
            throw Rejected([new PromptProblem(0, 0, exception.Message)]);
        }

        return output.ToString();
    }

    /// <summary>Everything that is wrong with <paramref name="template"/>: syntax, and variables that are not among <paramref name="knownVariables"/> (dotted names; null skips this).</summary>
    public IReadOnlyList<PromptProblem> Check(string template, IReadOnlyCollection<string>? knownVariables)
    {
        if (TemplateScan.FindExcess(template) is { } excess)
        {
            return [excess];
        }

        return _parser.TryParse(template, out var parsed, out var error)
            ? TemplateReview.Find(template, parsed, knownVariables).OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ToList()
            : [TemplateScan.FromParser(error)];
    }

    private IFluidTemplate Parse(string template)
    {
        var problems = Check(template, knownVariables: null);
        if (problems.Count > 0)
        {
            throw Rejected(problems);
        }

        var parsed = _parser.Parse(template);
        if (_checked.Count >= MaxCached)
        {
            _checked.Clear();
        }

        return _checked[template] = parsed;
    }

    private static PromptRejectedException Rejected(IReadOnlyList<PromptProblem> problems) => new("The prompt cannot be rendered", problems);

    private static FluidValue ToFluid(object? value) => value switch
    {
        null => StringValue.Empty,
        string text => new StringValue(text),
        IReadOnlyDictionary<string, object?> group => FluidValue.Create(group.ToDictionary(pair => pair.Key, pair => (object)ToFluid(pair.Value)), TemplateFilters.Options),
        IEnumerable list => new ArrayValue(list.Cast<object?>().Select(ToFluid).ToList()),
        _ => FluidValue.Create(value, TemplateFilters.Options),
    };
}
