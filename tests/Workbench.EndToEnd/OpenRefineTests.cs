using System.Diagnostics;
using System.Text.Json;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>A real OpenRefine reconciles a thousand names with a tree, as a person in front of it would.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OpenRefineTests(ITestOutputHelper output)
{
    private const int Names = 1_000;

    private static readonly string[] Shelves = ["Kitchen", "Garden", "Office", "Travel", "Nursery", "Workshop", "Camping", "Studio"];
    private static readonly string[] Materials = ["Copper", "Bamboo", "Ceramic", "Leather", "Granite", "Cotton", "Walnut", "Titanium", "Rubber", "Linen"];
    private static readonly string[] Goods =
        ["Kettle", "Basket", "Lantern", "Stool", "Mirror", "Bucket", "Cushion", "Ladder", "Tray", "Vase", "Hammock", "Clock", "Blanket", "Funnel", "Whistle", "Candle", "Anvil", "Harness", "Kite", "Pillow"];

    private static readonly object Engine = new { facets = Array.Empty<object>(), mode = "row-based" };

    [Fact]
    public async Task OpenRefine_ThousandNames_AreReconciledPreviewedAndExtended()
    {
        await using var installation = new Installation();
        await using var refine = await OpenRefine.StartAsync(installation.Folder);
        await ImportTreeAsync(installation);
        await installation.App.StartAsync();
        var manifest = await AddServiceAsync(refine, installation.App.Url);
        var project = await refine.CreateProjectAsync("name", NamesToReconcile());

        await GuessTypesAsync(refine, manifest, project);
        await ReconcileAsync(refine, manifest, project);
        await PreviewAsync(refine, manifest);
        await ExtendAsync(refine, manifest, project);
    }

    // Every second name stands in the tree as it is; the others add a word that no category has.
    private static IEnumerable<string> NamesToReconcile() => Enumerable.Range(0, Names).Select(i => Leaf(i) is var leaf && i % 2 == 0 ? leaf : $"{leaf} Quxly");

    private static string Leaf(int i) => $"{Shelves[i / 200 % Shelves.Length]} {Materials[i / 20 % Materials.Length]} {Goods[i % Goods.Length]}";

    private static async Task ImportTreeAsync(Installation installation)
    {
        var leaves = Shelves.Length * Materials.Length * Goods.Length;
        var file = Path.Combine(installation.Folder, "shop.txt");
        await File.WriteAllLinesAsync(file, Shelves.Select((shelf, i) => $"{10 + i} - {shelf}")
            .Concat(Enumerable.Range(0, leaves).Select(i => $"{1000 + i} - {Shelves[i / 200]} > {Leaf(i)}")));
        (await installation.App.RunAsync("import", "categories", file)).ShouldBe(0);
    }

    // As the page's "Add standard service": read the manifest from its own origin, keep it as a preference.
    private static async Task<JsonElement> AddServiceAsync(OpenRefine refine, string url)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{url}/api/v1/reconcile") { Headers = { { "Origin", refine.Origin } } };
        using var response = await http.SendAsync(request);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([refine.Origin]);
        var manifest = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        var kept = await refine.PostAsync("set-preference?name=reconciliation.standardServices", ("value", new[] { manifest }));
        kept.GetProperty("code").GetString().ShouldBe("ok");
        return manifest;
    }

    private static async Task GuessTypesAsync(OpenRefine refine, JsonElement manifest, string project)
    {
        var guessed = await refine.PostAsync($"guess-types-of-column?project={project}&columnName=name", ("service", Service(manifest)));
        guessed.GetProperty("types")[0].GetProperty("id").GetString().ShouldBe("leaf");
    }

    private async Task ReconcileAsync(OpenRefine refine, JsonElement manifest, string project)
    {
        var watch = Stopwatch.StartNew();
        await refine.PostAsync($"reconcile?project={project}", ("engine", Engine), ("columnName", "name"), ("config", new
        {
            mode = "standard-service", service = Service(manifest), identifierSpace = manifest.GetProperty("identifierSpace"), schemaSpace = manifest.GetProperty("schemaSpace"),
            type = new { id = "leaf", name = "leaf" }, autoMatch = true, columnDetails = Array.Empty<object>(), limit = 5,
        }));
        await refine.FinishAsync(project);
        output.WriteLine($"OpenRefine reconciled {Names} names in {watch.Elapsed.TotalSeconds:0.0} s.");
        var rows = await refine.GetAsync($"get-rows?project={project}&start=0&limit={Names}");
        var recons = rows.GetProperty("pool").GetProperty("recons");
        var cells = rows.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("cells")[0]).ToList();
        cells.Count.ShouldBe(Names);
        foreach (var (i, cell) in cells.Index())
        {
            var recon = recons.GetProperty(cell.GetProperty("r").GetString()!);
            (recon.TryGetProperty("m", out _) || recon.GetProperty("c").GetArrayLength() > 0).ShouldBeTrue($"{cell}: {recon}");
            if (i % 2 == 0)
            {
                recon.GetProperty("j").GetString().ShouldBe("matched", $"{cell}: {recon}");
                recon.GetProperty("m").GetProperty("id").GetString().ShouldBe($"{1000 + i}");
            }
        }
    }

    private static async Task PreviewAsync(OpenRefine refine, JsonElement manifest)
    {
        using var http = new HttpClient();
        using var preview = await http.GetAsync(manifest.GetProperty("preview").GetProperty("url").GetString()!.Replace("{{id}}", "1000"));
        (await preview.Content.ReadAsStringAsync()).ShouldContain(Leaf(0));
        preview.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'self' http://127.0.0.1:*");
        preview.Headers.Contains("X-Frame-Options").ShouldBeFalse(refine.Origin);
    }

    private static async Task ExtendAsync(OpenRefine refine, JsonElement manifest, string project)
    {
        var extension = new { properties = new[] { new { id = "path", name = "path" }, new { id = "parent", name = "parent" } } };
        var preview = await refine.PostAsync($"preview-extend-data?project={project}&columnName=name", ("rowIndices", new[] { 0, 2 }), ("extension", extension));
        preview.GetProperty("rows")[0][1].GetString().ShouldBe($"{Shelves[0]} > {Leaf(0)}");
        preview.GetProperty("rows")[0][2].GetProperty("id").GetString().ShouldBe("10");

        var spaces = $"identifierSpace={Space(manifest, "identifierSpace")}&schemaSpace={Space(manifest, "schemaSpace")}";
        await refine.PostAsync(
            $"extend-data?project={project}&baseColumnName=name&endpoint={Uri.EscapeDataString(Service(manifest))}&{spaces}&columnInsertIndex=1", ("engine", Engine), ("extension", extension));
        await refine.FinishAsync(project);
        var rows = (await refine.GetAsync($"get-rows?project={project}&start=0&limit={Names}")).GetProperty("rows");
        foreach (var (i, row) in rows.EnumerateArray().Index().Where(r => r.Index % 2 == 0))
        {
            row.GetProperty("cells")[1].GetProperty("v").GetString().ShouldBe($"{Shelves[i / 200]} > {Leaf(i)}");
            row.GetProperty("cells")[2].GetProperty("v").GetString().ShouldBe(Shelves[i / 200]);
        }
    }

    private static string Service(JsonElement manifest) => manifest.GetProperty("suggest").GetProperty("entity").GetProperty("service_url").GetString()!;

    private static string Space(JsonElement manifest, string name) => Uri.EscapeDataString(manifest.GetProperty(name).GetString()!);
}
