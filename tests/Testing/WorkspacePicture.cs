using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;

namespace Connector.Testing;

/// <summary>
/// A whole workspace as sorted lines: accounts, groups, team folders, tree, rules, documents, calendars. Numbers
/// that a server gives out (ids, ETags, tokens of public addresses) are left out, so that two servers with the same
/// workspace give the same lines.
/// </summary>
internal sealed partial class WorkspacePicture
{
    private readonly NextcloudClient _client;
    private readonly List<string> _lines = [];
    private readonly List<(string Seen, string Shown)> _names = [];

    private WorkspacePicture(NextcloudClient client)
    {
        _client = client;
        _names.Add((client.Account.BaseUrl.Authority, "‹server›"));
    }

    public static async Task<IReadOnlyList<string>> TakeAsync(NextcloudClient client)
    {
        var picture = new WorkspacePicture(client);
        await picture.People();
        await picture.Calendars();
        await picture.TeamFolders();
        await picture.Files();
        picture._lines.Sort(StringComparer.Ordinal);
        return picture._lines;
    }

    private async Task People()
    {
        foreach (var user in await _client.Users.List(default))
        {
            var groups = string.Join(' ', user.Groups.Order(StringComparer.Ordinal));
            _lines.Add($"account {user.Id} « {user.DisplayName} » <{user.Email}> in {groups}");
        }

        foreach (var group in await _client.Groups.List(default))
        {
            _lines.Add($"group {group.Id} « {group.DisplayName} »");
        }
    }

    private async Task TeamFolders()
    {
        foreach (var folder in await _client.TeamFolders.List(default))
        {
            var access = folder
                .Groups.OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key}={(int)group.Value}");
            _lines.Add($"team folder {folder.MountPoint} acl={folder.AclEnabled} {string.Join(' ', access)}");
        }
    }

    private async Task Calendars()
    {
        foreach (var calendar in await _client.Calendars.ListCalendars(default))
        {
            var shares = calendar
                .Shares.Select(share => $"{share.Kind}/{share.Id}={(share.ReadWrite ? "rw" : "r")}")
                .Order(StringComparer.Ordinal);
            _lines.Add(
                $"calendar {calendar.Uri} « {calendar.DisplayName} » {calendar.Colour} published={calendar.FeedUrl is not null} {string.Join(' ', shares)}"
            );
            if (calendar.PublishUrl is { } address)
            {
                _names.Add((address.AbsolutePath.TrimEnd('/').Split('/')[^1], $"‹{calendar.Uri}›"));
            }

            await Objects(calendar);
        }
    }

    private async Task Objects(Calendar calendar)
    {
        var names = (await _client.Calendars.ListObjects(calendar.Uri, default) ?? []).Select(item =>
            item.Name
        );
        foreach (var item in await _client.Calendars.GetObjects(calendar.Uri, [.. names], default))
        {
            _lines.Add(
                $"event {calendar.Uri}/{item.Name} {Sha1(Encoding.UTF8.GetBytes(WithoutLink(item.Ics ?? "")))}"
            );
        }
    }

    private async Task Files()
    {
        foreach (var node in (await _client.Files.Propfind("", DavDepth.Infinity, default)).Resources)
        {
            foreach (var rule in node.AclRules ?? [])
            {
                _lines.Add(
                    $"rule /{node.Path} {rule.MappingType}/{rule.MappingId} {(int)rule.Permissions} of {(int)rule.Mask}"
                );
            }

            _lines.Add(node.IsFolder ? $"folder /{node.Path}" : $"file /{node.Path} {await Content(node)}");
        }
    }

    private async Task<string> Content(DavResource node)
    {
        var file = await _client.Files.GetFile(node.Path, default);
        if (file is null)
        {
            return "unreadable";
        }

        var declared = node.Sha1 is null || node.Sha1 == Sha1(file.Bytes) ? "" : " with a false checksum";
        return (
                IsPackage(file.Bytes) ? Package(file.Bytes)
                : IsQrCode(file.Bytes) ? "code of an address"
                : Words(file.Bytes)
            ) + declared;
    }

    private static bool IsQrCode(byte[] bytes) =>
        bytes.AsSpan().StartsWith("<svg"u8) || (bytes.Length > 4 && bytes.AsSpan(1).StartsWith("PNG"u8));

    /// <summary>Begins and ends as a zip does: some trials leave but the beginning of one.</summary>
    private static bool IsPackage(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK"u8) && bytes.AsSpan().LastIndexOf("PK\x05\x06"u8) >= 0;

    /// <summary>The parts of a .docx or .xlsx; a picture counts by its name, for a QR code shows an address.</summary>
    private string Package(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var whole = new StringBuilder();
        foreach (var part in archive.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            using var content = new MemoryStream();
            using (var stream = part.Open())
            {
                stream.CopyTo(content);
            }

            var isPicture = part.FullName.Contains("/media/", StringComparison.Ordinal);
            whole.AppendLine(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{part.FullName} {(isPicture ? "" : Words(content.ToArray()))}"
            );
        }

        return Sha1(Encoding.UTF8.GetBytes(whole.ToString()));
    }

    private string Words(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var (seen, shown) in _names)
        {
            text = text.Replace(seen, shown, StringComparison.Ordinal);
        }

        return Sha1(Encoding.UTF8.GetBytes(text));
    }

    private static string Sha1(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));

    /// <summary>Addresses and numbers of files are each server's own.</summary>
    private static string WithoutLink(string ics) =>
        Link().Replace(ics.Replace("\r\n ", "", StringComparison.Ordinal), "LINK");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/index\.php/f/\d+")]
    private static partial Regex Link();
}
