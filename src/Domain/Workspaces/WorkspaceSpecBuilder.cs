using System.Globalization;
using Connector.Domain.Meetings;
using Connector.Domain.Publicity;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>Turns a territory and its blueprints into what should exist on the server. Pure.</summary>
public static class WorkspaceSpecBuilder
{
    private const string DefaultBlueprint = "standard";

    /// <summary>Beside the colours of the groups.</summary>
    private const string NetworkColour = "#3d4a5c";

    private static readonly string[] Palette =
    [
        "#0b6e75",
        "#8a4fa3",
        "#b5541c",
        "#2f6fb3",
        "#5d7d1f",
        "#a33b5c",
        "#6a5acd",
        "#8a6d0b",
    ];

    /// <summary>
    /// Identifiers that a territory may not have because of what they would become on the server, all of them at
    /// once. <see cref="Build"/> is only for a territory without such problems. Places are unknown here.
    /// </summary>
    public static IReadOnlyList<Problem> Check(Territory territory) => WorkspaceCheck.Of(territory);

    /// <param name="territory">A validated territory, for which <see cref="Check"/> found nothing.</param>
    /// <param name="blueprints">By name; every blueprint that a group names is there, and <c>standard</c>.</param>
    /// <param name="serviceAccount">User id of the account that Connector signs in with.</param>
    /// <param name="meetings">For which meetings of a group something is made, by group id.</param>
    /// <param name="eventHash">MD5 of a series' iCalendar bytes, see <see cref="EventSpec.ContentHash"/>.</param>
    /// <param name="strategy">What the shared folders are.</param>
    public static WorkspaceSpec Build(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string serviceAccount,
        IReadOnlyDictionary<string, GroupMeetings> meetings,
        Func<WorkingGroup, MeetingSeries, string> eventHash,
        Strategy strategy = Strategy.TeamFolders
    )
    {
        var groups = WorkspaceGroups
            .Of(territory, serviceAccount)
            // Its own folders are the service account's anyway: a group of its own is for seeing team folders.
            .Where(group => strategy.Administers() || group.GroupId != WorkspaceGroups.Service)
            .Select(group => group with { IsTeam = strategy == Strategy.Teams })
            .ToList();
        var areas = new List<AreaSpec>
        {
            Common(
                territory,
                blueprints[DefaultBlueprint],
                WorkspaceArea.Network,
                WorkspaceKeys.Network,
                strategy
            ),
            Common(
                territory,
                blueprints[DefaultBlueprint],
                WorkspaceArea.Steering,
                WorkspaceKeys.Steering,
                strategy
            ),
        };
        var groupAreas = territory
            .Groups.Select(group =>
                OfGroup(
                    territory,
                    group,
                    blueprints[group.Blueprint],
                    meetings.GetValueOrDefault(group.Id) ?? new GroupMeetings(),
                    eventHash,
                    strategy
                )
            )
            .ToList();
        if (
            blueprints[DefaultBlueprint].Areas[WorkspaceArea.Network] is { HasCalendar: true } layout
            && groupAreas.Exists(area => area.Calendar is not null)
        )
        {
            areas[0] = areas[0] with { Calendar = NetworkCalendar(territory, layout) };
        }

        if (territory.CloudDirectory is { } directory)
        {
            areas[1] = WithDirectory(areas[1], directory);
        }

        areas.AddRange(groupAreas);
        return new WorkspaceSpec
        {
            CreateAccounts = territory.CreateAccounts,
            Accounts = Accounts(territory, groups),
            Groups = groups,
            Areas = PublicPageDocuments.Of(
                territory,
                MapDocuments.Of(territory, CalendarDocuments.Expand(WithDistinctMountPoints(areas)))
            ),
            Strategy = strategy,
            Places = territory.Places,
            Enforcement = territory.Enforcement,
        };
    }

    private static IReadOnlyList<AccountSpec> Accounts(Territory territory, IReadOnlyList<GroupSpec> groups)
    {
        var groupsOf = groups
            .SelectMany(group => group.Members.Select(member => (member, group.GroupId)))
            .ToLookup(pair => pair.member, pair => pair.GroupId, StringComparer.Ordinal);
        return
        [
            .. territory.People.Select(person => new AccountSpec(
                person.Id,
                person.Name,
                person.Email,
                [.. groupsOf[person.Id]]
            )),
        ];
    }

    private static AreaSpec Common(
        Territory territory,
        Blueprint blueprint,
        WorkspaceArea area,
        string key,
        Strategy strategy
    )
    {
        var roles = new Dictionary<GroupRole, string>
        {
            [GroupRole.Coordination] = WorkspaceGroups.Coordination,
        };
        if (area == WorkspaceArea.Network)
        {
            roles[GroupRole.Member] = WorkspaceGroups.Network;
        }

        var tokens = new BlueprintTokens
        {
            TerritoryName = territory.Name,
            Custom = Values(blueprint, territory, group: null),
        };
        return VisitDocuments.Expand(
            AreaSpecBuilder.Build(blueprint, key, area, roles, tokens, strategy),
            territory
        );
    }

    /// <summary>Whatever else a blueprint puts under that name gives way to the coordinators' own directory.</summary>
    private static AreaSpec WithDirectory(AreaSpec steering, string name)
    {
        var key = WorkspaceKeys.OwnDirectory(name);
        return steering with
        {
            Documents =
            [
                .. steering.Documents.Where(document => document.Key != key),
                new DocumentSpec
                {
                    Key = key,
                    ParentKey = steering.Key,
                    Name = name,
                    Kind = DocumentKind.OwnDirectory,
                },
            ],
        };
    }

    private static AreaSpec OfGroup(
        Territory territory,
        WorkingGroup group,
        Blueprint blueprint,
        GroupMeetings meetings,
        Func<WorkingGroup, MeetingSeries, string> eventHash,
        Strategy strategy
    )
    {
        var layout = blueprint.Areas[WorkspaceArea.Group];
        var roles = WorkspaceGroups.ByRole(group);
        var tokens = new BlueprintTokens
        {
            TerritoryName = territory.Name,
            GroupName = group.Name,
            Custom = Values(blueprint, territory, group),
        };
        var area = AreaSpecBuilder.Build(
            blueprint,
            WorkspaceKeys.Area(group.Id),
            WorkspaceArea.Group,
            roles,
            tokens,
            strategy,
            meetings
        );
        return area with
        {
            WorkingGroupId = group.Id,
            Calendar = layout.HasCalendar ? Calendar(group, layout, roles, eventHash) : null,
        };
    }

    /// <summary>What a blueprint's own tokens stand for: in a group, else in the territory, else as the blueprint says.</summary>
    public static IReadOnlyDictionary<string, string> Values(
        Blueprint blueprint,
        Territory territory,
        WorkingGroup? group
    )
    {
        var values = blueprint.Tokens.ToDictionary(StringComparer.Ordinal);
        foreach (
            var (token, value) in territory.Tokens.Concat(group?.Tokens ?? new Dictionary<string, string>())
        )
        {
            values[token] = value;
        }

        return values;
    }

    private static CalendarSpec Calendar(
        WorkingGroup group,
        AreaBlueprint layout,
        IReadOnlyDictionary<GroupRole, string> roles,
        Func<WorkingGroup, MeetingSeries, string> eventHash
    ) =>
        new()
        {
            Key = WorkspaceKeys.Calendar(group.Id),
            Uri = $"connector-{group.Id}",
            DisplayName = group.Name,
            Colour = layout.CalendarColour ?? DefaultColour(group.Id),
            Shares = roles
                .OrderBy(role => role.Key)
                .ToDictionary(role => role.Value, role => role.Key != GroupRole.Observer),
            Events =
            [
                .. group.Meetings.Select(series => new EventSpec
                {
                    Key = WorkspaceKeys.Event(group.Id, series.Id),
                    ObjectName = WorkspaceKeys.EventObject(group.Id, series.Id),
                    Series = series,
                    ContentHash = eventHash(group, series),
                }),
            ],
        };

    /// <summary>Shows what the groups' calendars hold; everybody reads it, nobody writes.</summary>
    private static CalendarSpec NetworkCalendar(Territory territory, AreaBlueprint layout) =>
        new()
        {
            Key = WorkspaceKeys.NetworkCalendar,
            Uri = $"connector-reseau-{Slug.Of(territory.Name)}",
            DisplayName = $"Réseau – {territory.Name}",
            Colour = layout.CalendarColour ?? NetworkColour,
            Shares = new Dictionary<string, bool> { [WorkspaceGroups.Network] = false },
            Events = [],
            Copies = [],
        };

    /// <summary>A colour that depends on nothing but the id, so that it is the same at every run.</summary>
    public static string DefaultColour(string groupId) =>
        Palette[groupId.Aggregate(17, (sum, letter) => ((sum * 31) + letter) & 0xffff) % Palette.Length];

    /// <summary>Two team folders of one name would be told apart by nobody: the later ones carry their group's id.</summary>
    private static IReadOnlyList<AreaSpec> WithDistinctMountPoints(IReadOnlyList<AreaSpec> areas)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. areas.Select(area =>
            {
                var name = area.WorkingGroupId ?? area.Key["area:".Length..];
                return area with { MountPoint = Distinct(area.MountPoint, name, taken) };
            }),
        ];
    }

    private static string Distinct(string mountPoint, string id, HashSet<string> taken)
    {
        var name = mountPoint;
        for (var attempt = 1; !taken.Add(name); attempt++)
        {
            var suffix =
                attempt == 1 ? $" ({id})" : $" ({id} {attempt.ToString(CultureInfo.InvariantCulture)})";
            name = FileName.Safe(mountPoint, suffix);
        }

        return name;
    }
}
