using System.Globalization;
using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Extraction;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Shapes;
using Calendar = Connector.Nextcloud.CalDav.Calendar;

namespace Connector.Provisioning;

/// <summary>Finds a folder on the server and reads all that a blueprint can say of it.</summary>
internal sealed class LiveAreaReader(NextcloudClient client, ExtractRequest request)
{
    /// <summary>A description longer than this is a document.</summary>
    private const int MostBytes = 10_000;

    /// <returns>The folder; null with the names that there are, when there is no such one.</returns>
    public async Task<(LiveArea? Live, IReadOnlyList<string> Known)> ReadAsync(
        ProvisionScope? scope,
        ExtractSource? source,
        CancellationToken ct
    )
    {
        var teamFolders = await TeamFolders(ct);
        var area = scope is null ? null : Area(scope, source!);
        var team = area is null
            ? teamFolders.FirstOrDefault(folder => PlanningNames.Same(folder.MountPoint, request.Folder))
            : teamFolders.FirstOrDefault(folder => Id(folder.Id) == scope!.Known.Find(area.Key)?.RemoteId);
        var root = team?.MountPoint ?? Root(scope, area);
        if (await client.Files.Find(root, ct) is not { IsFolder: true } found)
        {
            return (null, [.. Names(scope, source), .. teamFolders.Select(folder => folder.MountPoint)]);
        }

        var live = await Live(found.Path, team, team is null ? await Shares(scope, ct) : [], ct);
        var calendars = (await client.Calendars.ListCalendars(ct))
            .Where(calendar => calendar.IsOwned)
            .ToList();
        return (area is null ? Unkept(live, calendars) : Kept(live, scope!, source!, area, calendars), []);
    }

    private async Task<LiveArea> Live(
        string root,
        TeamFolder? team,
        IReadOnlyList<ShareState> shares,
        CancellationToken ct
    )
    {
        var nodes = (await client.Files.Propfind(root, DavDepth.Infinity, ct))
            .Resources.Select(WorkspaceReader.ToState)
            .ToList();
        return new LiveArea
        {
            Root = root,
            Nodes = nodes,
            TeamFolder = team is null ? null : WorkspaceReader.ToState(team),
            Shares = shares,
            Roles = request.Roles,
            Texts = await Texts(nodes, ct),
            Names = new NamePatterns
            {
                Words = new Dictionary<string, string> { [Meant(root)] = BlueprintTokens.Group },
            },
            IsExpressible = (words, isName) =>
                (isName ? PathName.Shape : TextShape.Paragraphs).Fault(words) is null,
            Depth = request.Depth,
        };
    }

    /// <summary>Whom the account's folders are given to; where teams stand for groups, these are asked for as well.</summary>
    private async Task<IReadOnlyList<ShareState>> Shares(ProvisionScope? scope, CancellationToken ct)
    {
        var isTeams = scope?.Spec.Strategy == Strategy.Teams;
        var groups = isTeams
            ? (
                await new PeopleReader(client, everyMember: false).ReadAsync(scope!.Spec, scope.Known, ct)
            ).Groups
            : new Dictionary<string, GroupState>();
        var recipients = new Recipients(scope?.Spec.Strategy ?? Strategy.SharedFolders, groups);
        return WorkspaceReader.ToStates(await client.Shares.List(ct), recipients);
    }

    /// <summary>A folder that Connector does not keep: its own name is the group's.</summary>
    private static LiveArea Unkept(LiveArea live, IReadOnlyList<Calendar> calendars) =>
        live with
        {
            Colour = Colour(
                calendars.FirstOrDefault(calendar =>
                    PlanningNames.Same(calendar.DisplayName, Meant(live.Root))
                )
            ),
        };

    private LiveArea Kept(
        LiveArea live,
        ProvisionScope scope,
        ExtractSource source,
        AreaSpec area,
        IReadOnlyList<Calendar> calendars
    )
    {
        var group = source.Territory.Groups.FirstOrDefault(group => group.Id == area.WorkingGroupId);
        var blueprint = source.Blueprints[group?.Blueprint ?? BlueprintFile.StandardName];
        var calendar = calendars.FirstOrDefault(calendar =>
            group is not null
            && calendar.Uri
                == (scope.Known.Find(WorkspaceKeys.Calendar(group.Id))?.RemoteId ?? $"connector-{group.Id}")
        );
        return live with
        {
            Area = area.Area,
            Blueprint = blueprint,
            RootPattern = live.Root == area.MountPoint ? blueprint.Areas[area.Area].Name : null,
            Roles = area
                .Roles.Select(role => KeyValuePair.Create(role.Value, role.Key))
                .Concat(request.Roles)
                .DistinctBy(role => role.Key)
                .ToDictionary(StringComparer.Ordinal),
            Known = Known(scope.Known, area),
            AsGiven = AsGiven(live, scope, area),
            HasCalendar = group is null || calendar is not null,
            Colour =
                Colour(calendar) is { } colour && group is not null && !IsDefault(colour, group)
                    ? colour
                    : null,
            Names = Patterns(source.Territory, group, blueprint),
        };
    }

    private static HashSet<GroupRole> AsGiven(LiveArea live, ProvisionScope scope, AreaSpec area)
    {
        var inside = live.Nodes.Select(node => node.FileId).ToHashSet();
        var wanted = area.Shares.ToLookup(
            share => share.GroupId,
            share => (scope.Known.Find(share.FolderKey)?.RemoteId, share.Bits)
        );
        var given = live
            .Shares.Where(share => inside.Contains(share.FileId))
            .ToLookup(share => share.GroupId, share => ((string?)Id(share.FileId), share.Bits));
        return
        [
            .. area
                .Roles.Where(role =>
                    live.TeamFolder is null && wanted[role.Value].ToHashSet().SetEquals(given[role.Value])
                )
                .Select(role => role.Key),
        ];
    }

    private static NamePatterns Patterns(Territory territory, WorkingGroup? group, Blueprint blueprint)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (token, value) in WorkspaceSpecBuilder.Values(blueprint, territory, group))
        {
            words[value] = token;
        }

        words[territory.Name] = BlueprintTokens.Territory;
        if (group is not null)
        {
            words[group.Name] = BlueprintTokens.Group;
        }

        return new NamePatterns
        {
            Words = words,
            Titles = (group?.Meetings ?? []).Select(series => series.Title).ToHashSet(StringComparer.Ordinal),
            Meets = day =>
                group is not null && Occurrences.Between(territory, group, day, day.AddDays(1)).Count > 0,
        };
    }

    /// <summary>What the ledger links to this area: under the blueprint's words where it still asks for it.</summary>
    private static Dictionary<long, KnownName> Known(KnownWorkspace known, AreaSpec area)
    {
        var wanted = area
            .Folders.Select(folder => (folder.Key, new KnownName(folder.Pattern, folder.Name, null)))
            .Concat(
                area.Documents.Select(document =>
                    (
                        document.Key,
                        new KnownName(document.Pattern, document.Name, document.Kind, document.Text)
                        {
                            Template = document.Template,
                        }
                    )
                )
            )
            .ToDictionary(StringComparer.Ordinal);
        var names = new Dictionary<long, KnownName>();
        foreach (
            var resource in known.Resources.Values.Where(one =>
                one.Path is not null && one.Key.StartsWith($"{area.Key}/", StringComparison.Ordinal)
            )
        )
        {
            if (long.TryParse(resource.RemoteId, CultureInfo.InvariantCulture, out var id))
            {
                names[id] = wanted.GetValueOrDefault(resource.Key, new KnownName(null, null, null));
            }
        }

        return names;
    }

    private AreaSpec? Area(ProvisionScope scope, ExtractSource source) =>
        scope.Spec.Areas.FirstOrDefault(area => area.WorkingGroupId == request.Folder)
        ?? scope.Spec.Areas.FirstOrDefault(area =>
            PlanningNames.Same(area.MountPoint, request.Folder)
            || source.Territory.Groups.Any(group =>
                group.Id == area.WorkingGroupId && PlanningNames.Same(group.Name, request.Folder)
            )
        );

    /// <summary>The folder itself where areas are plain folders, by its file id where the ledger has one.</summary>
    private string Root(ProvisionScope? scope, AreaSpec? area) =>
        area is null
            ? request.Folder.Trim('/')
            : scope!
                .Snapshot.Nodes.FirstOrDefault(node =>
                    Id(node.FileId) == scope.Known.Find(area.Key)?.RemoteId
                    && scope.Spec.Strategy != Strategy.TeamFolders
                )
                ?.Path
                ?? area.MountPoint;

    private static IEnumerable<string> Names(ProvisionScope? scope, ExtractSource? source) =>
        (source?.Territory.Groups.Select(group => group.Id) ?? []).Concat(
            scope?.Spec.Areas.Select(area => area.MountPoint) ?? []
        );

    private async Task<IReadOnlyList<TeamFolder>> TeamFolders(CancellationToken ct)
    {
        try
        {
            return await client.TeamFolders.List(ct);
        }
        catch (NextcloudException error)
            when (error.Fault
                    is NextcloudFault.NotInstalled
                        or NextcloudFault.RightMissing
                        or NextcloudFault.PasswordConfirmationRequired
            )
        {
            // An account that may not manage team folders: the folder is read as a plain one.
            return [];
        }
    }

    private async Task<Dictionary<string, string>> Texts(IEnumerable<NodeState> nodes, CancellationToken ct)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var node in nodes.Where(node =>
                !node.IsFolder && PlanningNames.Same(NameOf(node.Path), FolderBlueprint.DescriptionFile)
            )
        )
        {
            if (await client.Files.GetFile(node.Path, ct) is { Bytes.Length: <= MostBytes } file)
            {
                texts[node.Path] = Encoding.UTF8.GetString(file.Bytes);
            }
        }

        return texts;
    }

    /// <summary>Some servers give the colour with an opacity behind it.</summary>
    private static string? Colour(Calendar? calendar) =>
        calendar?.Colour is { Length: >= 7 } colour
        && colour[1..7].All(char.IsAsciiHexDigit)
        && colour[0] == '#'
            ? colour[..7]
            : null;

    private static bool IsDefault(string colour, WorkingGroup group) =>
        string.Equals(
            colour,
            WorkspaceSpecBuilder.DefaultColour(group.Id),
            StringComparison.OrdinalIgnoreCase
        );

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A name without the spelling that other systems need.</summary>
    private static string Meant(string path) => FileName.Original(NameOf(path));

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
