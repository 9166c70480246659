using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>What the ledger remembers of each meeting, and what that makes of a group's calendar today.</summary>
internal static partial class MeetingMemory
{
    /// <summary>How long ago a meeting may have been that people move into the future.</summary>
    private const int DaysBack = 62;

    /// <summary>How far ahead a meeting may be moved.</summary>
    private const int DaysAhead = 400;

    public static IReadOnlyList<MeetingRecord> Recall(KnownWorkspace known, string groupId) =>
        [
            .. known
                .Resources.Values.Where(resource =>
                    resource.ContentHash is not null
                    && resource.Key.StartsWith(MeetingRecord.Prefix(groupId), StringComparison.Ordinal)
                )
                .OrderBy(resource => resource.Key, StringComparer.Ordinal)
                .Select(resource => JsonSerializer.Deserialize<MeetingRecord>(resource.ContentHash!))
                .OfType<MeetingRecord>(),
        ];

    public static KnownResource OnRecord(MeetingRecord record) =>
        new()
        {
            Key = record.Key,
            RemoteId = $"meeting {record.Last.ObjectName}",
            ContentHash = JsonSerializer.Serialize(record),
        };

    /// <summary>The meetings of each group for which something is made, by the group's identifier.</summary>
    public static IReadOnlyDictionary<string, GroupMeetings> Plan(
        Territory territory,
        GroupCalendars calendars,
        KnownWorkspace known,
        DateOnly today
    )
    {
        var made = DaysMade(known);
        var points = PointsReader.Recall(known);
        return territory.Groups.ToDictionary(
            group => group.Id,
            group =>
            {
                var records = Recall(known, group.Id);
                var planned = MeetingPlanner.Plan(
                    today,
                    territory.MinutesDays,
                    calendars.Between(group.Id, today.AddDays(-DaysBack), today.AddDays(DaysAhead)),
                    records,
                    series => group.Meetings.FirstOrDefault(item => item.Id == series)?.Title,
                    day => made.Contains((WorkspaceKeys.Area(group.Id), day))
                );
                return MeetingPoints.Give(planned, records, points.GetValueOrDefault(group.Id) ?? []);
            },
            StringComparer.Ordinal
        );
    }

    /// <summary>The days that names of folders and documents tell, by area.</summary>
    private static HashSet<(string Area, DateOnly Day)> DaysMade(KnownWorkspace known) =>
        [
            .. known
                .Resources.Keys.Where(WorkspaceKeys.IsNode)
                .SelectMany(key =>
                    Day()
                        .Matches(key)
                        .Select(match => (key[..key.IndexOf('/', StringComparison.Ordinal)], match.Value))
                )
                .Where(pair => DateOnly.TryParseExact(pair.Value, "yyyy-MM-dd", out _))
                .Select(pair =>
                    (pair.Item1, DateOnly.ParseExact(pair.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                ),
        ];

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
