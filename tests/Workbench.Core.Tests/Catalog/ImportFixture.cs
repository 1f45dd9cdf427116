using System.Text;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Tests.Catalog;

/// <summary>Imports texts and bytes as files into a database of its own.</summary>
public sealed class ImportFixture : IAsyncDisposable
{
    private readonly Lazy<Task<TestDatabase>> _database = new(() => TestDatabase.CreateAsync());

    public static Caller Admin { get; } = Caller.SingleUser("anna");

    public Task<TestDatabase> DatabaseAsync() => _database.Value;

    public Task<ImportReport> CategoriesAsync(string text, string? nameColumn = null) => ImportAsync(ImportKinds.Categories, Encoding.UTF8.GetBytes(text), nameColumn);

    public Task<ImportReport> ItemsAsync(string text) => ImportAsync(ImportKinds.Items, Encoding.UTF8.GetBytes(text));

    public Task<ImportReport> ClicksAsync(string text) => ImportAsync(ImportKinds.QueryClicks, Encoding.UTF8.GetBytes(text));

    public async Task<ImportReport> ImportAsync(string kind, byte[] content, string? nameColumn = null, bool commit = true)
    {
        var database = await DatabaseAsync();
        var path = Path.Combine(database.Folder, "upload.bin");
        await File.WriteAllBytesAsync(path, content);
        var request = new ImportRequest(kind, path, "my shop.txt", nameColumn);
        var sut = database.Get<CatalogImporter>();
        return commit ? await sut.ImportAsync(Admin, request) : await sut.PreviewAsync(request);
    }

    public async Task<CategoryTree> TreeAsync() => await (await DatabaseAsync()).Get<CatalogService>().GetTreeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated)
        {
            await (await _database.Value).DisposeAsync();
        }
    }
}
