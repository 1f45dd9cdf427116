using Fluid.Ast;

namespace LlmRec.Workbench.Prompts;

/// <summary>Collects the dotted names that a template reads and that it does not itself define by <c>assign</c>, <c>capture</c> or <c>for</c>.</summary>
internal sealed class VariableNames : AstVisitor
{
    private readonly HashSet<string> _defined = ["forloop"];
    private readonly List<string> _read = [];

    public IEnumerable<string> Free => _read.Where(name => !_defined.Contains(name.Split('.')[0])).Distinct();

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        _read.Add(string.Join('.', memberExpression.Segments.TakeWhile(s => s is IdentifierSegment).Cast<IdentifierSegment>().Select(s => s.Identifier)));
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        _defined.Add(forStatement.Identifier);
        return base.VisitForStatement(forStatement);
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        _defined.Add(assignStatement.Identifier);
        return base.VisitAssignStatement(assignStatement);
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        _defined.Add(captureStatement.Identifier);
        return base.VisitCaptureStatement(captureStatement);
    }
}
