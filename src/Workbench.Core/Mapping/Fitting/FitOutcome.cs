using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>How a fit ended.</summary>
public abstract record FitOutcome
{
    private FitOutcome()
    {
    }

    /// <summary>The fit is stored; it changes nothing until it is adopted.</summary>
    public sealed record Done(FusionFit Fit, FitReport Report) : FitOutcome;

    /// <summary>The judgments do not suffice; nothing was stored and the coefficients in force stay.</summary>
    public sealed record Refused(FitSupply Supply) : FitOutcome;
}

/// <summary>What there is to fit on.</summary>
/// <param name="Texts">Texts that people judged one by one.</param>
/// <param name="FirstRight">Of those, texts whose first candidate was confirmed.</param>
/// <param name="FirstWrong">Texts for which people chose something else, or nothing.</param>
public sealed record FitSupply(int Texts, int FirstRight, int FirstWrong)
{
    public const int FewestTexts = 50;

    /// <summary>Fewer of either kind do not show where right ends and wrong begins.</summary>
    public const int FewestOfEither = 10;

    public bool Suffices => Texts >= FewestTexts && FirstRight >= FewestOfEither && FirstWrong >= FewestOfEither;
}
