using LlmRec.Workbench.Web.Resources;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>
/// THE table of the workbench: MudBlazor's data grid with 36 px rows, a sticky header and virtualisation; it fills the height that is left (put it in
/// <c>class="wb-fill"</c>). Give either <c>Items</c> (at most some thousand rows) or <c>VirtualizeServerData</c> (any number, sorted and cut by the service). Right-align numbers
/// with <c>CellClass="wb-num" HeaderClass="wb-num"</c>. A row click opens a detail drawer, never a new context.
/// </summary>
[CascadingTypeParameter(nameof(T))]
public sealed class DenseTable<T> : MudDataGrid<T>
{
    public DenseTable()
    {
        Virtualize = Dense = Hover = FixedHeader = true;
        Filterable = ShowColumnOptions = ShowMenuIcon = false;
        ItemSize = 36;
        OverscanCount = 12;
        Height = "100%";
        Elevation = 0;
        SortMode = SortMode.Single;
        Class = "wb-table";
    }

    private Func<GridStateVirtualize<T>, CancellationToken, Task<GridData<T>>>? _load;
    private bool _asked;

    [Inject] private Texts Texts { get; set; } = null!;

    [Parameter] public EventCallback<T> OnRowClick { get; set; }

    /// <summary>The row that the detail drawer shows.</summary>
    [Parameter] public Func<T, bool>? IsCurrent { get; set; }

    /// <summary>Said when filters leave nothing; the empty list itself is the business of <see cref="ListStates"/>.</summary>
    [Parameter] public string? NoRowsText { get; set; }

    /// <summary>Asks <c>VirtualizeServerData</c> again.</summary>
    public Task ReloadAsync() => ReloadServerData();

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (VirtualizeServerData is { } load && load != LoadAsync)
        {
            _load = load;
            VirtualizeServerData = LoadAsync;
        }

        RowClassFunc = (row, _) => (OnRowClick.HasDelegate ? "wb-clickable" : "") + (IsCurrent?.Invoke(row) == true ? " wb-current" : "");
        NoRecordsContent ??= builder =>
        {
            if (_load is not null && !_asked)
            {
                return;
            }

            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "class", "wb-no-rows");
            builder.AddContent(2, NoRowsText ?? Texts["Common.NoRowsMatch"]);
            builder.CloseElement();
        };
        if (OnRowClick.HasDelegate && !RowClick.HasDelegate)
        {
            RowClick = EventCallback.Factory.Create<DataGridRowClickEventArgs<T>>(this, args => OnRowClick.InvokeAsync(args.Item));
        }
    }
    // The grid asks for no rows at all before its height is known. A number of rows in the answer would make an empty space below the first row, which the
    // virtualisation takes for a scroll: it would begin with the second row and go back a moment later, and the first one would be blank meanwhile.
    private async Task<GridData<T>> LoadAsync(GridStateVirtualize<T> window, CancellationToken cancellationToken)
    {
        if (window.Count == 0)
        {
            return new GridData<T> { Items = [], TotalItems = 0 };
        }

        var data = await _load!(window, cancellationToken);
        _asked = true;
        return data;
    }
}
