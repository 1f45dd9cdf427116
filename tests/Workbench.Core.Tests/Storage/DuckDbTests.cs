using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Tests.Storage;

public sealed class DuckDbTests
{
    [Theory]
    [InlineData("it's")]
    [InlineData("'; DROP TABLE x; --")]
    [InlineData("a\"b\\n")]
    public void Literal_AnyText_IsThatText(string text) => Ask($"SELECT {DuckDb.Literal(text)}").ShouldBe(text);

    [Theory]
    [InlineData("价\"格\"; --")]
    [InlineData("select")]
    public void Name_AnyText_NamesAColumn(string name) => Ask($"SELECT t.{DuckDb.Name(name)} FROM (SELECT 'found' AS {DuckDb.Name(name)}) AS t").ShouldBe("found");

    [Fact]
    public void Open_Settings_FetchNothingAndBoundMemory()
    {
        Ask("SELECT current_setting('autoinstall_known_extensions')::VARCHAR").ShouldBe("false");
        Ask("SELECT current_setting('memory_limit')").ShouldBe("183.1 MiB");
    }

    private static object? Ask(string sql)
    {
        using var duck = DuckDb.Open();
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
