using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Perplexity;

/// <summary>
/// Fetches the default Chinese language model, Debian's <c>libime-data-language-model</c>, into the data folder: apt and dpkg download and unpack it without
/// root. Where they cannot, it says why and nothing is changed.
/// </summary>
public sealed class LanguageModelInstaller(StorageLocation location)
{
    /// <summary>The model's file name in the models folder.</summary>
    public const string FileName = "zh_CN.lm";

    private const string Package = "libime-data-language-model";

    internal string AptGet { get; init; } = "apt-get";
    internal string Dpkg { get; init; } = "dpkg";

    /// <summary>Where the model is, or will be.</summary>
    public string ModelPath => Path.Combine(location.ModelsFolder, FileName);

    /// <summary>Makes sure that the model is there.</summary>
    public async Task<LanguageModelInstallation> InstallAsync(CancellationToken cancellationToken = default)
    {
        if (File.Exists(ModelPath))
        {
            return new LanguageModelInstallation(InstallOutcome.AlreadyThere, ModelPath);
        }

        var folder = Directory.CreateTempSubdirectory("workbench-lm-").FullName;
        try
        {
            var problem = await FetchAsync(folder, cancellationToken);
            return problem is null
                ? new LanguageModelInstallation(InstallOutcome.Installed, ModelPath)
                : new LanguageModelInstallation(InstallOutcome.NotPossible, ModelPath, problem);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string?> FetchAsync(string folder, CancellationToken cancellationToken)
    {
        var problem = await DownloadAsync(folder, cancellationToken);
        var package = Directory.EnumerateFiles(folder, "*.deb").FirstOrDefault();
        if (problem is not null || package is null)
        {
            return problem ?? $"{AptGet} downloaded nothing";
        }

        var unpacked = Path.Combine(folder, "unpacked");
        if (await ExternalTool.RunAsync(Dpkg, ["-x", package, unpacked], folder, cancellationToken) is { } unpackProblem)
        {
            return unpackProblem;
        }

        var model = Directory.EnumerateFiles(unpacked, FileName, SearchOption.AllDirectories).FirstOrDefault();
        return model is null ? $"the package {Package} holds no {FileName}" : Take(model);
    }

    /// <summary>Tries the machine's package lists first; a fresh machine has none, so the second try fetches lists into the temporary folder.</summary>
    private async Task<string?> DownloadAsync(string folder, CancellationToken cancellationToken)
    {
        string[] download = ["download", Package];
        if (await ExternalTool.RunAsync(AptGet, download, folder, cancellationToken) is null)
        {
            return null;
        }

        Directory.CreateDirectory(Path.Combine(folder, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(folder, "cache", "archives", "partial"));
        string[] own = ["-o", $"Dir::State::lists={folder}/lists", "-o", $"Dir::Cache={folder}/cache", "-o", "Debug::NoLocking=1", "-o", "Acquire::Languages=none"];
        return await ExternalTool.RunAsync(AptGet, [.. own, "update"], folder, cancellationToken)
            ?? await ExternalTool.RunAsync(AptGet, [.. own, .. download], folder, cancellationToken);
    }

    private string? Take(string model)
    {
        try
        {
            LanguageModelInfo.Read(model);
        }
        catch (LanguageModelException error)
        {
            return error.Message;
        }

        Directory.CreateDirectory(location.ModelsFolder);
        var aside = ModelPath + ".new";
        File.Copy(model, aside, overwrite: true);
        File.Move(aside, ModelPath, overwrite: true);
        return null;
    }
}
