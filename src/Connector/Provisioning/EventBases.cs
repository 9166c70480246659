using System.Text.Json;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// What the territory gave for an event when that was last written or merged: with it a merge knows who changed what. Kept
/// in the ledger beside what is known of the event.
/// </summary>
/// <param name="Hash">As <see cref="EventSpec.ContentHash"/>.</param>
/// <param name="Text">The iCalendar text, without a link.</param>
/// <param name="Conflicts">What both changed since and a person has the word in; empty once nothing is.</param>
internal sealed record EventBases(string Hash, string Text, IReadOnlyList<FieldConflict> Conflicts)
{
    /// <summary>Null for an event that was written before bases were kept, or that is not there.</summary>
    public static EventBases? Recall(KnownWorkspace known, string calendarKey, string objectName) =>
        known.Find(WorkspaceKeys.Base(calendarKey, objectName))?.ContentHash is { } json
            ? JsonSerializer.Deserialize<EventBases>(json)
            : null;

    /// <summary>The same without a word of disputes that are settled.</summary>
    public KnownResource OnRecord(string calendarKey, string objectName) =>
        new()
        {
            Key = WorkspaceKeys.Base(calendarKey, objectName),
            RemoteId = $"base {objectName}",
            ETag = Hash,
            ContentHash = JsonSerializer.Serialize(this),
        };

    /// <summary>The disputes of before that are not about the same as newer ones, and these.</summary>
    public static IReadOnlyList<FieldConflict> Together(
        IReadOnlyList<FieldConflict> older,
        IReadOnlyList<FieldConflict> newer
    ) =>
        [
            .. older.Where(one =>
                !newer.Any(other => (other.Original, other.Field) == (one.Original, one.Field))
            ),
            .. newer,
        ];
}
