using System.Globalization;
using System.Text.Json;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using NodaTime;

namespace Connector.Calendars;

/// <summary>What is done to one meeting: <c>move</c>, <c>cancel</c>, <c>restore</c>.</summary>
/// <param name="Name">Of the verb.</param>
/// <param name="To">Where it is moved to, on the territory's clocks; null for the others.</param>
internal sealed record MeetingChange(string Name, DateOnly? To = null, TimeOnly? At = null)
{
    public const string MoveName = "move";
    public const string CancelName = "cancel";
    public const string RestoreName = "restore";

    /// <summary>The object with the change in it; the same text where it is so already; null where it lacks the meeting.</summary>
    public string? Apply(string text, MeetingOccurrence meeting, DateTimeZone zone) =>
        Name switch
        {
            MoveName => OccurrencePatch.Move(text, meeting, Start(meeting), zone),
            CancelName => OccurrencePatch.Cancel(text, meeting, zone),
            _ => OccurrencePatch.Restore(text, meeting, zone),
        };

    public DateTime Start(MeetingOccurrence meeting) =>
        To is { } day ? day.ToDateTime(At ?? TimeOnly.FromDateTime(meeting.Start)) : meeting.Start;

    public Text Said(MeetingOccurrence meeting, bool isNew)
    {
        var was = MeetingWords.When(meeting.Start, meeting.End);
        var to = MeetingWords.When(Start(meeting), Start(meeting) + (meeting.End - meeting.Start));
        return (Name, isNew) switch
        {
            (MoveName, true) => new Text(
                $"« {meeting.Title} » est déplacée : {was.French} → {to.French}.",
                $"'{meeting.Title}' is moved: {was.English} → {to.English}."
            ),
            (MoveName, _) => new Text(
                $"« {meeting.Title} » est déjà là : {to.French}. Rien à faire.",
                $"'{meeting.Title}' is there already: {to.English}. Nothing to do."
            ),
            (CancelName, true) => new Text(
                $"« {meeting.Title} » est annulée : {was.French}.",
                $"'{meeting.Title}' is cancelled: {was.English}."
            ),
            (CancelName, _) => new Text(
                $"« {meeting.Title} » est déjà annulée : {was.French}. Rien à faire.",
                $"'{meeting.Title}' is cancelled already: {was.English}. Nothing to do."
            ),
            (_, true) => new Text(
                $"« {meeting.Title} » a lieu de nouveau : {was.French}.",
                $"'{meeting.Title}' takes place again: {was.English}."
            ),
            _ => new Text(
                $"« {meeting.Title} » n'est pas annulée : {was.French}. Rien à faire.",
                $"'{meeting.Title}' is not cancelled: {was.English}. Nothing to do."
            ),
        };
    }

    /// <summary>That the coordinator decided so: what the calendar shows is no slip of somebody's.</summary>
    public KnownResource OnRecord(string calendarKey, MeetingOccurrence meeting) =>
        new()
        {
            Key = string.Create(
                CultureInfo.InvariantCulture,
                $"{calendarKey}#decided:{meeting.Uid}@{meeting.OriginalStart:yyyyMMdd'T'HHmm}"
            ),
            RemoteId = $"decided {Name}",
            ContentHash = JsonSerializer.Serialize(
                new
                {
                    what = Name,
                    from = meeting.Start,
                    to = Start(meeting),
                }
            ),
        };
}
