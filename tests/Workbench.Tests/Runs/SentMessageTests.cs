using LlmRec.Workbench.Web.Components.Pages.Runs;

namespace LlmRec.Workbench.Web.Tests.Runs;

public sealed class SentMessageTests
{
    [Fact]
    public void Read_StoredMessages_AreInTheirOrder() =>
        SentMessage.Read("""[{"role":"system","text":"a"},{"role":"user","text":"b"}]""").Select(m => m.Role + m.Text).ShouldBe(["systema", "userb"]);

    [Fact]
    public void Read_SomethingElse_IsShownAsItStands() => SentMessage.Read("plain").ShouldBe([new SentMessage("", "plain")]);

    [Fact]
    public void Read_Nothing_IsNoMessage() => SentMessage.Read("").ShouldBeEmpty();
}
