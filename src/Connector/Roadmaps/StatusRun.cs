using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Publishing;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Roadmaps;

/// <summary>
/// Where each roadmap stands: published, signed by whom, changed since. Writes nothing; signatures that somebody tampered
/// with are a failure.
/// </summary>
internal sealed class StatusRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    public async Task<RoadmapReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string? who,
        CancellationToken ct
    )
    {
        var shelf = await RoadmapShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        return await RunAsync(territory.Name, shelf, who, ct);
    }

    /// <param name="territory">Its name.</param>
    /// <param name="shelf">A look that was taken already.</param>
    /// <param name="who">One roadmap; null for all.</param>
    /// <param name="ct">Stops.</param>
    public async Task<RoadmapReport> RunAsync(
        string territory,
        RoadmapShelf shelf,
        string? who,
        CancellationToken ct
    )
    {
        var report = new RoadmapReport { Territory = territory, Server = client.Account.BaseUrl };
        var one = who is null ? null : shelf.Find(who);
        if (who is not null && one is null)
        {
            return report.Stopped(RoadmapProblems.Unknown(who, shelf.Files));
        }

        var registers = await new SignatureRegister(ledger, shelf.Territory, time).LoadAsync(ct);
        foreach (var file in shelf.Files.Where(file => one is null || file == one))
        {
            report = await Add(report, file, shelf.Today, registers.GetValueOrDefault(file.Key) ?? [], ct);
        }

        return report;
    }

    private async Task<RoadmapReport> Add(
        RoadmapReport report,
        RoadmapFile file,
        DateOnly today,
        IReadOnlyList<SignedRecord> chain,
        CancellationToken ct
    )
    {
        var tampered = new List<Problem>();
        if (SignatureChain.Check(chain) is { } fault)
        {
            tampered.Add(RoadmapProblems.Tampered(ledger.Path, fault));
        }

        var (fingerprint, written, unread) = await Read(file, ct);
        var board = SignatureBoard.Of(chain, [.. file.Members.Select(member => member.Id)], fingerprint);
        if (
            board.Published is { } published
            && await new SignatureExport(client).Check(published.Folder, chain, ct) is { } copy
        )
        {
            tampered.Add(copy);
        }

        return report.With(
            file,
            board,
            fingerprint,
            written is null
                ? null
                : RoadmapReview.Of(Signed(written, board), today, board.Published is not null),
            [
                .. chain
                    .Select(record => record.Act)
                    .Where(act => act.Fingerprint != board.Published?.Fingerprint),
            ]
        ) with
        {
            Warnings = unread is null ? report.Warnings : [.. report.Warnings, unread],
            Problems = [.. report.Problems, .. tampered],
            Outcome = tampered.Count > 0 ? RunOutcome.Failed : report.Outcome,
        };
    }

    /// <summary>The register knows of signatures before the document's table shows them.</summary>
    private static WrittenRoadmap Signed(WrittenRoadmap written, SignatureBoard board)
    {
        var signed = board
            .Signatures.GroupBy(act => Folded.Key(act.Organisation))
            .ToDictionary(acts => acts.Key, acts => acts.First(), StringComparer.Ordinal);
        return written with
        {
            Signatures =
            [
                .. written.Signatures.Select(row =>
                    signed.TryGetValue(Folded.Key(row.Organisation), out var act)
                        ? row with
                        {
                            Signatory = act.Signatory,
                            Date = act.SignedOn,
                        }
                        : row
                ),
            ],
        };
    }

    private async Task<(string? Fingerprint, WrittenRoadmap? Written, Problem? Problem)> Read(
        RoadmapFile file,
        CancellationToken ct
    )
    {
        if (file.Path is null || await client.Files.GetFile(file.Path, ct) is not { } live)
        {
            return (null, null, RoadmapProblems.Gone(file));
        }

        try
        {
            var fingerprint = DocumentMeaning.Read(live.Bytes).Fingerprint;
            var template = await file.Template(ct);
            return (fingerprint, RoadmapReading.Read(live.Bytes, template, file.Content()), null);
        }
        catch (TemplateException refusal)
        {
            return (null, null, PublishingProblems.Unreadable(file.Path, refusal));
        }
    }
}
