using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.CalendarSync;

/// <summary>The meetings of every group of a territory, by the group's identifier.</summary>
internal sealed class GroupCalendars
{
    private readonly Dictionary<string, GroupCalendar> _byGroup = new(StringComparer.Ordinal);

    /// <param name="territory">The network.</param>
    /// <param name="textsOf">The objects of a group's calendar as last read; null for a calendar that never was.</param>
    /// <param name="toWrite">The series of a group that this very run writes: see <see cref="GroupCalendar"/>.</param>
    public GroupCalendars(
        Territory territory,
        Func<WorkingGroup, IReadOnlyDictionary<string, CalendarText>?> textsOf,
        Func<WorkingGroup, IReadOnlyDictionary<string, CalendarText>, IReadOnlySet<string>>? toWrite = null
    )
    {
        var versions = new List<string>();
        foreach (var group in territory.Groups)
        {
            var texts = textsOf(group);
            var written = texts is null ? null : toWrite?.Invoke(group, texts);
            _byGroup[group.Id] = new GroupCalendar(territory, group, texts, written);
            versions.AddRange(
                texts?.Select(pair => $"{group.Id}/{pair.Key} {pair.Value.ETag}") ?? [$"{group.Id} –"]
            );
            versions.AddRange((written ?? new HashSet<string>()).Select(series => $"{group.Id} + {series}"));
        }

        Fingerprint = string.Join('\n', versions.Order(StringComparer.Ordinal));
    }

    /// <summary>What the territory plans, for documents that are made without a server.</summary>
    public static GroupCalendars Planned(Territory territory) => new(territory, _ => null);

    /// <summary>Another one as soon as an object of a calendar is another one.</summary>
    public string Fingerprint { get; }

    public IEnumerable<CalendarProblem> Problems => _byGroup.Values.SelectMany(group => group.Problems);

    /// <summary>The calendar of a group of the territory.</summary>
    public GroupCalendar Of(string groupId) => _byGroup[groupId];

    /// <summary>As <see cref="GroupCalendar.Between"/>; none for a group that the territory does not have.</summary>
    public IReadOnlyList<MeetingOccurrence> Between(string groupId, DateOnly from, DateOnly to) =>
        _byGroup.GetValueOrDefault(groupId)?.Between(from, to) ?? [];
}
