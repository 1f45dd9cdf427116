namespace LlmRec.Workbench.Tests;

/// <summary>Finds validation data that lies beside the repository and is no part of it.</summary>
public static class SharedData
{
    /// <summary>The full path of a file such as <c>taxonomy/shopify.tsv</c>; skips the running test where it is absent.</summary>
    public static string Find(string relativePath)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LlmRec.sln")))
        {
            folder = folder.Parent;
        }

        var path = Path.GetFullPath(Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "data", relativePath));
        Assert.SkipUnless(File.Exists(path), $"The validation data '{relativePath}' is not on this machine (looked for ../shared/data beside the repository).");
        return path;
    }
}
