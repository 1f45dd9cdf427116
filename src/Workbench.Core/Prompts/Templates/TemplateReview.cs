using Fluid;
using Fluid.Ast;

namespace LlmRec.Workbench.Prompts.Templates;

/// <summary>Walks a parsed template: which names it sets, which it reads, and what it uses that prompts may not.</summary>
internal sealed class TemplateReview : AstVisitor
{
    private readonly HashSet<string> _set = ["forloop"];
    private readonly List<string> _read = [];
    private readonly Dictionary<string, string> _forbidden = [];

    public static IEnumerable<PromptProblem> Find(string template, IFluidTemplate parsed, IReadOnlyCollection<string>? knownVariables)
    {
        var review = new TemplateReview();
        review.VisitTemplate(parsed);
        foreach (var (word, message) in review._forbidden)
        {
            yield return TemplateScan.AtName(template, word, message);
        }

        foreach (var path in review._read.Distinct())
        {
            if (knownVariables is not null && review.Judge(path, knownVariables) is { } message)
            {
                yield return TemplateScan.AtName(template, path, message);
            }
        }
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        _read.Add(string.Join('.', memberExpression.Segments.TakeWhile(segment => segment is IdentifierSegment).Cast<IdentifierSegment>().Select(segment => segment.Identifier)));
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        _set.Add(assignStatement.Identifier);
        return base.VisitAssignStatement(assignStatement);
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        _set.Add(captureStatement.Identifier);
        return base.VisitCaptureStatement(captureStatement);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        _set.Add(forStatement.Identifier);
        return base.VisitForStatement(forStatement);
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (!TemplateFilters.Options.Filters.TryGetValue(filterExpression.Name, out _))
        {
            _forbidden[filterExpression.Name] = $"There is no filter '{filterExpression.Name}'. Filters: {TemplateFilters.Names}.";
        }

        return base.VisitFilterExpression(filterExpression);
    }

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => Forbid(rangeExpression, "..", "Number ranges");

    protected override Statement VisitIncludeStatement(IncludeStatement includeStatement) => Forbid(includeStatement, "include", "Includes");

    protected override Statement VisitRenderStatement(RenderStatement renderStatement) => Forbid(renderStatement, "render", "Includes");

    protected override Statement VisitTableRowStatement(TableRowStatement tableRowStatement) => Forbid(tableRowStatement, "tablerow", "Table rows");

    protected override Statement VisitIncrementStatement(IncrementStatement incrementStatement) => Forbid(incrementStatement, "increment", "Counters");

    protected override Statement VisitDecrementStatement(DecrementStatement decrementStatement) => Forbid(decrementStatement, "decrement", "Counters");

    private T Forbid<T>(T node, string word, string what)
    {
        _forbidden[word] = $"{what} ('{word}') are not available in prompts; loop over a list instead.";
        return node;
    }

    private string? Judge(string path, IReadOnlyCollection<string> known)
    {
        var first = path.Split('.')[0];
        if (_set.Contains(first) || known.Contains(path) || known.Any(name => path == $"{name}.size" || path == $"{name}.first" || path == $"{name}.last"))
        {
            return null;
        }

        return known.Any(name => name.StartsWith(path + ".", StringComparison.Ordinal))
            ? $"'{path}' is a group, not a text. Use one of: {string.Join(", ", known.Where(name => name.StartsWith(path + ".", StringComparison.Ordinal)))}."
            : $"There is no variable '{path}'. Variables: {string.Join(", ", known)}.";
    }
}
