using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Provisioning.Closing;

/// <summary>
/// Closes a working group: exports it, makes it read-only, puts it among the archives, and keeps its calendar for
/// reading. The ledger knows the state before from the beginning on, so that a closing that stopped anywhere is
/// finished by closing again, or undone by <see cref="ReopenRun"/>.
/// </summary>
internal sealed class CloseRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Looks and writes nothing.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="group">One of its groups.</param>
    /// <param name="zipPath">Absolute path of the export; null for none.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>What would be done; without a plan when there is nothing to do or something stands in the way.</returns>
    public async Task<(ClosingReport Report, ClosingPlan? Plan)> LookAsync(
        Territory territory,
        WorkingGroup group,
        string? zipPath,
        CancellationToken ct
    )
    {
        var known = await ledger.LoadAsync(Slug.Of(territory.Name), ct);
        var record = known.Find(WorkspaceKeys.Closed(group.Id));
        var closed = record is null ? null : ClosedGroup.Read(record);
        if (record is not null && closed is null)
        {
            return (Stopped(territory, group, ClosingProblems.NewerRecord(group.Id)), null);
        }

        if (closed?.Stage == ClosingStage.Closed)
        {
            return (Already(territory, group, closed), null);
        }

        var ownZip = closed?.ZipPath == zipPath;
        if (closed?.Stage != ClosingStage.Changing && !ownZip && File.Exists(zipPath))
        {
            return (Stopped(territory, group, ClosingProblems.ZipExists(zipPath!)), null);
        }

        if (known.Find(WorkspaceKeys.Area(group.Id)) is not { } area)
        {
            return (Stopped(territory, group, ClosingProblems.NeverApplied(group.Id)), null);
        }

        var strategy = (await new StrategyChoice(client).MakeAsync(known, ct)).Strategy;
        var ground = GroundOf(strategy != Strategy.TeamFolders);
        if (await ground.FindAsync(area.RemoteId, ct) is not { } found)
        {
            return (Stopped(territory, group, ClosingProblems.FolderGone(group.Id)), null);
        }

        if (await ground.StandsInTheWayAsync(found, ct) is { } problem)
        {
            return (Stopped(territory, group, problem), null);
        }

        var looked = new Looked(territory, group, known, closed, found, strategy);
        var plan = await Plan(looked, ground, zipPath, ct) with
        {
            ReplacesZip = closed is not null && ownZip,
        };
        return (Report(plan, RunOutcome.ChangesPending) with { Steps = [.. plan.Sentences()] }, plan);
    }

    /// <summary>Does what the plan says. What was begun is recorded even when somebody stops it.</summary>
    /// <param name="plan">From <see cref="LookAsync"/>.</param>
    /// <param name="told">Told each step when it is done.</param>
    /// <param name="ct">Stops after the request under way.</param>
    public async Task<ClosingReport> ActAsync(ClosingPlan plan, IProgress<Text>? told, CancellationToken ct)
    {
        var run = await ledger.BeginRunAsync(plan.TerritorySlug, "close", ct);
        var closing = new Closing(client, ledger, GroundOf(plan.Record.IsShared), plan, told);
        var report = await closing.RunAsync(ct);
        await ledger.EndRunAsync(
            run,
            report.Outcome.ToString(),
            client.Requests.Total,
            settled: false,
            CancellationToken.None
        );
        return report with { Requests = client.Requests.ByVerb, Duration = time.GetElapsedTime(_started) };
    }

    private IClosingGround GroundOf(bool shared) =>
        shared ? new SharedFolderGround(client, ledger) : new TeamFolderGround(client, ledger);

    private async Task<ClosingPlan> Plan(
        Looked looked,
        IClosingGround ground,
        string? zipPath,
        CancellationToken ct
    )
    {
        var (territory, group, known, closed, folder, strategy) = looked;
        var sharers = strategy == Strategy.Teams ? "circles" : "groups";
        var changing = closed?.Stage == ClosingStage.Changing ? closed : null;
        var uri = known.Find(WorkspaceKeys.Calendar(group.Id))?.RemoteId;
        var calendar = uri is null ? null : await client.Calendars.Find(uri, ct);
        var day = changing?.On ?? TerritoryDay.Now(time, territory.TimeZone);
        var isPut = folder.Path == changing?.MountAfter;
        var place = isPut
            ? folder.Path
            : await ground.PlaceForAsync(DavResourceName(folder.Path), day.Year, known, ct);
        var writers = calendar is null ? [] : ClosingPlan.Writers(calendar, sharers);
        return new ClosingPlan
        {
            Territory = territory,
            Group = group,
            Folder = folder,
            Calendar = calendar,
            Sharers = sharers,
            Record = new ClosedGroup
            {
                GroupId = group.Id,
                Stage = changing?.Stage ?? ClosingStage.Exporting,
                On = day,
                TeamFolderId = folder.Id,
                IsShared = strategy != Strategy.TeamFolders,
                Sharers = sharers,
                MountBefore = isPut ? changing!.MountBefore : folder.Path,
                MountAfter = place,
                Rights = RightsBefore(folder, changing),
                CalendarUri = calendar?.Uri,
                CalendarWriters =
                [
                    .. (changing?.CalendarWriters ?? []).Union(writers).Order(StringComparer.Ordinal),
                ],
                ZipPath = changing is null ? zipPath : changing.ZipPath,
                ExportedETag = changing?.ExportedETag,
            },
        };
    }

    /// <summary>As first recorded; who was let in since is added as it is now.</summary>
    private static Dictionary<string, int> RightsBefore(ClosingFolder folder, ClosedGroup? changing)
    {
        var rights = folder.Rights.ToDictionary(StringComparer.Ordinal);
        foreach (var (group, bits) in changing?.Rights ?? new Dictionary<string, int>())
        {
            rights[group] = bits;
        }

        return rights;
    }

    private static string DavResourceName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private ClosingReport Already(Territory territory, WorkingGroup group, ClosedGroup closed) =>
        Report(territory, group, RunOutcome.Done) with
        {
            Summary = new Text(
                $"« {group.Name} » est déjà fermé, depuis le {ClosingProblems.Day(closed.On)} : rien à faire. Ses documents sont dans « {closed.MountAfter} ».",
                $"'{group.Name}' is closed already, since {ClosingProblems.Day(closed.On)}: nothing to do. Its documents are in '{closed.MountAfter}'."
            ),
        };

    private ClosingReport Stopped(Territory territory, WorkingGroup group, Problem problem) =>
        Report(territory, group, RunOutcome.Failed) with
        {
            Problems = [problem],
        };

    private ClosingReport Report(ClosingPlan plan, RunOutcome outcome) =>
        Report(plan.Territory, plan.Group, outcome);

    private ClosingReport Report(Territory territory, WorkingGroup group, RunOutcome outcome) =>
        new()
        {
            Territory = territory.Name,
            Group = group.Id,
            Server = client.Account.BaseUrl,
            Outcome = outcome,
            Requests = client.Requests.ByVerb,
            Duration = time.GetElapsedTime(_started),
        };

    private sealed record Looked(
        Territory Territory,
        WorkingGroup Group,
        KnownWorkspace Known,
        ClosedGroup? Closed,
        ClosingFolder Folder,
        Strategy Strategy
    );
}
