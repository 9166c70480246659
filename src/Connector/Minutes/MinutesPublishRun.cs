using System.Text;
using Connector.Conversion;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Publishing;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Minutes;

/// <summary>
/// Publishes approved minutes: PDF, ODT and web page beside those of earlier meetings, words for the absent, and the draft
/// made read-only where the server allows it. Published again, it changes nothing; changed since, it is a further version.
/// </summary>
internal sealed class MinutesPublishRun(
    NextcloudClient client,
    LedgerStore ledger,
    LibreOffice? office,
    TimeProvider time
)
{
    private const string Folder = "Comptes rendus";

    private readonly WorkspaceFiles _files = new(client);

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="who">The group.</param>
    /// <param name="day">Of the meeting; null for the last one whose minutes say something.</param>
    /// <param name="anyway">Publishes minutes that nobody approved.</param>
    /// <param name="ct">Stops.</param>
    public async Task<MinutesReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string who,
        DateOnly? day,
        bool anyway,
        CancellationToken ct
    )
    {
        var report = new MinutesReport { Territory = territory.Name };
        var shelf = await MinutesShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        if (shelf.Find(who) is not { } group)
        {
            return report.Stopped(MinutesProblems.UnknownGroup(who, shelf.Groups));
        }

        var (found, problem) = await Find(shelf, group, day, ct);
        if (found is null)
        {
            return report.Stopped(problem ?? MinutesProblems.None(group, day));
        }

        return found.Written.IsApproved || anyway
            ? await Publish(report, shelf, found, ct)
            : report.Stopped(MinutesProblems.NotApproved(found.File.Path, found.Written));
    }

    /// <summary>
    /// Publishes the minutes that their group approved since they were last published. Asks the server for nothing when there
    /// are none.
    /// </summary>
    /// <returns>What was published, and why something was not.</returns>
    public async Task<(IReadOnlyList<Text> Said, IReadOnlyList<Problem> Warnings)> ApprovedAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var board = await new ActionStore(ledger, Slug.Of(territory.Name)).LoadAsync(ct);
        var waiting = board
            .Places.Values.Where(place =>
                place is { IsApproved: true, IsPublished: false, IsUnreadable: false }
            )
            .Select(place => place.Key)
            .ToHashSet(StringComparer.Ordinal);
        var (said, warnings) = (new List<Text>(), new List<Problem>());
        if (waiting.Count == 0)
        {
            return (said, warnings);
        }

        var shelf = await MinutesShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        var reader = new MinutesReader(client, shelf);
        foreach (var file in shelf.Files.Where(file => waiting.Contains(file.Key)))
        {
            if ((await reader.ReadAsync(file, ct)).Found is not { Written.IsApproved: true } found)
            {
                continue;
            }

            var report = await Publish(new MinutesReport(), shelf, found, ct);
            said.AddRange(report.Said is { } done ? [done] : []);
            warnings.AddRange([.. report.Warnings, .. report.Problems]);
        }

        return (said, warnings);
    }

    /// <summary>The minutes of a day, or the latest in which something is written.</summary>
    private async Task<(FoundMinutes? Found, Problem? Problem)> Find(
        MinutesShelf shelf,
        WorkingGroup group,
        DateOnly? day,
        CancellationToken ct
    )
    {
        var reader = new MinutesReader(client, shelf);
        var all = new List<FoundMinutes>();
        Problem? unread = null;
        foreach (var file in shelf.Files.Where(file => file.Group == group))
        {
            var (one, problem) = await reader.ReadAsync(file, ct);
            unread = problem ?? unread;
            all.AddRange(one is null ? [] : [one]);
        }

        var found = all.Where(one => day is null ? one.Written.IsWritten : one.Written.Date == day)
            .MaxBy(one => one.Written.Date ?? DateOnly.MinValue);
        return (found, found is null ? unread : null);
    }

    private async Task<MinutesReport> Publish(
        MinutesReport report,
        MinutesShelf shelf,
        FoundMinutes found,
        CancellationToken ct
    )
    {
        var folder = FolderOf(found.File.Path);
        if (await _files.MakeFolder(folder, ct) is { } noFolder)
        {
            return report.Stopped(noFolder);
        }

        var (title, isNew) = await Title(folder, found, ct);
        var forms = new PublishedForms(_files, office, new ServerOffice(client));
        await forms.Write(folder, title, found.Docx, found.File.Path, Footer(found), ct);
        var warnings = new List<Problem>(forms.Warnings);
        warnings.AddRange(
            await Digest(shelf, folder, title, found, ct) is { } notWritten ? [notWritten] : []
        );
        await Remember(shelf, found);
        if (isNew)
        {
            await new Outbox(ledger, Slug.Of(shelf.Territory), time).NoteAsync(
                Outbox.MinutesPublished,
                found.File.Key,
                PublishedForms.PathOf(folder, title, "html"),
                ct
            );
        }

        if (isNew && !await _files.MakeReadOnly(found.File.Path, found.File.Area, ct))
        {
            warnings.Add(PublishingProblems.NotReadOnly(found.File.Path));
        }

        return report with
        {
            Warnings = warnings,
            Said =
                isNew ? Done(folder, title)
                : forms.Added.Count > 0 ? Completed(folder, title, forms.Added)
                : Already(folder, title),
        };
    }

    private Task Remember(MinutesShelf shelf, FoundMinutes found)
    {
        var store = new ActionStore(ledger, Slug.Of(shelf.Territory));
        return store.ChangeAsync(
            board => board.Published(found.File.Key, DocumentMeaning.Read(found.Docx).Fingerprint),
            CancellationToken.None
        );
    }

    /// <summary>
    /// The name of the published files: that of the draft, with a number when it was published before and changed since. The
    /// web page tells: the same words give the same page.
    /// </summary>
    private async Task<(string Title, bool IsNew)> Title(
        string folder,
        FoundMinutes found,
        CancellationToken ct
    )
    {
        var name = Path.GetFileNameWithoutExtension(found.File.Path);
        var page = Encoding.UTF8.GetBytes(WrittenPage.Of(found.Docx, Footer(found)));
        for (var version = 1; ; version++)
        {
            var title = version == 1 ? name : $"{name} (version {version})";
            if (await client.Files.GetFile(PublishedForms.PathOf(folder, title, "html"), ct) is not { } there)
            {
                return (title, true);
            }

            if (there.Bytes.AsSpan().SequenceEqual(page))
            {
                return (title, false);
            }
        }
    }

    private async Task<Problem?> Digest(
        MinutesShelf shelf,
        string folder,
        string title,
        FoundMinutes found,
        CancellationToken ct
    )
    {
        var next = found.Written.Date is { } day ? shelf.After(found.File, day) : null;
        if (AbsentDigest.Write(found.Written, found.File.Group.Name, next) is not { } words)
        {
            return null;
        }

        var path = PublishedForms.PathOf(folder, $"{title} – pour les absents", "md");
        var (_, refused) = await _files.PutNew(
            path,
            Encoding.UTF8.GetBytes(words),
            MadeDocument.Markdown,
            ct
        );
        if (refused is null)
        {
            await new Outbox(ledger, Slug.Of(shelf.Territory), time).NoteAsync(
                Outbox.MinutesDigest,
                found.File.Key,
                path,
                ct
            );
        }

        return refused;
    }

    /// <summary>In the meetings' folder of the group, above the folders of single meetings and years.</summary>
    private static string FolderOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 2 ? $"{parts[0]}/{parts[1]}/{Folder}" : $"{DavPath.Parent(path)}/{Folder}";
    }

    private static string Footer(FoundMinutes found) =>
        $"{found.File.Group.Name} · {DocumentMeaning.Abridged(DocumentMeaning.Read(found.Docx).Fingerprint)}";

    private static Text Done(string folder, string title) =>
        new($"« {title} » est publié dans « {folder} ».", $"'{title}' is published in '{folder}'.");

    private static Text Completed(string folder, string title, IReadOnlyList<string> added) =>
        new(
            $"« {title} » était déjà publié dans « {folder} » ; il y manquait : {string.Join(", ", added)}.",
            $"'{title}' was published in '{folder}' already; what was missing there: {string.Join(", ", added)}."
        );

    private static Text Already(string folder, string title) =>
        new(
            $"« {title} » est déjà publié dans « {folder} », tel quel. Rien à faire.",
            $"'{title}' is published in '{folder}' already, as it is. Nothing to do."
        );
}
