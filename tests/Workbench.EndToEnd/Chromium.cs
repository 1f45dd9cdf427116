using Microsoft.Playwright;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>One Chromium for all browser tests: the one that test.sh names, else one of the machine's, else Playwright's own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] KnownPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        var executable = Executable(_playwright);
        if (executable is null)
        {
            return;
        }

        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh profile: no cookies, the given language and size.</summary>
    public async Task<IPage> NewPageAsync(string language = "zh-CN", int width = 1440, int height = 900)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium on this machine: neither WORKBENCH_CHROMIUM, nor one of the system, nor Playwright's own.");
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = language, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }

    private static string? Executable(IPlaywright playwright) =>
        Environment.GetEnvironmentVariable("WORKBENCH_CHROMIUM") is { Length: > 0 } path ? path
            : KnownPaths.Append(playwright.Chromium.ExecutablePath).FirstOrDefault(File.Exists);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
