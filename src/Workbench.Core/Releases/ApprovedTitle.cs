using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Releases;

/// <summary>An approved sentence as it is stored, with its item as it is now and the judgment that stands.</summary>
internal sealed record ApprovedTitle(TitleNormalisation Title, string ItemTitle, string? CategoryId, TitleApproval? Approval)
{
    public bool IsEdited => Title.ApprovedText.Length > 0 && Title.ApprovedText != Title.Sentence;

    public string Source => IsEdited ? ReleaseSources.Person : Title.Source == TitleSource.Rule ? ReleaseSources.Rule : ReleaseSources.Model;
}

/// <summary>Who approved a sentence.</summary>
internal sealed record TitleApproval(long JudgmentId, string By, DateTimeOffset At);
