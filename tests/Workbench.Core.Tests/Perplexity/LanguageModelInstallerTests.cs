using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class LanguageModelInstallerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-lm-test-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Install_PackageWithAModel_PutsItIntoTheModelsFolder()
    {
        var result = await CreateSut("touch model.deb", "mkdir -p $3/lib && printf '\\\\data\\\\\\nngram 1=5\\n' > $3/lib/zh_CN.lm").InstallAsync(Token);

        result.ShouldBe(new LanguageModelInstallation(InstallOutcome.Installed, Path.Combine(_folder, "models", "zh_CN.lm")));
        LanguageModelInfo.Read(result.Path).Kind.ShouldBe("arpa");
    }

    [Fact]
    public async Task Install_ModelIsThere_FetchesNothing()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "models"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "models", "zh_CN.lm"), "", Token);

        (await CreateSut("exit 1", "exit 1").InstallAsync(Token)).Outcome.ShouldBe(InstallOutcome.AlreadyThere);
    }

    [Theory]
    [InlineData("echo E: no network >&2; exit 100", "true", "E: no network")]
    [InlineData("true", "true", "downloaded nothing")]
    [InlineData("touch a.deb", "echo broken >&2; exit 2", "broken")]
    [InlineData("touch a.deb", "mkdir -p $3", "holds no zh_CN.lm")]
    [InlineData("touch a.deb", "mkdir -p $3 && echo x > $3/zh_CN.lm", "is not a language model")]
    public async Task Install_SomethingFails_SaysWhatAndLeavesNothing(string aptGet, string dpkg, string reason)
    {
        var result = await CreateSut(aptGet, dpkg).InstallAsync(Token);

        result.Outcome.ShouldBe(InstallOutcome.NotPossible);
        result.Reason.ShouldContain(reason);
        Directory.Exists(Path.Combine(_folder, "models")).ShouldBeFalse();
    }

    [Fact]
    public async Task Install_MachineWithoutApt_SaysSo()
    {
        var sut = new LanguageModelInstaller(Location) { AptGet = "no-such-program" };

        (await sut.InstallAsync(Token)).Reason.ShouldBe("no-such-program is not on this machine");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private StorageLocation Location => new(new StorageOptions { DataFolder = _folder });

    private LanguageModelInstaller CreateSut(string aptGet, string dpkg) => new(Location) { AptGet = Script("apt-get", aptGet), Dpkg = Script("dpkg", dpkg) };

    private string Script(string name, string body)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
