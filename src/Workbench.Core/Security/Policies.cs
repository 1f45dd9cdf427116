namespace LlmRec.Workbench.Security;

/// <summary>The names of everything that a person may be allowed to do; every page, endpoint and changing service call names one.</summary>
public static class Policies
{
    /// <summary>Read any page.</summary>
    public const string View = nameof(View);

    /// <summary>Write prompt versions and move labels.</summary>
    public const string EditPrompts = nameof(EditPrompts);

    /// <summary>Spend money: start, pause, resume, cancel and retry runs, test connections.</summary>
    public const string RunModels = nameof(RunModels);

    /// <summary>Judge pairs and undo judgments.</summary>
    public const string Review = nameof(Review);

    /// <summary>Measure the mapping: keep gold sets and evaluate settings. Changes nothing that is mapped.</summary>
    public const string Measure = nameof(Measure);

    /// <summary>Set what the mapping accepts without a person: target precision, fits, evidence.</summary>
    public const string Calibrate = nameof(Calibrate);

    /// <summary>Create releases.</summary>
    public const string Release = nameof(Release);

    /// <summary>Import a catalog and administer the installation.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Which roles satisfy which policy. A policy that is missing here satisfies nobody.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> AllowedRoles { get; } = new Dictionary<string, IReadOnlySet<string>>
    {
        [View] = Roles.All.ToHashSet(),
        [EditPrompts] = new HashSet<string> { Roles.PromptEngineer, Roles.Admin },
        [RunModels] = new HashSet<string> { Roles.PromptEngineer, Roles.Admin },
        [Review] = new HashSet<string> { Roles.Expert, Roles.Admin },
        [Measure] = new HashSet<string> { Roles.PromptEngineer, Roles.Expert, Roles.Admin },
        [Calibrate] = new HashSet<string> { Roles.Expert, Roles.PromptEngineer, Roles.Admin },
        [Release] = new HashSet<string> { Roles.ReleaseOwner, Roles.Admin },
        [Administer] = new HashSet<string> { Roles.Admin },
    };
}
