using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>One object of a calendar as it was last read or written: see <see cref="CalendarShelf"/>.</summary>
[PrimaryKey(nameof(Territory), nameof(Calendar), nameof(Name))]
internal sealed class CalendarObjectRow
{
    public required string Territory { get; init; }

    /// <summary>The calendar's key, such as <c>calendar:jeunes</c>.</summary>
    public required string Calendar { get; init; }

    /// <summary>Last segment of its address.</summary>
    public required string Name { get; init; }

    public required string ETag { get; init; }

    public required string Text { get; init; }

    /// <summary>The last text that could be read, where <see cref="Text"/> cannot; null otherwise.</summary>
    public string? LastGood { get; init; }
}
