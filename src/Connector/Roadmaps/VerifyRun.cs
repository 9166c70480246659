using Connector.Domain;
using Connector.Domain.Chains;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Publishing;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Roadmaps;

/// <summary>Says of a file at hand which published version it is, or what it says otherwise than the nearest one.</summary>
internal sealed class VerifyRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <param name="territory">The territory.</param>
    /// <param name="name">What the file is called, for the sentences.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="ct">Stops.</param>
    public async Task<VerifyReport> RunAsync(
        Territory territory,
        string name,
        byte[] bytes,
        CancellationToken ct
    )
    {
        var registers = await new SignatureRegister(ledger, Slug.Of(territory.Name), time).LoadAsync(ct);
        var problems = registers
            .Values.Select(SignatureChain.Check)
            .OfType<ChainFault>()
            .Select(fault => RoadmapProblems.Tampered(ledger.Path, fault))
            .ToList();
        var report = new VerifyReport { File = name, Problems = problems };
        var hash = WorkspaceFiles.Hash(bytes);
        var published = Publications(registers).ToList();
        var same = published.Find(edition => edition.Publication.Files.Any(file => file.Hash == hash));
        if (same is not null)
        {
            return Found(report, same, registers) with { IsTheVeryFile = true };
        }

        DocumentMeaning meaning;
        try
        {
            meaning = DocumentMeaning.Read(bytes);
        }
        catch (TemplateException refusal)
        {
            return report with { Problems = [.. problems, PublishingProblems.Unreadable(name, refusal)] };
        }

        report = report with { Fingerprint = meaning.Fingerprint };
        var meant = published.FindLast(edition => edition.Publication.Fingerprint == meaning.Fingerprint);
        return meant is not null
            ? Found(report, meant, registers)
            : report with
            {
                Nearest = await Compare(published, meaning, ct),
            };
    }

    private static VerifyReport Found(
        VerifyReport report,
        Edition edition,
        IReadOnlyDictionary<string, IReadOnlyList<SignedRecord>> registers
    ) =>
        report with
        {
            Fingerprint = edition.Publication.Fingerprint,
            Published = edition.Publication,
            PublishedAt = edition.At,
            Signatures =
            [
                .. registers[edition.Document]
                    .Select(record => record.Act)
                    .OfType<Signature>()
                    .Where(act => act.Fingerprint == edition.Publication.Fingerprint),
            ],
        };

    /// <summary>The latest version of the document that says the most of the same lines.</summary>
    private async Task<NearestVersion?> Compare(
        IReadOnlyList<Edition> published,
        DocumentMeaning meaning,
        CancellationToken ct
    )
    {
        NearestVersion? nearest = null;
        foreach (var edition in published.GroupBy(edition => edition.Document).Select(all => all.Last()))
        {
            var path = $"{edition.Publication.Folder}/{edition.Publication.Files[0].Name}";
            if (await Read(path, edition.Publication, ct) is { } frozen)
            {
                var compared = NearestVersion.Of(edition.Publication, edition.At, frozen, meaning);
                nearest = nearest is null || compared.Likeness > nearest.Likeness ? compared : nearest;
            }
        }

        return nearest;
    }

    /// <summary>The frozen file, when it still is what was frozen; null otherwise.</summary>
    private async Task<DocumentMeaning?> Read(string path, Publication publication, CancellationToken ct) =>
        await client.Files.GetFile(path, ct) is { } file
        && WorkspaceFiles.Hash(file.Bytes) == publication.Files[0].Hash
            ? DocumentMeaning.Read(file.Bytes)
            : null;

    private static IEnumerable<Edition> Publications(
        IReadOnlyDictionary<string, IReadOnlyList<SignedRecord>> registers
    ) =>
        registers.SelectMany(register =>
            register
                .Value.Where(record => record.Act is Publication)
                .Select(record => new Edition(register.Key, record.At, (Publication)record.Act))
        );

    private sealed record Edition(string Document, DateTimeOffset At, Publication Publication);
}
