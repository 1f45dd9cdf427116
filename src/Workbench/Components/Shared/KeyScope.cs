using Microsoft.JSInterop;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>
/// The keyboard of one circuit. Components put <see cref="HotKey"/> in their markup; the last one that claims a key gets it. The listener in
/// <c>js/keys.js</c> never fires while someone types, composes Chinese, or has a dialog or menu open.
/// </summary>
public sealed class KeyScope(IJSRuntime js) : IAsyncDisposable
{
    private readonly List<KeyBinding> _bindings = [];
    private DotNetObjectReference<KeyScope>? _self;
    private IJSObjectReference? _module;

    /// <summary>Active keys in the order in which they were claimed; a key that is claimed again hides the earlier claim.</summary>
    public IReadOnlyList<KeyBinding> Active => [.. _bindings.GroupBy(binding => binding.Keys).Select(same => same.Last())];

    /// <summary>Claims a key until the result is disposed.</summary>
    public async Task<IAsyncDisposable> AddAsync(KeyBinding binding)
    {
        _bindings.Add(binding);
        await PublishAsync();
        return new Claim(this, binding);
    }

    [JSInvokable]
    public async Task PressAsync(string keys)
    {
        if (_bindings.LastOrDefault(binding => binding.Keys == keys) is { } binding)
        {
            await binding.Action();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _bindings.Clear();
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("stop");
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the listener with it.
            _module = null;
        }

        _self?.Dispose();
    }

    private async Task PublishAsync()
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", "/js/keys.js");
        _self ??= DotNetObjectReference.Create(this);
        await _module.InvokeVoidAsync("listen", _self, _bindings.Select(binding => binding.Keys).Distinct());
    }

    private async ValueTask RemoveAsync(KeyBinding binding)
    {
        if (!_bindings.Remove(binding))
        {
            return;
        }

        try
        {
            await PublishAsync();
        }
        catch (JSDisconnectedException)
        {
            _module = null;
        }
    }

    private sealed class Claim(KeyScope owner, KeyBinding binding) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => owner.RemoveAsync(binding);
    }
}

/// <summary>A key (<c>j</c>, <c>g h</c>, <c>Ctrl+k</c>, <c>Shift+X</c>, <c>Escape</c>), what it does in words, and the deed.</summary>
public sealed record KeyBinding(string Keys, string Label, string Group, Func<Task> Action);
