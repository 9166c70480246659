using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Records;

namespace Connector.Web.Console.Readings;

/// <summary>One row of « who is told what »: by which channels, and whether because the file says so.</summary>
/// <param name="Kind">What is told.</param>
/// <param name="IsUsual">Whether the file leaves it to the usual way.</param>
/// <param name="Channels">Identifiers of those that tell it.</param>
internal sealed record AnnouncementRow(AnnouncementKind Kind, bool IsUsual, IReadOnlySet<string> Channels)
{
    public static AnnouncementRow Of(AnnouncementKind kind, AnnouncingRules rules) =>
        new(
            kind,
            !rules.Table.ContainsKey(kind),
            Routing.Chosen(kind, rules).Select(channel => channel.Id).ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>
    /// What the file is to say after somebody filled in the row, an entry a line; null where it says that already. Somebody
    /// who ticks another channel means it, whatever else the row says.
    /// </summary>
    /// <param name="isUsual">Whether « the usual way » was chosen.</param>
    /// <param name="ticked">Identifiers of channels.</param>
    /// <param name="rules">From which the row was made.</param>
    public string? Typed(bool isUsual, IReadOnlySet<string> ticked, AnnouncingRules rules)
    {
        var isSame = Channels.SetEquals(ticked);
        return isSame && isUsual == IsUsual ? null
            : isSame && isUsual ? AnnouncementsRecord.Usual
            : string.Join('\n', Words(ticked, rules));
    }

    /// <summary>A type where all channels of it are ticked: those that come later are meant too.</summary>
    private IEnumerable<string> Words(IReadOnlySet<string> ticked, AnnouncingRules rules)
    {
        var types = rules
            .Channels.Where(channel => Routing.CanTell(channel, Kind))
            .GroupBy(channel => channel.Kind)
            .SelectMany(type =>
                type.All(channel => ticked.Contains(channel.Id))
                    ? [ChannelRecord.Kinds.WordOf(type.Key)]
                    : type.Select(channel => channel.Id).Where(ticked.Contains)
            );
        return types.DefaultIfEmpty(AnnouncementsRecord.Nobody);
    }
}
