using Connector.Domain;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Publishing;
using Connector.Reports;
using Connector.Templates;
using Connector.TerritoryFiles;

namespace Connector.Roadmaps;

/// <summary>
/// Records a signature: who, for which organisation, on which day. The scanned page of one that was given on paper goes into the
/// coordinators' own folder; one that was given with a person's own account needs none, and counts once.
/// </summary>
internal sealed class SignRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    public async Task<RoadmapReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string who,
        GivenSignature given,
        CancellationToken ct
    )
    {
        var report = new RoadmapReport { Territory = territory.Name, Server = client.Account.BaseUrl };
        var shelf = await RoadmapShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        if (shelf.Find(who) is not { } file)
        {
            return report.Stopped(RoadmapProblems.Unknown(who, shelf.Files));
        }

        var register = new SignatureRegister(ledger, shelf.Territory, time);
        var chain = await register.LoadAsync(file.Key, ct);
        if (SignatureChain.Check(chain) is { } fault)
        {
            return report.Stopped(RoadmapProblems.Tampered(ledger.Path, fault));
        }

        var members = file.Members.Select(member => member.Id).ToList();
        var board = SignatureBoard.Of(chain, members, null);
        if (board.Published is not { } published)
        {
            return report.Stopped(RoadmapProblems.NeverPublished(file));
        }

        if (Member(file, given.Organisation) is not { } member)
        {
            var advice = Nearest.Advice(given.Organisation, members);
            return report.Stopped(RoadmapProblems.UnknownMember(given.Organisation, file, advice));
        }

        if (!given.IsOf(published))
        {
            return report.Stopped(RoadmapProblems.OtherVersion(file, published));
        }

        var signature = given.By(member, published, client.Account.Principal);
        if (board.Signatures.Any(known => given.IsIn(known, signature)))
        {
            return report.With(file, board, null) with { Said = Already(member, published) };
        }

        var (name, refused) = given is PaperSignature paper
            ? await Keep(shelf, file, signature, paper.Proof, ct)
            : (null, null);
        if (refused is not null)
        {
            return report.Stopped(refused);
        }

        await register.AppendAsync(file.Key, signature with { Proof = name }, ct);
        chain = await register.LoadAsync(file.Key, ct);
        var copy = await new SignatureExport(client).Write(published.Folder, chain, ct);
        return report.With(file, SignatureBoard.Of(chain, members, null), null) with
        {
            Said = Done(signature),
            Warnings = copy is null ? [] : [copy],
        };
    }

    private static Signer? Member(RoadmapFile file, string organisation) =>
        file.Members.FirstOrDefault(member => member.Id == organisation)
        ?? file.Members.FirstOrDefault(member => Folded.Key(member.Name) == Folded.Key(organisation));

    /// <summary>Puts the scanned page where only the coordinators look; a name that is taken is numbered.</summary>
    private async Task<(string? Path, Problem? Problem)> Keep(
        RoadmapShelf shelf,
        RoadmapFile file,
        Signature signature,
        PaperProof proof,
        CancellationToken ct
    )
    {
        if (shelf.SignatureFolder(file, signature.Version) is not { } folder)
        {
            return (null, RoadmapProblems.Gone(file));
        }

        var files = new WorkspaceFiles(client);
        if (await files.MakeFolder(folder, ct) is { } noFolder)
        {
            return (null, noFolder);
        }

        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : $" ({number})";
            var path = $"{folder}/{FileName.Safe($"{signature.Organisation}{suffix}{proof.Extension}")}";
            var (there, refused) = await files.PutNew(path, proof.Bytes, MediaTypes.Unknown, ct);
            if (refused is not null)
            {
                return (null, refused);
            }

            if (there!.AsSpan().SequenceEqual(proof.Bytes))
            {
                return (path, null);
            }
        }
    }

    private static Text Already(Signer member, Publication published) =>
        new(
            $"Cette signature de « {member.Name} » pour la version {published.Version} est déjà enregistrée. Rien à faire.",
            $"This signature of '{member.Name}' for version {published.Version} is recorded already. Nothing to do."
        );

    private static Text Done(Signature signature) =>
        new(
            $"Signature enregistrée : {signature.Signatory}, pour « {signature.Organisation} », version {signature.Version} (empreinte {DocumentMeaning.Abridged(signature.Fingerprint)}).",
            $"Signature recorded: {signature.Signatory}, for '{signature.Organisation}', version {signature.Version} (fingerprint {DocumentMeaning.Abridged(signature.Fingerprint)})."
        );
}
