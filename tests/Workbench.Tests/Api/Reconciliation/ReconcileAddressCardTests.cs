using Bunit;
using LlmRec.Workbench.Web.Components.Pages.Mapping;
using LlmRec.Workbench.Web.Tests.Shared;

namespace LlmRec.Workbench.Web.Tests.Api.Reconciliation;

public sealed class ReconcileAddressCardTests
{
    [Fact]
    public async Task Card_OnAPage_ShowsTheAddressUnderThisHostAndCopiesIt()
    {
        await using var context = await PageContext.CreateAsync();
        var card = context.Render<ReconcileAddressCard>();

        card.Find("pre").TextContent.ShouldBe("http://localhost/api/v1/reconcile");
        card.Find("button").Click();

        context.JSInterop.Invocations["navigator.clipboard.writeText"].Single().Arguments.ShouldBe(["http://localhost/api/v1/reconcile"]);
    }
}
