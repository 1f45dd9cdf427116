using Fluid;
using Fluid.Values;

namespace LlmRec.Workbench.Prompts.Templates;

/// <summary>The options of every template: the filters that a prompt needs, those that can multiply their input behind a limit, no files, strict names.</summary>
internal static class TemplateFilters
{
    private static readonly string[] Allowed =
    [
        "append", "prepend", "capitalize", "downcase", "upcase", "strip", "lstrip", "rstrip", "strip_newlines", "join", "split", "first", "last", "size", "default", "truncate",
        "truncatewords", "sort", "sort_natural", "uniq", "slice", "reverse", "compact", "concat", "replace", "replace_first", "remove", "plus", "minus", "times", "divided_by", "modulo", "round",
    ];

    public static TemplateOptions Options { get; } = Create();

    public static string Names => string.Join(", ", Allowed.Order(StringComparer.Ordinal));

    private static TemplateOptions Create()
    {
        var options = new TemplateOptions { StrictVariables = true, StrictFilters = true, MaxSteps = TemplateLimits.Steps, MaxRecursion = TemplateLimits.Nesting };
        foreach (var (name, filter) in options.Filters.ToList())
        {
            options.Filters.Remove(name);
            if (Allowed.Contains(name))
            {
                options.Filters.AddFilter(name, (input, arguments, context) => RunAsync(name, filter, input, arguments, context));
            }
        }

        options.Assigned = (_, value, _) => ValueTask.FromResult(Checked(value));
        options.Captured = (_, value, _) => ValueTask.FromResult(Checked(value));
        return options;
    }

    private static async ValueTask<FluidValue> RunAsync(string name, FilterDelegate filter, FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (GrowthOf(name, input, arguments, context) > TemplateLimits.OutputLength)
        {
            throw TemplateLimits.Exceeded;
        }

        return Checked(await filter(input, arguments, context));
    }

    /// <summary>How long the result of a multiplying filter can get, without making it.</summary>
    private static long GrowthOf(string name, FluidValue input, FilterArguments arguments, TemplateContext context) => name switch
    {
        "join" => (long)Count(input, context) * (arguments.At(0).ToStringValue().Length + 1),
        "replace" => (long)input.ToStringValue().Length * Math.Max(1, arguments.At(1).ToStringValue().Length),
        "concat" => (long)Count(input, context) + Count(arguments.At(0), context),
        _ => 0,
    };

    private static int Count(FluidValue value, TemplateContext context) => value is ArrayValue ? value.Enumerate(context).Count() : 1;

    private static FluidValue Checked(FluidValue value) =>
        value is StringValue text && text.ToStringValue().Length > TemplateLimits.OutputLength ? throw TemplateLimits.Exceeded : value;
}
