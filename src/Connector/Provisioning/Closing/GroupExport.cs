using System.Globalization;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning.Closing;

/// <summary>What to export, and where to.</summary>
internal sealed record ExportRequest
{
    /// <summary>Absolute path of the zip.</summary>
    public required string ZipPath { get; init; }

    /// <summary>Whether a zip of that name is our own, of a closing that was stopped, and may be replaced.</summary>
    public required bool Replaces { get; init; }

    /// <summary>Null for a folder that is none.</summary>
    public long? TeamFolderId { get; init; }

    public required string MountPoint { get; init; }

    /// <summary>Null for a group without a calendar.</summary>
    public string? CalendarUri { get; init; }

    public required string GroupName { get; init; }

    public required string TerritoryName { get; init; }
}

/// <summary>What an export holds. <see cref="ETag"/> is the team folder's own, before the first file was read.</summary>
internal sealed record Exported(int Files, long Bytes, string ETag, IReadOnlyList<string> Vanished);

/// <summary>
/// Writes a working group's documents and calendar into one zip, file after file, with the checksum of each. The zip
/// gets its name only when it is whole.
/// </summary>
internal sealed class GroupExport(NextcloudClient client)
{
    public const string Documents = "documents";
    public const string Calendar = "agenda.ics";
    public const string ReadMe = "LISEZMOI.txt";

    /// <returns>Null when the service account does not see the team folder.</returns>
    /// <exception cref="IOException">The disk is full, the folder is not there …</exception>
    /// <exception cref="NextcloudException">The server did not give all of it.</exception>
    public async Task<Exported?> WriteAsync(ExportRequest request, CancellationToken ct)
    {
        var listing = await client.Files.Propfind(request.MountPoint, DavDepth.Infinity, ct);
        if (!listing.Exists)
        {
            return null;
        }

        var part = $"{request.ZipPath}.part";
        try
        {
            Exported exported;
            await using (var file = Create(part, FileOptions.None))
            {
                exported = await Write(request, listing, file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, request.ZipPath, request.Replaces);
            return exported;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<Exported> Write(
        ExportRequest request,
        DavListing listing,
        Stream output,
        CancellationToken ct
    )
    {
        await using var zip = new HashedZip(output);
        await using var scratch = Create($"{request.ZipPath}.part.file", FileOptions.DeleteOnClose);
        var root = listing.Resources.MinBy(node => node.Path.Length)!;
        var names = new EntryNames(root.Path, Documents);
        var vanished = new List<string>();
        var (files, bytes) = (0, 0L);
        foreach (var node in Inside(request.TeamFolderId, root, listing))
        {
            var name = names.Of(node.Path);
            if (node.IsFolder)
            {
                zip.AddFolder(name);
            }
            else if (await client.Files.Download(node.Path, scratch, ct) is { } came)
            {
                scratch.Position = 0;
                bytes += await zip.Add(name, scratch, came.Modified, ct);
                files++;
            }
            else
            {
                vanished.Add(node.Path);
            }
        }

        var calendar = request.CalendarUri is { } uri ? await client.Calendars.Export(uri, ct) : null;
        if (calendar is not null)
        {
            await zip.Add(Calendar, calendar, ct);
        }

        await zip.Add(ReadMe, Introduction(request, files, calendar is not null), ct);
        await zip.Finish(ct);
        return new Exported(files, bytes, root.ETag, vanished);
    }

    /// <summary>In the order of the paths; another team folder that is mounted inside is not this group's.</summary>
    private static IEnumerable<DavResource> Inside(long? teamFolder, DavResource root, DavListing listing) =>
        listing
            .Resources.Where(node =>
                node != root && (node.TeamFolderId is null || node.TeamFolderId == teamFolder)
            )
            .OrderBy(node => node.Path, StringComparer.Ordinal);

    /// <summary>Without a date: the same content is to give the same checksums.</summary>
    private static string Introduction(ExportRequest request, int files, bool calendar)
    {
        var count = files.ToString(CultureInfo.InvariantCulture);
        var agenda = calendar
            ? $"{Calendar} : l'agenda du groupe ; tous les logiciels d'agenda savent l'importer.\n"
            : "";
        return $"""
            {request.GroupName}
            {request.TerritoryName}

            Copie des documents et de l'agenda de ce groupe, faite par Connector à sa fermeture.

            {Documents}/ : les documents ({count} fichiers), rangés comme dans Nextcloud. Un nom que Windows ou
            macOS refuserait est ici écrit autrement.
            {agenda}{HashedZip.Manifest} : l'empreinte SHA-256 de chaque fichier. Pour vérifier que rien n'a été
            perdu ni changé, dans le dossier où l'archive est décompressée :

                sha256sum -c {HashedZip.Manifest}

            Dans Nextcloud, les originaux restent lisibles dans le dossier des archives.

            """.ReplaceLineEndings("\n");
    }

    /// <summary>For this account's eyes alone: the documents were for the group's members.</summary>
    private static FileStream Create(string path, FileOptions options)
    {
        var how = PrivateFile.Options(FileMode.Create, FileAccess.ReadWrite);
        how.Share = FileShare.None;
        how.Options = options | FileOptions.Asynchronous;
        return new FileStream(path, how);
    }
}
