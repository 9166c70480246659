using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Provisioning.Closing;

/// <summary>One closing as it happens, step by step, each read back and none harmful to repeat.</summary>
internal sealed class Closing(
    NextcloudClient client,
    LedgerStore ledger,
    IClosingGround ground,
    ClosingPlan plan,
    IProgress<Text>? told
)
{
    private readonly List<Text> _done = [];
    private readonly List<Problem> _warnings = [];
    private ClosedGroup _record = plan.Record;
    private string? _zip;

    public async Task<ClosingReport> RunAsync(CancellationToken ct)
    {
        try
        {
            if (_record.Stage == ClosingStage.Exporting && await Export(ct) is { } notExported)
            {
                return Report(RunOutcome.Failed, notExported);
            }

            if (await Change(ct) is { } notChanged)
            {
                return Report(RunOutcome.PartlyDone, notChanged);
            }

            await Check(ct);
            await Remember(_record with { Stage = ClosingStage.Closed });
            return Report(RunOutcome.Done);
        }
        catch (NextcloudException error)
        {
            return Report(RunOutcome.PartlyDone, error.Problem);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Report(RunOutcome.Cancelled);
        }
    }

    /// <summary>Nothing is changed on the server before the export is whole; when it fails, nothing was closed.</summary>
    private async Task<Problem?> Export(CancellationToken ct)
    {
        await Remember(_record);
        var whole = false;
        try
        {
            var (exported, problem) = _record.ZipPath is { } zip ? await Write(zip, ct) : (null, null);
            if (problem is not null)
            {
                return problem;
            }

            await Remember(_record with { Stage = ClosingStage.Changing, ExportedETag = exported?.ETag });
            whole = true;
            return null;
        }
        catch (NextcloudException error)
        {
            return error.Problem;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ClosingProblems.ZipNotWritable(_record.ZipPath!, error.Message);
        }
        finally
        {
            if (!whole)
            {
                await ledger.ForgetAsync(
                    plan.TerritorySlug,
                    WorkspaceKeys.Closed(plan.Group.Id),
                    CancellationToken.None
                );
            }
        }
    }

    private async Task<(Exported?, Problem?)> Write(string zip, CancellationToken ct)
    {
        var request = new ExportRequest
        {
            ZipPath = zip,
            Replaces = plan.ReplacesZip,
            TeamFolderId = _record.IsShared ? null : plan.Folder.Id,
            MountPoint = plan.Folder.Path,
            CalendarUri = plan.Calendar?.Uri,
            GroupName = plan.Group.Name,
            TerritoryName = plan.Territory.Name,
        };
        if (await new GroupExport(client).WriteAsync(request, ct) is not { } exported)
        {
            return (null, ClosingProblems.Unseen(plan.Folder.Path));
        }

        if (exported.Vanished.Count > 0)
        {
            _warnings.Add(ClosingProblems.Vanished(exported.Vanished));
        }

        _zip = zip;
        Tell(
            new Text(
                $"{exported.Files} documents ({exported.Bytes} octets) et l'agenda exportés dans « {zip} »",
                $"{exported.Files} documents ({exported.Bytes} bytes) and the calendar exported to '{zip}'"
            )
        );
        return (exported, null);
    }

    private async Task<Problem?> Change(CancellationToken ct)
    {
        await Remember(_record);
        return await MakeReadOnly(ct) ?? await PutOnShelf(ct) ?? await KeepCalendar(ct);
    }

    private async Task<Problem?> MakeReadOnly(CancellationToken ct)
    {
        if (plan.ToRestrict is not { Count: > 0 } rights)
        {
            return null;
        }

        if (await ground.SetRightsAsync(plan.Folder, rights, ct) is { } refused)
        {
            return NotApplied(refused);
        }

        var names = plan.Folder.NamesOf(rights.Keys);
        Tell(new Text($"lecture seule pour {names}", $"read-only for {names}"));
        return null;
    }

    private async Task<Problem?> PutOnShelf(CancellationToken ct)
    {
        var readers = _record.Rights.Keys.Where(plan.Folder.Rights.ContainsKey);
        if (await ground.PrepareAsync(plan.TerritorySlug, _record.MountAfter, readers, ct) is { } refused)
        {
            return NotApplied(refused);
        }

        if (plan.Folder.Path == _record.MountAfter)
        {
            return null;
        }

        if (await ground.MoveAsync(plan.Folder, _record.MountAfter, ct) is { } notMoved)
        {
            return NotApplied(notMoved);
        }

        Tell(new Text($"déplacé vers « {_record.MountAfter} »", $"moved to '{_record.MountAfter}'"));
        return null;
    }

    private async Task<Problem?> KeepCalendar(CancellationToken ct)
    {
        if (plan.OtherWriters.Count > 0)
        {
            _warnings.Add(ClosingProblems.OtherWriters(plan.Calendar!.DisplayName, plan.OtherWriters));
        }

        foreach (var group in plan.CalendarWriters)
        {
            var outcome = await client.Calendars.Share(
                plan.Calendar!.Uri,
                new(plan.Sharers, group, ReadWrite: false),
                ct
            );
            if (!outcome.IsThere)
            {
                return NotApplied(outcome.Message);
            }
        }

        if (plan.CalendarWriters.Count > 0)
        {
            var name = plan.Calendar!.DisplayName;
            Tell(
                new Text(
                    $"agenda « {name} » gardé, en lecture seule",
                    $"calendar '{name}' kept, for reading only"
                )
            );
        }

        return null;
    }

    /// <summary>A member who wrote while the export ran left more on the server than in the zip: told, not hidden.</summary>
    private async Task Check(CancellationToken ct)
    {
        var there = await client.Files.Find(_record.MountAfter, ct);
        if (there is null)
        {
            _warnings.Add(ClosingProblems.NotVisible(_record.MountAfter));
        }
        else if (_record.ExportedETag is { } exported && exported != there.ETag)
        {
            _warnings.Add(ClosingProblems.WrittenMeanwhile(_record.MountAfter));
        }
    }

    private async Task Remember(ClosedGroup record)
    {
        await ledger.RememberAsync(plan.TerritorySlug, [record.ToKnown()], CancellationToken.None);
        _record = record;
    }

    private void Tell(Text text)
    {
        _done.Add(text);
        told?.Report(text);
    }

    private Problem NotApplied(Text? message) =>
        ClosingProblems.NotApplied(
            message ?? new Text("refusé par le serveur", "refused by the server"),
            "close",
            plan.Group.Id
        );

    private ClosingReport Report(RunOutcome outcome, params IReadOnlyList<Problem> problems) =>
        new()
        {
            Territory = plan.Territory.Name,
            Group = plan.Group.Id,
            Server = client.Account.BaseUrl,
            Outcome = outcome,
            Summary = outcome == RunOutcome.Done ? Closed() : null,
            Steps = _done,
            Problems = problems,
            Warnings = _warnings,
            Zip = _zip,
        };

    private Text Closed() =>
        new(
            $"« {plan.Group.Name} » est fermé : lecture seule dans « {_record.MountAfter} ». Pour le rouvrir : connector reopen {plan.Group.Id}",
            $"'{plan.Group.Name}' is closed: read-only in '{_record.MountAfter}'. To reopen it: connector reopen {plan.Group.Id}"
        );
}
