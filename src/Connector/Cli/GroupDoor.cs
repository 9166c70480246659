using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.TerritoryFiles;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>
/// What <c>close</c> and <c>reopen</c> have in common: read the territory file, find the group and the sign-in, look,
/// say what will be done, ask, do it, tell.
/// </summary>
internal sealed class GroupDoor(Doorway door, GroupRequest request)
{
    /// <param name="work">What the verb looks at and does.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(IGroupWork work, CancellationToken ct) =>
        TerritoryDoor.OpenAsync(
            door,
            request.Territory,
            (client, ledger, loaded) => Run(work, loaded.Territory!, client, ledger, ct),
            (_, problems) => Show(Stopped(problems)),
            ct
        );

    private async Task<int> Run(
        IGroupWork work,
        Territory territory,
        NextcloudClient client,
        LedgerStore ledger,
        CancellationToken ct
    )
    {
        var known = await ledger.LoadAsync(Slug.Of(territory.Name), ct);
        if (Find(territory, known) is not { } group)
        {
            return Show(Stopped([Unknown(territory)]));
        }

        try
        {
            return await Run(work, territory, group, client, ledger, ct);
        }
        catch (NextcloudException error)
        {
            return Show(Stopped([error.Problem]));
        }
    }

    private async Task<int> Run(
        IGroupWork work,
        Territory territory,
        string group,
        NextcloudClient client,
        LedgerStore ledger,
        CancellationToken ct
    )
    {
        var (report, act) = await work.LookAsync(territory, group, client, ledger, ct);
        if (act is null || request.DryRun)
        {
            return Show(report);
        }

        Announce(report);
        if (!request.Yes && await Refuses(ct) is { } refusal)
        {
            return refusal.Code == "not-confirmed" ? Declined() : Show(Stopped([refusal]));
        }

        return Show(await act(Progress(), ct), report.Warnings);
    }

    /// <summary>By identifier, else by name, however it is spelt; a closed group may have left the file since.</summary>
    private string? Find(Territory territory, KnownWorkspace known)
    {
        var groups = territory.Groups;
        var closed = known.Resources.Keys.Select(WorkspaceKeys.ClosedGroupOf).OfType<string>();
        return groups.Select(group => group.Id).Concat(closed).FirstOrDefault(id => id == request.Group)
            ?? groups.FirstOrDefault(group => Folded.Key(group.Name) == Folded.Key(request.Group))?.Id;
    }

    private Problem Unknown(Territory territory) =>
        new()
        {
            Code = "unknown-group",
            Message = new Text(
                $"« {request.Group} » n'est pas un groupe de « {territory.Name} ».",
                $"'{request.Group}' is not a group of '{territory.Name}'."
            ),
            Remedy = Nearest.Advice(request.Group, [.. territory.Groups.Select(group => group.Id)]),
        };

    private void Announce(ClosingReport report)
    {
        if (request.Json)
        {
            return;
        }

        door.Out.MarkupLineInterpolated($"[bold]{report.Territory}[/] → {report.Server}");
        foreach (var step in report.Steps)
        {
            door.Out.MarkupLineInterpolated($"  [yellow]•[/] {step.In(door.Language)}");
        }

        door.Warn(report.Warnings);
    }

    /// <returns>Null for yes.</returns>
    private async Task<Problem?> Refuses(CancellationToken ct)
    {
        if (!door.IsInteractive || request.Json)
        {
            return new Problem
            {
                Code = "confirmation-needed",
                Message = new Text(
                    "Rien n'a été fait : il faut une confirmation.",
                    "Nothing was done: a confirmation is needed."
                ),
                Remedy = new Text("Ajoutez --yes.", "Add --yes."),
            };
        }

        door.Out.Write(new Text("Continuer ? [o/N] ", "Go on? [y/N] ").In(door.Language));
        var answer = await Answer(ct);
        var yes = answer.Length > 0 && "oOyY".Contains(answer[0], StringComparison.Ordinal);
        return yes
            ? null
            : new Problem
            {
                Code = "not-confirmed",
                Message = default,
                Remedy = default,
            };
    }

    /// <summary>A terminal cannot be asked to stop reading: the answer is waited for aside, and Ctrl-C is a no at once.</summary>
    private async Task<string> Answer(CancellationToken ct)
    {
        try
        {
            return (await Task.Run(door.Input.ReadLine, ct).WaitAsync(ct))?.Trim() ?? "";
        }
        catch (OperationCanceledException)
        {
            door.Out.WriteLine();
            return "";
        }
    }

    private int Declined()
    {
        door.Say(new Text("Rien n'a été fait.", "Nothing was done."));
        return (int)RunOutcome.Cancelled;
    }

    private Told? Progress() => request.Json ? null : new Told(door);

    /// <param name="report">How it ended.</param>
    /// <param name="warned">What was said before the question, and is not said twice.</param>
    private int Show(ClosingReport report, IReadOnlyList<Problem>? warned = null)
    {
        if (request.Json)
        {
            report.WriteJson(door.Out, door.Language);
            return (int)report.Outcome;
        }

        if (report.Outcome == RunOutcome.ChangesPending)
        {
            Announce(report);
        }
        else
        {
            door.Warn(report.Warnings.Except(warned ?? []));
        }

        if (report.Summary is { } summary)
        {
            door.Say(summary);
        }

        door.Complain(report.Problems);
        return (int)report.Outcome;
    }

    private ClosingReport Stopped(IReadOnlyList<Problem> problems) =>
        new()
        {
            Territory = request.Territory.TerritoryPath,
            Group = request.Group,
            Outcome = RunOutcome.Failed,
            Problems = problems,
        };

    /// <summary>At once, where <see cref="Progress{T}"/> would tell from another thread, after the end.</summary>
    private sealed class Told(Doorway door) : IProgress<Text>
    {
        public void Report(Text value) =>
            door.Out.MarkupLineInterpolated($"  [green]✓[/] {value.In(door.Language)}");
    }
}
