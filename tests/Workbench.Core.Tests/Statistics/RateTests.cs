using System.Text.Json;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class RateTests
{
    [Fact]
    public void Rate_TwoOfThree_HasWilsonsInterval()
    {
        var rate = new Rate(2, 3);

        rate.Share!.Value.ShouldBe(2 / 3.0, 1e-12);
        rate.Low!.Value.ShouldBe(0.2077, 0.00005);
        rate.High!.Value.ShouldBe(0.9385, 0.00005);
    }

    [Fact]
    public void Rate_NoneOfNone_IsNullAndStaysJson() =>
        JsonSerializer.Serialize(new Rate(0, 0)).ShouldBe("""{"Part":0,"Whole":0,"Share":null,"Low":null,"High":null}""");

    [Fact]
    public void Rate_WrittenAndRead_IsTheSame() => JsonSerializer.Deserialize<Rate>(JsonSerializer.Serialize(new Rate(7, 9))).ShouldBe(new Rate(7, 9));
}
