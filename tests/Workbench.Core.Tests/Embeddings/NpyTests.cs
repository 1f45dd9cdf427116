using System.Text;
using CsCheck;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class NpyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("npy-test-");

    private string File => Path.Combine(_folder.FullName, "a.npy");

    [Fact]
    public void Writer_Rows_AreTheFormatOfTheSpecification()
    {
        Write([1, 2, 3, 4, 5, 6], 3);

        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[..8].ShouldBe([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]);
        BitConverter.ToUInt16(bytes, 8).ShouldBe((ushort)118);
        Encoding.ASCII.GetString(bytes[10..128]).TrimEnd().ShouldBe("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }");
        bytes[127].ShouldBe((byte)'\n');
        BitConverter.ToSingle(bytes, 128 + 8).ShouldBe(3);
        bytes.Length.ShouldBe(128 + 24);
    }

    [Fact]
    public void Writer_NotCompleted_LeavesNothing()
    {
        using (var writer = new NpyWriter(File, 2))
        {
            writer.Write([1, 2]);
        }

        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public void Writer_CompletedAndItsFolderGone_IsDisposedQuietly()
    {
        var folder = _folder.CreateSubdirectory("set");
        using var writer = new NpyWriter(Path.Combine(folder.FullName, "a.npy"), 1);
        writer.Complete();

        folder.MoveTo(Path.Combine(_folder.FullName, "moved"));

        Should.NotThrow(writer.Dispose);
    }

    [Fact]
    public void Reader_WhatWasWritten_ComesBack() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 70], Gen.Int[1, 20]).Sample((columns, rows, atOnce) =>
        {
            var values = Enumerable.Range(0, rows * columns).Select(i => i * 0.5f).ToArray();
            Write(values, columns);
            using var reader = NpyReader.Open(File);
            var (read, part) = (new List<float>(), new float[atOnce * columns]);
            for (int count; (count = reader.Read(part)) > 0;)
            {
                read.AddRange(part[..(count * columns)]);
            }

            (reader.Rows, reader.Columns).ShouldBe((rows, columns));
            read.ShouldBe(values);
        }, iter: 50, threads: 1);

    [Fact]
    public void Seek_AnyRow_IsReadNext()
    {
        Write([1, 2, 3, 4, 5, 6], 2);
        using var reader = NpyReader.Open(File);
        var row = new float[2];

        reader.Seek(2);

        reader.Read(row).ShouldBe(1);
        row.ShouldBe([5, 6]);
    }

    [Fact]
    public void Reader_Float64InVersion2_IsReadAsFloat32()
    {
        Forge("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }\n", BitConverter.GetBytes(1.5).Concat(BitConverter.GetBytes(-2.0)), version: 2);
        using var reader = NpyReader.Open(File);
        var values = new float[2];

        reader.Read(values).ShouldBe(2);
        values.ShouldBe([1.5f, -2]);
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1), }", "3 rows of 1 values need")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387905, 2), }", "The file is damaged")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999999999999, 1), }", "The file is damaged")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 0), }", "The file is damaged")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3), }", "one or two dimensions")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), }", "holds <f4 in Fortran order")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1, 2), }", "holds |O in C order")]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (1, 2), }", "holds >f4 in C order")]
    [InlineData("__import__('os')", "a header without descr")]
    public void Reader_HeaderThatLies_IsRefusedWithTheReason(string header, string reason)
    {
        Forge(header, new byte[8]);

        var error = Should.Throw<EmbeddingException>(() => NpyReader.Open(File));

        error.Message.ShouldContain(reason);
        error.Message.ShouldContain(File);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id\ttitle\n")]
    [InlineData("\u0093NUMPY")]
    public void Reader_AnotherFile_SaysThatItIsNoArray(string content)
    {
        System.IO.File.WriteAllText(File, content, Encoding.Latin1);

        Should.Throw<EmbeddingException>(() => NpyReader.Open(File)).Message.ShouldContain("is no NumPy array");
    }

    [Fact]
    public void Reader_HeaderOfFourGigabytes_IsRefusedAtOnce()
    {
        System.IO.File.WriteAllBytes(File, [0x93, .. "NUMPY"u8, 2, 0, 255, 255, 255, 255, 0, 0]);

        Should.Throw<EmbeddingException>(() => NpyReader.Open(File)).Message.ShouldContain("claims a header of 4294967295 bytes");
    }

    [Fact]
    public void Reader_AnyBytesAnywhere_GiveRowsOrAClearError()
    {
        Write([1, 2, 3, 4, 5, 6], 3);
        var good = System.IO.File.ReadAllBytes(File);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length]).Sample((at, value, length) =>
        {
            var bad = good[..length];
            if (at < length)
            {
                bad[at] = value;
            }

            System.IO.File.WriteAllBytes(File, bad);
            try
            {
                using var reader = NpyReader.Open(File);
                reader.Read(new float[6]);
            }
            catch (EmbeddingException error)
            {
                error.Message.ShouldNotBeEmpty();
            }
        }, iter: 2000, threads: 1);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(float[] values, int columns)
    {
        using var writer = new NpyWriter(File, columns);
        writer.Write(values);
        writer.Complete();
    }

    private void Forge(string header, IEnumerable<byte> data, byte version = 1)
    {
        var length = version == 1 ? BitConverter.GetBytes((ushort)header.Length) : BitConverter.GetBytes((uint)header.Length);
        System.IO.File.WriteAllBytes(File, [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.ASCII.GetBytes(header), .. data]);
    }
}
