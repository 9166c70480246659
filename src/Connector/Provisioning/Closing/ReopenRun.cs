using System.Globalization;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Provisioning.Closing;

/// <summary>
/// Undoes a closing, whole or half done: the name, the rights and the calendar's shares as the ledger remembers them.
/// What somebody changed while the group was closed is their decision: left, and told.
/// </summary>
internal sealed class ReopenRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Looks and writes nothing; the group need not be in the territory file any more.</summary>
    public async Task<(ClosingReport Report, ReopeningPlan? Plan)> LookAsync(
        Territory territory,
        string groupId,
        CancellationToken ct
    )
    {
        var known = await ledger.LoadAsync(Slug.Of(territory.Name), ct);
        if (known.Find(WorkspaceKeys.Closed(groupId)) is not { } record)
        {
            var open = new Text(
                $"« {groupId} » n'est pas fermé : rien à faire.",
                $"'{groupId}' is not closed: nothing to do."
            );
            return (Report(territory, groupId, RunOutcome.Done) with { Summary = open }, null);
        }

        if (ClosedGroup.Read(record) is not { } closed)
        {
            return (Stopped(ClosingProblems.NewerRecord(groupId)), null);
        }

        var ground = GroundOf(closed);
        var id = closed.TeamFolderId.ToString(CultureInfo.InvariantCulture);
        if (await ground.FindAsync(id, ct) is not { } found)
        {
            return (Stopped(ClosingProblems.FolderGone(groupId)), null);
        }

        if (found.Path == closed.MountAfter && await ground.IsTakenAsync(closed.MountBefore, ct))
        {
            return (Stopped(ClosingProblems.NameTaken(closed.MountBefore)), null);
        }

        var uri = closed.CalendarUri;
        var calendar = uri is null ? null : await client.Calendars.Find(uri, ct);
        var plan = new ReopeningPlan(territory, closed, found, calendar);
        var report = Report(territory, groupId, RunOutcome.ChangesPending);
        return (report with { Steps = [.. plan.Sentences()], Warnings = [.. plan.Left()] }, plan);

        ClosingReport Stopped(Problem problem) =>
            Report(territory, groupId, RunOutcome.Failed) with
            {
                Problems = [problem],
            };
    }

    public async Task<ClosingReport> ActAsync(ReopeningPlan plan, IProgress<Text>? told, CancellationToken ct)
    {
        var run = await ledger.BeginRunAsync(plan.TerritorySlug, "reopen", ct);
        var report = Report(plan.Territory, plan.Record.GroupId, RunOutcome.Done);
        try
        {
            var problem = await Rename(plan, ct) ?? await Restore(plan, ct) ?? await Share(plan, ct);
            report = problem is null ? await Reopened(plan, report) : Partly(report, problem);
        }
        catch (NextcloudException error)
        {
            report = Partly(report, error.Problem);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            report = report with { Outcome = RunOutcome.Cancelled };
        }

        foreach (var sentence in report.Outcome == RunOutcome.Done ? plan.Sentences() : [])
        {
            told?.Report(sentence);
        }

        var requests = client.Requests.Total;
        var outcome = report.Outcome.ToString();
        await ledger.EndRunAsync(run, outcome, requests, settled: false, CancellationToken.None);
        return report with { Requests = client.Requests.ByVerb, Duration = time.GetElapsedTime(_started) };
    }

    private async Task<ClosingReport> Reopened(ReopeningPlan plan, ClosingReport report)
    {
        var key = WorkspaceKeys.Closed(plan.Record.GroupId);
        await ledger.ForgetAsync(plan.TerritorySlug, key, CancellationToken.None);
        var place = plan.MovesBack ? plan.Record.MountBefore : plan.Folder.Path;
        return report with
        {
            Summary = new Text(
                $"« {plan.Record.GroupId} » est rouvert, dans « {place} ».",
                $"'{plan.Record.GroupId}' is open again, in '{place}'."
            ),
            Steps = [.. plan.Sentences()],
            Warnings = [.. plan.Left()],
        };
    }

    private async Task<Problem?> Rename(ReopeningPlan plan, CancellationToken ct)
    {
        if (!plan.MovesBack)
        {
            return null;
        }

        var refused = await GroundOf(plan.Record).MoveAsync(plan.Folder, plan.Record.MountBefore, ct);
        return refused is null ? null : NotApplied(plan, refused);
    }

    private async Task<Problem?> Restore(ReopeningPlan plan, CancellationToken ct)
    {
        if (plan.RightsBack.Count == 0)
        {
            return null;
        }

        var refused = await GroundOf(plan.Record).SetRightsAsync(plan.Folder, plan.RightsBack, ct);
        return refused is null ? null : NotApplied(plan, refused);
    }

    private async Task<Problem?> Share(ReopeningPlan plan, CancellationToken ct)
    {
        foreach (var group in plan.WritersBack)
        {
            var outcome = await client.Calendars.Share(
                plan.Calendar!.Uri,
                new(plan.Record.Sharers, group, ReadWrite: true),
                ct
            );
            if (!outcome.IsThere)
            {
                return NotApplied(plan, outcome.Message);
            }
        }

        return null;
    }

    private IClosingGround GroundOf(ClosedGroup closed) =>
        closed.IsShared ? new SharedFolderGround(client, ledger) : new TeamFolderGround(client, ledger);

    private static ClosingReport Partly(ClosingReport report, Problem problem) =>
        report with
        {
            Outcome = RunOutcome.PartlyDone,
            Problems = [problem],
        };

    private static Problem NotApplied(ReopeningPlan plan, Text? message) =>
        ClosingProblems.NotApplied(
            message ?? new Text("refusé par le serveur", "refused by the server"),
            "reopen",
            plan.Record.GroupId
        );

    private ClosingReport Report(Territory territory, string groupId, RunOutcome outcome) =>
        new()
        {
            Territory = territory.Name,
            Group = groupId,
            Server = client.Account.BaseUrl,
            Outcome = outcome,
            Requests = client.Requests.ByVerb,
            Duration = time.GetElapsedTime(_started),
        };
}
