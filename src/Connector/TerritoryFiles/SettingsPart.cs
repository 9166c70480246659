using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles;

/// <summary>A part of the territory file that one page of forms shows: values of one map, and of the maps of a list.</summary>
internal sealed record SettingsPart
{
    private SettingsPart() { }

    /// <summary>Identifier of the group whose part it is; null for the network's.</summary>
    public string? Group { get; private init; }

    /// <summary>Key of the map at the top of the file, which is made when the first value is written; null for the top itself.</summary>
    public Key? Under { get; private init; }

    public required IReadOnlyList<SettingField> Fields { get; init; }

    /// <summary>The lists whose maps have values of their own, in the map that they are in.</summary>
    public required Func<SpanMap, IEnumerable<(SpanMap Owner, Key List)>> Lists { get; init; }

    /// <summary>The values of such a map.</summary>
    public required Func<SpanMap, IReadOnlyList<SettingField>> FieldsOf { get; init; }

    public static SettingsPart Network { get; } =
        new()
        {
            Fields = SettingFields.Network,
            Lists = _ => [],
            FieldsOf = _ => [],
        };

    public static SettingsPart Announcements { get; } =
        new()
        {
            Under = AnnouncementsRecord.Key,
            Fields = SettingFields.Announcements,
            Lists = top => Groups(top).Prepend(top).Select(owner => (owner, (Key)ChannelRecord.Key)),
            FieldsOf = channel => SettingFields.Channel(YamlPatch.Words(channel, ChannelRecord.Kind)),
        };

    public static SettingsPart PublicPage { get; } =
        new()
        {
            Fields = SettingFields.PublicPage,
            Lists = top => [(top, PublicDocumentRecord.Key)],
            FieldsOf = _ => SettingFields.PublicDocument,
        };

    /// <param name="group">Its identifier.</param>
    public static SettingsPart Of(string group) =>
        new()
        {
            Group = group,
            Fields = SettingFields.Group,
            Lists = top => Map(top, group) is { } map ? [(map, GroupRecord.Meetings)] : [],
            FieldsOf = _ => SettingFields.Meeting,
        };

    /// <summary>The map that <see cref="Fields"/> are in; null where it is not there, or something else is.</summary>
    public SpanMap? Map(SpanMap top) =>
        Group is { } group ? Map(top, group)
        : Under is { } key ? YamlPatch.Find(top, key) as SpanMap
        : top;

    /// <summary>Whether the file has what the part is of, or can be given it.</summary>
    public bool IsIn(SpanMap top) =>
        Map(top) is not null || (Under is { } key && YamlPatch.Find(top, key) is null);

    /// <summary>The map of a group; null without one of that identifier.</summary>
    public static SpanMap? Map(SpanMap top, string group) =>
        Groups(top).FirstOrDefault(map => YamlPatch.Words(map, GroupRecord.Id)?.Trim() == group);

    private static IEnumerable<SpanMap> Groups(SpanMap top) =>
        YamlPatch
            .Maps(top, TerritoryRecord.Committees)
            .Concat(YamlPatch.Maps(top, TerritoryRecord.WorkingGroups));
}
