namespace Connector.Domain.Meetings;

/// <summary>What names of folders and documents say of a meeting.</summary>
/// <param name="Date">Local to the territory.</param>
/// <param name="Title">As in the calendar; numbered where two meetings of a day would be called the same.</param>
public sealed record MeetingName(DateOnly Date, string Title);
