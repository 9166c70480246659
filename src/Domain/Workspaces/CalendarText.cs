namespace Connector.Domain.Workspaces;

/// <summary>One object of a calendar, as the server has it under an ETag.</summary>
/// <param name="ETag">As the server gave it, without quotes.</param>
/// <param name="Text">The whole iCalendar text.</param>
public sealed record CalendarText(string ETag, string Text)
{
    /// <summary>The last text of the same object that could be read, where <see cref="Text"/> cannot; else null.</summary>
    public string? LastGood { get; init; }
}
