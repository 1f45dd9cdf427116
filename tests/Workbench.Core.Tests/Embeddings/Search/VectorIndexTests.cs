using CsCheck;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Search;

namespace LlmRec.Workbench.Tests.Embeddings.Search;

public sealed class VectorIndexTests
{
    // Small whole numbers: every order of summing gives the same product, and equal scores are common.
    private static readonly Gen<(float[][] Rows, float[][] Queries, int Count)> Cases =
        from dimensions in Gen.Int[1, 40]
        from rows in Vectors(dimensions, 0, 150)
        from queries in Vectors(dimensions, 0, 11)
        from count in Gen.Int[1, 20]
        select (rows, queries, count);

    [Fact]
    public void FindNearest_AnyVectors_AreThoseOfTheNaiveSearch() => Cases.Sample(
        c => Search(c.Rows, c.Queries, c.Count).Zip(c.Queries).All(found => found.First.SequenceEqual(Naive(c.Rows, found.Second, c.Count))), iter: 300);

    [Fact]
    public void FindNearest_MoreRowsThanABlock_AreThoseOfTheNaiveSearch()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 5003).Select(_ => Numbers(random, 33)).ToArray();
        var queries = Enumerable.Range(0, 6).Select(_ => Numbers(random, 33)).ToArray();

        Search(rows, queries, 25).ShouldBe(queries.Select(query => Naive(rows, query, 25)));
    }

    [Fact]
    public void FindNearest_EqualRowsFarApart_HaveEqualScoresAndComeInTheirOrder()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(0, 4000).Select(_ => Enumerable.Range(0, 50).Select(_ => random.NextSingle()).ToArray()).ToArray();
        (rows[17], rows[2001], rows[3999]) = (rows[5], rows[5], rows[5]);

        var found = Search(rows, [rows[5].Select(v => v * 100).ToArray()], 4000)[0];

        found.Where(n => n.Row is 5 or 17 or 2001 or 3999).Select(n => n.Row).ShouldBe([5, 17, 2001, 3999]);
        found.Where(n => n.Row is 5 or 17 or 2001 or 3999).Select(n => n.Score).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void FindNearest_NaN_IsNearToNothing() =>
        Search([[1, 0], [float.NaN, 1], [0, 1]], [[1, 1]], 5)[0].Select(n => n.Row).ShouldBe([0, 2]);

    [Fact]
    public void FindNearest_AnotherLength_SaysWhich() =>
        Should.Throw<EmbeddingException>(() => Search([[1, 0]], [[1, 0], [1, 2, 3]], 1)).Message.ShouldStartWith("Vector 2 has 3 dimensions where 2 were expected.");

    [Fact]
    public void Index_RowsOfDifferentLengths_AreRefused() => Should.Throw<EmbeddingException>(() => Search([[1, 0], [1]], [], 1));

    [Fact]
    public void FindNearest_Cancelled_Ends() => Should.Throw<OperationCanceledException>(
        () => new VectorIndex([new float[] { 1 }]).FindNearest([new float[] { 1 }], 1, new CancellationToken(canceled: true)));

    private static IReadOnlyList<IReadOnlyList<Neighbour>> Search(float[][] rows, float[][] queries, int count) =>
        new VectorIndex([.. rows.Select(row => (ReadOnlyMemory<float>)row)]).FindNearest([.. queries.Select(query => (ReadOnlyMemory<float>)query)], count, TestContext.Current.CancellationToken);

    private static IReadOnlyList<Neighbour> Naive(float[][] rows, float[] query, int count) =>
        [.. rows.Select((row, i) => new Neighbour(i, row.Zip(query, (a, b) => a * b).Sum())).OrderByDescending(n => n.Score).ThenBy(n => n.Row).Take(count)];

    private static Gen<float[][]> Vectors(int dimensions, int least, int most) => Gen.Int[-3, 3].Select(v => (float)v).Array[dimensions].Array[least, most];

    private static float[] Numbers(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)random.Next(-4, 5))];
}
