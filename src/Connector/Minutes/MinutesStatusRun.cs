using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Publishing;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Minutes;

/// <summary>How each group meets, from its minutes: what waits, what was promised, who comes. Writes nothing.</summary>
internal sealed class MinutesStatusRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="who">One group; null for all.</param>
    /// <param name="patience">Days after a meeting before its minutes are missed.</param>
    /// <param name="ct">Stops.</param>
    public async Task<MinutesReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string? who,
        int patience,
        CancellationToken ct
    )
    {
        var shelf = await MinutesShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        return await RunAsync(shelf, who, patience, ct);
    }

    /// <param name="shelf">A look that was taken already.</param>
    /// <param name="who">One group; null for all.</param>
    /// <param name="patience">Days after a meeting before its minutes are missed.</param>
    /// <param name="ct">Stops.</param>
    public async Task<MinutesReport> RunAsync(
        MinutesShelf shelf,
        string? who,
        int patience,
        CancellationToken ct
    )
    {
        var report = new MinutesReport { Territory = shelf.Territory };
        var one = who is null ? null : shelf.Find(who);
        if (who is not null && one is null)
        {
            return report.Stopped(MinutesProblems.UnknownGroup(who, shelf.Groups));
        }

        var reader = new MinutesReader(client, shelf);
        foreach (var group in shelf.Groups.Where(group => one is null || group == one))
        {
            var minutes = new List<WrittenMinutes>();
            foreach (var file in shelf.Files.Where(file => file.Group == group))
            {
                var (found, problem) = await reader.ReadAsync(file, ct);
                minutes.AddRange(found is null ? [] : [found.Written]);
                report = problem is null ? report : report with { Warnings = [.. report.Warnings, problem] };
            }

            report = report.With(
                new GroupMinutes(
                    group.Id,
                    group.Name,
                    minutes,
                    MeetingLife.Of(minutes, shelf.Board.Open(group.Id, shelf.Today), shelf.Today, patience)
                )
            );
        }

        return report;
    }
}
