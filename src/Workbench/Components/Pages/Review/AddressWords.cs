namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>What the query strings of all desks have in common. What is missing or makes no sense does not filter.</summary>
internal static class AddressWords
{
    public const string AllStates = "all";
    public const string JudgedStates = "judged";

    public static bool Is(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The state that is asked for: the usual one when nothing sensible is, null when all or all judged ones are.</summary>
    public static T? State<T>(string? value, T usual)
        where T : struct, Enum => Is(value, AllStates) || Is(value, JudgedStates) ? null : Parse<T>(value) ?? usual;

    /// <summary>The query value of a state; the usual one needs none.</summary>
    public static string? State<T>(T? state, bool judged, T usual)
        where T : struct, Enum => judged ? JudgedStates : state is not { } one ? AllStates : one.Equals(usual) ? null : Text(one);

    public static T? Parse<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;

    public static string? Text(Enum? value) => value?.ToString() is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : null;
}
