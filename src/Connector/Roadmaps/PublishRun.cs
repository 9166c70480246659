using System.Globalization;
using Connector.Conversion;
using Connector.Domain;
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

/// <summary>
/// Freezes the roadmap as it is now: a copy with its other forms in a folder that is only read, and a line in the
/// register that names each file's hash and the fingerprint of its meaning. The roadmap itself goes on living.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="ledger">Holds the register.</param>
/// <param name="office">Makes the PDF and the ODT; null where there is no LibreOffice.</param>
/// <param name="time">The clock.</param>
internal sealed class PublishRun(
    NextcloudClient client,
    LedgerStore ledger,
    LibreOffice? office,
    TimeProvider time
)
{
    private readonly WorkspaceFiles _files = new(client);
    private readonly List<Problem> _warnings = [];

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="who">A group, or the network: see <see cref="RoadmapShelf.Find"/>.</param>
    /// <param name="version">« 2 », « 2027 » …; null for the one that the territory's file names, or the next.</param>
    /// <param name="ct">Stops.</param>
    public async Task<RoadmapReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string who,
        string? version,
        CancellationToken ct
    )
    {
        var report = new RoadmapReport { Territory = territory.Name, Server = client.Account.BaseUrl };
        var shelf = await RoadmapShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        if (shelf.Find(who) is not { } file)
        {
            return report.Stopped(RoadmapProblems.Unknown(who, shelf.Files));
        }

        if (file.Path is null || await client.Files.GetFile(file.Path, ct) is not { } live)
        {
            return report.Stopped(RoadmapProblems.Gone(file));
        }

        var register = new SignatureRegister(ledger, shelf.Territory, time);
        var chain = await register.LoadAsync(file.Key, ct);
        if (SignatureChain.Check(chain) is { } fault)
        {
            return report.Stopped(RoadmapProblems.Tampered(ledger.Path, fault));
        }

        string fingerprint;
        try
        {
            fingerprint = DocumentMeaning.Read(live.Bytes).Fingerprint;
        }
        catch (TemplateException refusal)
        {
            return report.Stopped(PublishingProblems.Unreadable(file.Path, refusal));
        }

        var board = SignatureBoard.Of(chain, [.. file.Members.Select(member => member.Id)], fingerprint);
        if (board is { Published: { } published, IsChangedSince: false })
        {
            var copy = await new SignatureExport(client).Write(published.Folder, chain, ct);
            return report.With(file, board, fingerprint) with
            {
                Said = Already(file, published, board.PublishedAt!.Value),
                Warnings = copy is null ? [] : [copy],
            };
        }

        var next = new Edition(
            file,
            version ?? NextVersion(chain, territory.Roadmap.Version),
            shelf.Today,
            fingerprint
        );
        return IsTaken(chain, next)
            ? report.Stopped(RoadmapProblems.VersionTaken(next.Version))
            : await Publish(report, register, next, live.Bytes, ct);
    }

    private async Task<RoadmapReport> Publish(
        RoadmapReport report,
        SignatureRegister register,
        Edition edition,
        byte[] docx,
        CancellationToken ct
    )
    {
        if (await _files.MakeFolder(edition.Folder, ct) is { } noFolder)
        {
            return report.Stopped(noFolder);
        }

        var (there, refused) = await _files.PutNew(edition.Path, docx, MediaTypes.Docx, ct);
        if (refused is not null || !there!.AsSpan().SequenceEqual(docx))
        {
            return report.Stopped(refused ?? PublishingProblems.InTheWay(edition.Path));
        }

        var forms = new PublishedForms(_files, office, new ServerOffice(client));
        PublishedFile[] frozen =
        [
            new(PublishedForms.NameOf(edition.Title, "docx"), WorkspaceFiles.Hash(docx)),
            .. await forms.Write(edition.Folder, edition.Title, docx, edition.Path, edition.Footer, ct),
        ];
        _warnings.AddRange(forms.Warnings);
        await register.AppendAsync(
            edition.File.Key,
            new Publication(
                edition.Version,
                edition.Fingerprint,
                edition.Folder,
                frozen,
                client.Account.Principal
            ),
            ct
        );
        var chain = await register.LoadAsync(edition.File.Key, ct);
        if (await new SignatureExport(client).Write(edition.Folder, chain, ct) is { } notExported)
        {
            _warnings.Add(notExported);
        }

        if (!await _files.MakeReadOnly(edition.Folder, edition.File.Area, ct))
        {
            _warnings.Add(PublishingProblems.NotReadOnly(edition.Folder));
        }

        var members = edition.File.Members.Select(member => member.Id).ToList();
        return report.With(
            edition.File,
            SignatureBoard.Of(chain, members, edition.Fingerprint),
            edition.Fingerprint
        ) with
        {
            Said = Done(edition, frozen),
            Warnings = _warnings,
        };
    }

    private static bool IsTaken(IReadOnlyList<SignedRecord> chain, Edition edition) =>
        chain.Any(record => record.Act is Publication act && act.Version == edition.Version);

    /// <summary>
    /// The version that the territory's file names, as long as it was not published; then the next whole number, or
    /// « 2027-2 » after « 2027 » where it is no small number.
    /// </summary>
    private static string NextVersion(IReadOnlyList<SignedRecord> chain, string named)
    {
        var taken = chain.Select(record => record.Act.Version).ToHashSet(StringComparer.Ordinal);
        var isCount =
            int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count < 1000;
        return isCount
            ? Enumerable
                .Range(count, taken.Count + 1)
                .Select(number => $"{number}")
                .First(name => !taken.Contains(name))
            : Enumerable
                .Range(2, taken.Count + 1)
                .Select(number => $"{named}-{number}")
                .Prepend(named)
                .First(name => !taken.Contains(name));
    }

    private static Text Already(RoadmapFile file, Publication published, DateTimeOffset at) =>
        new(
            $"La feuille de route de « {file.Owner} » est déjà publiée telle quelle : version {published.Version}, du {at:dd/MM/yyyy}. Rien à faire.",
            $"The roadmap of '{file.Owner}' is published as it is already: version {published.Version}, of {at:dd/MM/yyyy}. Nothing to do."
        );

    private static Text Done(Edition edition, IEnumerable<PublishedFile> frozen)
    {
        var names = string.Join(", ", frozen.Select(file => file.Name));
        var digits = DocumentMeaning.Abridged(edition.Fingerprint);
        return new Text(
            $"Version {edition.Version} de la feuille de route de « {edition.File.Owner} » publiée dans « {edition.Folder} » : {names}. Empreinte : {digits}.",
            $"Version {edition.Version} of the roadmap of '{edition.File.Owner}' published in '{edition.Folder}': {names}. Fingerprint: {digits}."
        );
    }

    /// <summary>What is being published, and under which names.</summary>
    private sealed record Edition(RoadmapFile File, string Version, DateOnly On, string Fingerprint)
    {
        public string Title =>
            $"{System.IO.Path.GetFileNameWithoutExtension(File.Path!)} – version {Version}";

        public string Folder =>
            $"{DavPath.Parent(File.Path!)}/Versions publiées/{FileName.Safe($"Version {Version} ({On:yyyy-MM-dd})")}";

        /// <summary>What the web page says at its foot.</summary>
        public string Footer => $"{File.Owner} · version {Version} · {DocumentMeaning.Abridged(Fingerprint)}";

        public string Path => PublishedForms.PathOf(Folder, Title, "docx");
    }
}
