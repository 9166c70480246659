using Connector.Domain.Territories;

namespace Connector.Domain.Announcing;

/// <summary>Who is told an announcement in which way.</summary>
public static class Routing
{
    /// <summary>
    /// Rooms that many read get what is nobody's alone: a group's own, the network's where a group has none of that kind.
    /// People get their own by mail, or else as notifications of Nextcloud, unless they refused.
    /// </summary>
    public static IReadOnlyList<Delivery> Of(
        Announcement announcement,
        Territory territory,
        AnnouncingRules rules
    )
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(rules);
        var chosen = Chosen(announcement.Kind, rules).ToList();
        var rooms = Nearest(announcement, chosen.Where(channel => channel.IsShared));
        var people = Nearest(announcement, chosen.Where(channel => !channel.IsShared)).ToList();
        return
        [
            .. rooms.Select(room => new Delivery(announcement, room, null)),
            .. people.SelectMany(channel =>
                Receivers(announcement, territory)
                    .Where(person => CanGet(person, channel, rules))
                    .Select(person => new Delivery(announcement, channel, person.Id))
            ),
        ];
    }

    /// <summary>Whether somebody can be told by a channel at all, and wants to be.</summary>
    public static bool CanGet(Person person, Channel channel, AnnouncingRules rules)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(rules);
        return !rules.Refusals.Contains(person.Id)
            && (channel.Kind != ChannelKind.Email || person.Email is { Length: > 0 });
    }

    /// <summary>The channels that may tell something of a kind: those of the table, or all that the usual way takes.</summary>
    public static IEnumerable<Channel> Chosen(AnnouncementKind kind, AnnouncingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        // Somebody who gets a letter needs no notification of the same.
        var hasMail = rules.Channels.Any(channel => channel.Kind == ChannelKind.Email);
        return rules
            .Channels.Where(channel => CanTell(channel, kind))
            .Where(channel =>
                rules.Table.TryGetValue(kind, out var choices)
                    ? choices.Any(choice => choice.Means(channel))
                    : channel.Kind != ChannelKind.Notifications || !hasMail
            );
    }

    /// <summary>What is one person's is not told in a room that many read.</summary>
    public static bool CanTell(Channel channel, AnnouncementKind kind)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return !channel.IsShared || !kind.IsPersonal();
    }

    /// <summary>The group's own of each kind; the network's of a kind that the group has none of.</summary>
    private static IEnumerable<Channel> Nearest(Announcement announcement, IEnumerable<Channel> channels) =>
        channels
            .Where(channel => channel.GroupId is null || channel.GroupId == announcement.GroupId)
            .GroupBy(channel => channel.Kind)
            .SelectMany(kind =>
                kind.Any(channel => channel.GroupId is not null)
                    ? kind.Where(channel => channel.GroupId is not null)
                    : kind
            );

    private static IEnumerable<Person> Receivers(Announcement announcement, Territory territory)
    {
        if (announcement.PersonId is { } one)
        {
            return territory.People.Where(person => person.Id == one);
        }

        var groups = territory.Groups.Where(group =>
            announcement.GroupId is null || group.Id == announcement.GroupId
        );
        var ids = groups
            .SelectMany(group => group.Participations)
            .Select(participation => participation.PersonId)
            .Concat(announcement.GroupId is null ? territory.Coordinators : [])
            .ToHashSet(StringComparer.Ordinal);
        return territory.People.Where(person => ids.Contains(person.Id));
    }
}
