namespace LlmRec.Workbench.Web.Tests.Cli;

public sealed class MappingCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Settings_NothingChanged_PrintsWhatIsShipped()
    {
        var (exitCode, output, _) = await _folder.RunAsync("mapping", "settings");

        exitCode.ShouldBe(0);
        var lines = output.Split('\n');
        lines.ShouldContain("settings\tas shipped");
        lines.ShouldContain("target\t0.97");
        lines.ShouldContain("coefficients\tas shipped");
        lines.ShouldContain("embedding\tnone");
        lines.ShouldContain("waiting\t0 pairs, 0 texts");
        lines.ShouldContain("observed precision\tno judgments yet");
    }

    [Fact]
    public async Task Settings_Target_HoldsFromThenOn()
    {
        (await _folder.RunAsync("mapping", "settings", "--target", "0.98", "--embedding", "none")).ExitCode.ShouldBe(0);

        var lines = (await _folder.RunAsync("mapping", "settings")).Output.Split('\n');

        lines.ShouldContain("target\t0.98");
        lines.ShouldContain("accept from\t0.98", "an empty queue says nothing: the threshold is the target");
        lines.ShouldContain(line => line.StartsWith("settings\t2, ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--target 0.5: write a share from 0.8 to 0.999", "--target", "0.5")]
    [InlineData("There is no embedding generator 'nowhere'", "--embedding", "nowhere")]
    [InlineData("the lexical evidence sees already", "--embedding", "lexical")]
    public async Task Settings_WrongOption_SaysWhatIsWrongAndChangesNothing(string message, params string[] options)
    {
        var (exitCode, output, errors) = await _folder.RunAsync(["mapping", "settings", .. options]);

        exitCode.ShouldBe(1);
        errors.ShouldContain(message);
        output.ShouldNotContain("settings\t1");
    }

    [Fact]
    public async Task Fit_TooFewJudgments_IsRefusedWithTheCounts()
    {
        var (exitCode, output, errors) = await _folder.RunAsync("mapping", "fit", "--adopt");

        exitCode.ShouldBe(1);
        output.ShouldNotContain("before");
        errors.ShouldContain("The judgments do not suffice; the coefficients stay. There are 0 texts");
        errors.ShouldContain("Needed are 50 texts and 10 of either kind.");
    }
}
