using System.IO.Compression;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class WhiteningFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whitening-test-");

    private string File => Path.Combine(_folder.FullName, "whitening.npz");

    [Fact]
    public void Load_WhatWasSaved_TransformsTheSame()
    {
        var data = Rows.Correlated(300, 10);
        var whitening = Rows.Fit(data, 10).Finish(4);

        WhiteningFile.Save(File, whitening, "lexical", "m");
        var (loaded, metadata) = WhiteningFile.Load(File);

        Rows.Transform(loaded, data[..5]).SelectMany(row => row).ShouldBe(Rows.Transform(whitening, data[..5]).SelectMany(row => row));
        (metadata.Version, metadata.Rows, metadata.Generator, metadata.Model).ShouldBe((1, 300L, "lexical", "m"));
    }

    [Fact]
    public void Save_ForNumPy_HoldsOneArrayPerName()
    {
        WhiteningFile.Save(File, Rows.Fit(Rows.Correlated(50, 4), 4).Finish(2));

        using var zip = ZipFile.OpenRead(File);
        zip.Entries.Select(e => e.FullName).ShouldBe(["mean.npy", "matrix.npy", "variances.npy", "metadata.json"]);
        using var matrix = new NpyReader(zip.GetEntry("matrix.npy")!.Open(), zip.GetEntry("matrix.npy")!.Length, "matrix");
        (matrix.Rows, matrix.Columns, matrix.IsVector).ShouldBe((4, 2, false));
        using var mean = new NpyReader(zip.GetEntry("mean.npy")!.Open(), zip.GetEntry("mean.npy")!.Length, "mean");
        (mean.Rows, mean.IsVector).ShouldBe((4, true));
    }

    [Fact]
    public void Load_LaterVersion_SaysWhatItReads()
    {
        WhiteningFile.Save(File, Rows.Fit(Rows.Correlated(50, 4), 4).Finish(2));
        Replace("metadata.json", """{"format":"llmrec-whitening","version":2}"""u8);

        Should.Throw<EmbeddingException>(() => WhiteningFile.Load(File)).Message.ShouldEndWith("has format llmrec-whitening version 2; this program reads llmrec-whitening up to version 1.");
    }

    [Theory]
    [InlineData("mean.npy")]
    [InlineData("matrix.npy")]
    [InlineData("metadata.json")]
    public void Load_DamagedMember_IsRefused(string name)
    {
        WhiteningFile.Save(File, Rows.Fit(Rows.Correlated(50, 4), 4).Finish(2));
        Replace(name, "not this"u8);

        Should.Throw<EmbeddingException>(() => WhiteningFile.Load(File)).Message.ShouldContain(File);
    }

    [Fact]
    public void Load_NoZip_IsRefused()
    {
        System.IO.File.WriteAllText(File, "PK? no");

        Should.Throw<EmbeddingException>(() => WhiteningFile.Load(File)).Message.ShouldContain("is no whitening file or is damaged");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Replace(string name, ReadOnlySpan<byte> content)
    {
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        zip.GetEntry(name)!.Delete();
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
