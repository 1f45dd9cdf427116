using DuckDB.NET.Data;
using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class ParquetVectorsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parquet';test-");

    private string File => Path.Combine(_folder.FullName, "v.parquet");

    [Fact]
    public void Complete_OddTexts_ComeBackInTheirOrder()
    {
        string[] texts = ["", "'; DROP TABLE rows --", "纯棉\tT恤\n😀", "\u202e\u0001"];

        Write(2, texts.Select((text, i) => ($"i{i}", text, new[] { i, -0.5f })));

        Query("SELECT string_agg(id || text || CAST(vector AS VARCHAR), '|') FROM t").ShouldBe(
            string.Join('|', texts.Select((text, i) => $"i{i}{text}[{i}.0, -0.5]")));
        Query("SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE t)").ShouldBe("id VARCHAR, text VARCHAR, vector FLOAT[]");
    }

    [Fact]
    public void Complete_LongVectors_StayWithinTheMemoryThatIsAllowed()
    {
        var vector = Enumerable.Range(0, 4096).Select(i => MathF.Sin(i)).ToArray();

        Write(4096, Enumerable.Range(0, 4200).Select(i => ($"{i}", "t", vector)));

        Query("SELECT count(*) || ' ' || max(len(vector)) || ' ' || count(DISTINCT id) FROM t").ShouldBe("4200 4096 4200");
    }

    [Fact]
    public void Dispose_NotCompleted_LeavesNothing()
    {
        using (var writer = new ParquetVectors(File, 1))
        {
            writer.Add("a", "b", [1]);
        }

        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public void Complete_NoRows_IsAnEmptyTable()
    {
        Write(3, []);

        Query("SELECT count(*) FROM t").ShouldBe("0");
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(int dimensions, IEnumerable<(string Id, string Text, float[] Vector)> rows)
    {
        using var writer = new ParquetVectors(File, dimensions);
        foreach (var (id, text, vector) in rows)
        {
            writer.Add(id, text, vector);
        }

        writer.Complete();
    }

    private string Query(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE VIEW t AS FROM read_parquet('{File.Replace("'", "''", StringComparison.Ordinal)}'); {sql}";
        return command.ExecuteScalar()!.ToString()!;
    }
}
