using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Prompts.Templates;

/// <summary>Checks on a template's text that must come before parsing, and places in it.</summary>
internal static partial class TemplateScan
{
    /// <summary>The problem of size: a parser recurses with nesting, so depth must be bounded before it starts.</summary>
    public static PromptProblem? FindExcess(string template)
    {
        if (template.Length > TemplateLimits.TemplateLength)
        {
            return new(0, 0, $"The template has {template.Length:N0} characters; at most {TemplateLimits.TemplateLength:N0} are allowed.");
        }

        var depth = 0;
        foreach (var tag in Tags().EnumerateMatches(template))
        {
            if (tag.Length > TemplateLimits.TagLength)
            {
                return At(template, tag.Index, $"A tag has more than {TemplateLimits.TagLength:N0} characters. Split it, or close it with }}}} or %}}.");
            }

            depth += DepthChange(template.AsSpan(tag.Index, tag.Length));
            if (depth > TemplateLimits.Nesting)
            {
                return At(template, tag.Index, $"Blocks are nested more than {TemplateLimits.Nesting} deep.");
            }
        }

        return null;
    }

    /// <summary>Where <paramref name="name"/> first stands within a tag.</summary>
    public static PromptProblem AtName(string template, string name, string message)
    {
        foreach (var tag in Tags().EnumerateMatches(template))
        {
            var text = template.AsSpan(tag.Index, tag.Length);
            for (var from = 0; text[from..].IndexOf(name) is >= 0 and var at; from += at + 1)
            {
                var start = from + at;
                if (!IsWord(text, start - 1) && !IsWord(text, start + name.Length))
                {
                    return At(template, tag.Index + start, message);
                }
            }
        }

        return new PromptProblem(0, 0, message);
    }

    /// <summary>Reads the place out of the parser's message "… at (2:5)".</summary>
    public static PromptProblem FromParser(string error)
    {
        var message = error.Split('\n')[0].Trim();
        var place = Place().Match(message);
        return place.Success
            ? new PromptProblem(int.Parse(place.Groups[1].Value, null), int.Parse(place.Groups[2].Value, null), message[..place.Index].TrimEnd() + ".")
            : new PromptProblem(0, 0, message);
    }

    private static PromptProblem At(string template, int index, string message)
    {
        var before = template.AsSpan(0, index);
        return new PromptProblem(before.Count('\n') + 1, index - before.LastIndexOf('\n'), message);
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.');

    private static int DepthChange(ReadOnlySpan<char> tag)
    {
        if (!tag.StartsWith("{%"))
        {
            return 0;
        }

        var name = tag[2..].TrimStart("- \t\r\n");
        return name.StartsWith("end") ? -1
            : name.StartsWith("if") || name.StartsWith("unless") || name.StartsWith("for") || name.StartsWith("case") || name.StartsWith("capture") ? 1
            : 0;
    }

    [GeneratedRegex(@"\{\{.*?(?:\}\}|\z)|\{%.*?(?:%\}|\z)", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@" at \((\d+):(\d+)\)")]
    private static partial Regex Place();
}
