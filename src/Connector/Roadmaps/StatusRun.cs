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

/// <summary>Where each roadmap stands: published, signed by whom, changed since. Writes nothing.</summary>
internal sealed class StatusRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    public async Task<RoadmapReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string? who,
        CancellationToken ct
    )
    {
        var report = new RoadmapReport { Territory = territory.Name, Server = client.Account.BaseUrl };
        var shelf = await RoadmapShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
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
        var problems = new List<Problem>();
        if (SignatureChain.Check(chain) is { } fault)
        {
            problems.Add(RoadmapProblems.Tampered(ledger.Path, fault));
        }

        var (fingerprint, written, unread) = await Read(file, ct);
        problems.AddRange(unread is null ? [] : [unread]);
        var board = SignatureBoard.Of(chain, [.. file.Members.Select(member => member.Id)], fingerprint);
        if (
            board.Published is { } published
            && await new SignatureExport(client).Check(published.Folder, chain, ct) is { } copy
        )
        {
            problems.Add(copy);
        }

        return report.With(
            file,
            board,
            fingerprint,
            written is null ? null : RoadmapReview.Of(written, today)
        ) with
        {
            Warnings = [.. report.Warnings, .. problems],
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
            return (fingerprint, RoadmapReading.Read(live.Bytes, file.Template(), file.Content()), null);
        }
        catch (TemplateException refusal)
        {
            return (null, null, PublishingProblems.Unreadable(file.Path, refusal));
        }
    }
}
