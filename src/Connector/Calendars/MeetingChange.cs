using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using NodaTime;

namespace Connector.Calendars;

/// <summary>What is done to one meeting: <c>move</c>, <c>cancel</c>, <c>restore</c>.</summary>
/// <param name="Name">Of the verb.</param>
/// <param name="To">Where it is moved to, on the territory's clocks; null for the others.</param>
/// <param name="At">At what time; null for the same.</param>
internal sealed record MeetingChange(string Name, DateOnly? To = null, TimeOnly? At = null)
{
    private const string Location = "LOCATION";
    private const string Description = "DESCRIPTION";

    /// <summary>Moments are told as always; what is not said is left out.</summary>
    private static readonly JsonSerializerOptions Sparse = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public const string MoveName = "move";
    public const string CancelName = "cancel";
    public const string RestoreName = "restore";

    /// <summary>Where people meet from now on; null for where they did. For a move.</summary>
    public string? Place { get; init; }

    /// <summary>Why it is called off, in a line that everybody reads above the description; empty for no word. For a cancellation.</summary>
    public string Why { get; init; } = "";

    /// <summary>Hash of the line that a cancellation put there, so that a restoration takes that one out again; null for none.</summary>
    public string? WasWhy { get; init; }

    /// <summary>The object with the change in it; the same text where it is so already; null where it lacks the meeting.</summary>
    /// <param name="text">The object as it is.</param>
    /// <param name="meeting">As read from this text.</param>
    /// <param name="zone">The territory's.</param>
    /// <param name="again">Reads the same meeting from a text that was changed.</param>
    public string? Apply(
        string text,
        MeetingOccurrence meeting,
        DateTimeZone zone,
        Func<string, MeetingOccurrence?> again
    ) =>
        Name switch
        {
            MoveName => Then(
                OccurrencePatch.Move(text, meeting, Start(meeting), zone),
                Place is null || Place == meeting.Place,
                Location,
                _ => Place!,
                zone,
                again
            ),
            CancelName => Then(
                OccurrencePatch.Cancel(text, meeting, zone),
                Why.Length == 0 || meeting.IsCancelled,
                Description,
                words => words.Length == 0 ? Told : $"{Told}\n\n{words}",
                zone,
                again
            ),
            _ when WasWhy is not null && meeting.IsCancelled => OccurrencePatch.Say(
                text,
                meeting,
                Description,
                WithoutWhy,
                zone
            )
                is { } untold
            && again(untold) is { } now
                ? OccurrencePatch.Restore(untold, now, zone)
                : null,
            _ => OccurrencePatch.Restore(text, meeting, zone),
        };

    /// <summary>A first change, and a property that the occurrence says itself after it.</summary>
    private static string? Then(
        string? changed,
        bool isAll,
        string name,
        Func<string, string> words,
        DateTimeZone zone,
        Func<string, MeetingOccurrence?> again
    ) =>
        changed is null || isAll ? changed
        : again(changed) is { } now ? OccurrencePatch.Say(changed, now, name, words, zone)
        : null;

    /// <summary>The line that says why, as it stands in the description.</summary>
    private string Told => $"Annulée : {Why}";

    private string WithoutWhy(string words)
    {
        var end = words.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? words : words[..end];
        return HashOf(first) == WasWhy ? words[first.Length..].TrimStart('\n') : words;
    }

    private static string HashOf(string line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    public DateTime Start(MeetingOccurrence meeting) =>
        To is { } day ? day.ToDateTime(At ?? TimeOnly.FromDateTime(meeting.Start)) : meeting.Start;

    public Text Said(MeetingOccurrence meeting, bool isNew)
    {
        var was = MeetingWords.When(meeting.Start, meeting.End);
        var to = MeetingWords.When(Start(meeting), Start(meeting) + (meeting.End - meeting.Start));
        return (Name, isNew) switch
        {
            (MoveName, true) when Start(meeting) == meeting.Start => new Text(
                $"« {meeting.Title} » a lieu ailleurs : {Place}, {was.French}.",
                $"'{meeting.Title}' takes place elsewhere: {Place}, {was.English}."
            ),
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

    /// <summary>The same, knowing the word that a cancellation left.</summary>
    public MeetingChange Knowing(KnownResource? decided)
    {
        if (Name != RestoreName || decided?.ContentHash is not { } json)
        {
            return this;
        }

        using var kept = JsonDocument.Parse(json);
        return kept.RootElement.TryGetProperty("why", out var why)
            ? this with
            {
                WasWhy = why.GetString(),
            }
            : this;
    }

    /// <summary>That the coordinator decided so: what the calendar shows is no slip of somebody's.</summary>
    public KnownResource OnRecord(string calendarKey, MeetingOccurrence meeting) =>
        new()
        {
            Key = KeyOf(calendarKey, meeting),
            RemoteId = $"decided {Name}",
            ContentHash = JsonSerializer.Serialize(
                new
                {
                    what = Name,
                    from = meeting.Start,
                    to = Start(meeting),
                    why = Why.Length == 0 ? null : HashOf(Told),
                },
                Sparse
            ),
        };

    public static string KeyOf(string calendarKey, MeetingOccurrence meeting) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{calendarKey}#decided:{meeting.Uid}@{meeting.OriginalStart:yyyyMMdd'T'HHmm}"
        );
}
