using System.Globalization;

namespace Connector.Domain.Workspaces;

/// <summary>
/// What a whole listing of a calendar has shown: whether what is remembered of it, with what the server said had changed,
/// is what is there. A server that forgot a part of its list of changes does not say so (RFC 6578 lets it, and Nextcloud
/// keeps 10,000 of them), so once a day both sides are compared.
/// </summary>
/// <param name="CalendarKey">Of the calendar.</param>
/// <param name="At">When.</param>
/// <param name="Objects">How many objects the calendar has.</param>
/// <param name="Missed">Names of those that had changed, come or gone without a word from the server.</param>
public sealed record CalendarProof(
    string CalendarKey,
    DateTimeOffset At,
    int Objects,
    IReadOnlyList<string> Missed
)
{
    /// <summary>A little less than a day, so that a run each night finds it due whatever minute it starts in.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(20);

    public bool IsMatch => Missed.Count == 0;

    /// <summary>Whether a calendar has not been compared for a day.</summary>
    public static bool IsDue(KnownWorkspace known, string calendarKey, DateTimeOffset now) =>
        Last(known, calendarKey) is not { } last || now - last.At >= Lasting || now < last.At;

    /// <summary>The last comparison on record; null when there was none.</summary>
    public static CalendarProof? Last(KnownWorkspace known, string calendarKey)
    {
        ArgumentNullException.ThrowIfNull(known);
        return
            known.Find(WorkspaceKeys.Proof(calendarKey)) is { ETag: { } at, Path: { } said }
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var moment)
            && said.Split('\n') is [var count, .. var missed]
            && int.TryParse(count, CultureInfo.InvariantCulture, out var objects)
            ? new CalendarProof(calendarKey, moment, objects, missed)
            : null;
    }

    public KnownResource OnRecord() =>
        new()
        {
            Key = WorkspaceKeys.Proof(CalendarKey),
            RemoteId = CalendarKey,
            ETag = At.ToString("O", CultureInfo.InvariantCulture),
            Path = string.Join('\n', Missed.Prepend(Objects.ToString(CultureInfo.InvariantCulture))),
        };
}
