using Connector.Announcing;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Minutes;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Roadmaps;
using Connector.TerritoryFiles;

namespace Connector.Web.Console.Readings;

/// <summary>Looks at a territory once and reads what its documents say. Writes nothing, neither there nor in the ledger.</summary>
internal sealed class ReadingRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const int DaysBack = 60;
    private const int DaysAhead = 400;

    /// <summary>As <c>connector minutes status</c>: days after a meeting before its minutes are missed.</summary>
    private const int Patience = 7;

    /// <exception cref="NextcloudException">The server does not answer, or refuses.</exception>
    public async Task<NetworkReading> RunAsync(LoadResult loaded, AccountTree? seen, CancellationToken ct)
    {
        var territory = loaded.Territory!;
        var look = new WorkspaceLook(client, ledger, time, null, everyShare: false, seen);
        var (scope, plan) = await look.AtAsync(territory, loaded.Blueprints, ct);
        var roadmaps = new StatusRun(client, ledger, time).RunAsync(
            territory.Name,
            RoadmapShelf.Of(scope, ledger, territory),
            null,
            ct
        );
        var minutes = new MinutesStatusRun(client, ledger, time).RunAsync(
            MinutesShelf.Of(scope, ledger, territory),
            null,
            Patience,
            ct
        );
        await Task.WhenAll(roadmaps, minutes);
        return new NetworkReading
        {
            At = time.GetUtcNow(),
            Today = scope.Today,
            Territory = territory,
            Loaded = loaded,
            Server = client.Account.BaseUrl,
            Spec = scope.Spec,
            Plan = plan,
            Meetings = Meetings(territory, scope),
            Roadmaps = (await roadmaps).Roadmaps,
            Minutes = (await minutes).Groups,
            Actions = scope.Board,
            Coverage = Coverage.Of(territory, new CoverageQuestion()),
            Folders = Folders(scope),
            Calendars = Calendars(scope),
            Closed =
            [
                .. scope
                    .Known.Resources.Values.Where(resource =>
                        WorkspaceKeys.ClosedGroupOf(resource.Key) is not null
                    )
                    .Select(ClosedGroup.Read)
                    .OfType<ClosedGroup>()
                    .OrderByDescending(closed => closed.On),
            ],
            Announcements = territory.Announcing.IsSilent
                ? null
                : await AnnouncementBoard.ReadAsync(client, ledger, time, territory, ct),
            Warnings = Warnings(loaded, scope, await roadmaps, await minutes),
        };
    }

    private static IReadOnlyList<Problem> Warnings(
        LoadResult loaded,
        ProvisionScope scope,
        RoadmapReport roadmaps,
        MinutesReport minutes
    ) =>
        [
            .. loaded.Warnings,
            .. scope.Templates.Warnings,
            .. roadmaps.Problems,
            .. roadmaps.Warnings,
            .. minutes.Warnings,
        ];

    private static IReadOnlyList<GroupMeeting> Meetings(Territory territory, ProvisionScope scope) =>
        [
            .. territory
                .Groups.SelectMany(group =>
                    scope
                        .Calendars.Between(
                            group.Id,
                            scope.Today.AddDays(-DaysBack),
                            scope.Today.AddDays(DaysAhead)
                        )
                        .Select(meeting => new GroupMeeting(group, meeting))
                )
                .OrderBy(item => item.Meeting.Start)
                .ThenBy(item => item.Group.Id, StringComparer.Ordinal),
        ];

    private Dictionary<string, Uri> Folders(ProvisionScope scope) =>
        scope
            .Spec.Areas.Select(area =>
                (area, path: KnownPlace.Of(area.Key, scope.Spec, scope.Known, scope.Snapshot))
            )
            .Where(pair => pair.path is not null)
            .GroupBy(pair => pair.area.WorkingGroupId ?? "", StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => Browse(pairs.First().path!), StringComparer.Ordinal);

    /// <summary>The folder in the Files app.</summary>
    private Uri Browse(string path) =>
        new(client.Account.BaseUrl, $"index.php/apps/files/?dir=/{Uri.EscapeDataString(path)}");

    private static Dictionary<string, Uri> Calendars(ProvisionScope scope) =>
        scope
            .Spec.Areas.Where(area =>
                area.Calendar is { } calendar && scope.Addresses.ContainsKey(calendar.Key)
            )
            .GroupBy(area => area.WorkingGroupId ?? "", StringComparer.Ordinal)
            .ToDictionary(
                areas => areas.Key,
                areas => scope.Addresses[areas.First().Calendar!.Key],
                StringComparer.Ordinal
            );
}
