using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;

namespace LlmRec.Workbench.Prompts;

/// <summary>Renders Liquid templates strictly: variables are data and never template text, an unknown variable is a problem and never an empty string.</summary>
public sealed partial class PromptRenderer
{
    // A template may loop over a few lists; one that needs more than this is a mistake or an attack.
    private const int MaxSteps = 20_000;
    private const int MaxRecursion = 20;
    private const int MaxLength = 200_000;

    private static readonly FluidParser Parser = new();

    // Nothing in the options depends on a model type: variables come as nested dictionaries and lists of strings.
    private static readonly TemplateOptions Options = new() { MaxSteps = MaxSteps, MaxRecursion = MaxRecursion, CultureInfo = CultureInfo.InvariantCulture };

    private readonly ConcurrentDictionary<string, IFluidTemplate> _parsed = new();

    /// <summary>The rendered text; throws <see cref="PromptRejectedException"/> where <see cref="Check"/> would find a problem or a limit is passed.</summary>
    public string Render(string template, IReadOnlyDictionary<string, object?> variables)
    {
        var context = new TemplateContext(Options);
        foreach (var (name, value) in variables)
        {
            context.SetValue(name, value);
        }

        var unknown = new List<PromptProblem>();
        context.Undefined = name =>
        {
            unknown.Add(new(0, 0, $"'{name}' is not a variable of this prompt."));
            return ValueTask.FromResult<Fluid.Values.FluidValue>(Fluid.Values.NilValue.Instance);
        };
        try
        {
            var text = Parse(template).Render(context);
            return unknown.Count > 0 ? throw new PromptRejectedException("The prompt cannot be rendered", unknown)
                : text.Length > MaxLength ? throw TooLong() : text;
        }
        catch (InvalidOperationException error)
        {
            throw new PromptRejectedException("The prompt cannot be rendered", [new(0, 0, error.Message)]);
        }
    }

    /// <summary>Everything that is wrong with <paramref name="template"/>: syntax, and variables that are not among <paramref name="knownVariables"/> (dotted names).</summary>
    public static IReadOnlyList<PromptProblem> Check(string template, IReadOnlyCollection<string> knownVariables)
    {
        if (!Parser.TryParse(template, out var parsed, out var error))
        {
            return [SyntaxProblem(error)];
        }

        var names = new VariableNames();
        names.VisitTemplate(parsed);
        return [.. names.Free.Where(name => !IsKnown(name, knownVariables)).Select(name => Unknown(template, name, knownVariables))];
    }

    private IFluidTemplate Parse(string template) => _parsed.GetOrAdd(template, text =>
        Parser.TryParse(text, out var parsed, out var error) ? parsed : throw new PromptRejectedException("The prompt cannot be rendered", [SyntaxProblem(error)]));

    // "examples.size" asks a known list for its size; "category" alone prints a dictionary, which is never meant.
    private static bool IsKnown(string name, IReadOnlyCollection<string> known) =>
        known.Contains(name) || known.Any(variable => name.StartsWith(variable + ".", StringComparison.Ordinal));

    private static PromptProblem Unknown(string template, string name, IReadOnlyCollection<string> known)
    {
        var at = template.IndexOf(name, StringComparison.Ordinal);
        var before = at < 0 ? "" : template[..at];
        var line = at < 0 ? 0 : before.Count(c => c == '\n') + 1;
        var column = at < 0 ? 0 : at - before.LastIndexOf('\n');
        return new(line, column, $"'{name}' is not a variable of this prompt. Variables: {string.Join(", ", known)}.");
    }

    private static PromptProblem SyntaxProblem(string error)
    {
        var match = Position().Match(error);
        return match.Success
            ? new(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), error[..match.Index].Trim())
            : new(0, 0, error.Trim());
    }

    private static PromptRejectedException TooLong() =>
        new("The prompt cannot be rendered", [new(0, 0, $"It is longer than {MaxLength:N0} characters. Shorten the template or its loops.")]);

    [GeneratedRegex(@"(?:at|in) \((\d+):(\d+)\)")]
    private static partial Regex Position();
}
