using System.Globalization;
using System.Text;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;

namespace Connector.Provisioning.Closing;

/// <summary>
/// The team folder that closed groups are mounted in, <c>Archives/2026/Jeunes</c>. It has to be one: a mount whose
/// parent folder a member does not see is hidden from that member (measured on 27 with groupfolders 15). It holds
/// year folders and nothing else; who reads a closed group may read it.
/// </summary>
internal sealed class ArchiveShelf(NextcloudClient client, LedgerStore ledger)
{
    private const string Name = "Archives";

    /// <summary>
    /// The shelf that is there, and its name; the name that a new one would get when there is none. Without a record
    /// a folder is taken for ours only when it holds no byte and nobody but us was let in first: what other people
    /// keep in a folder of that name is not shown to our groups.
    /// </summary>
    public static (TeamFolder? Folder, string MountPoint) Find(
        KnownWorkspace known,
        IReadOnlyList<TeamFolder> folders
    )
    {
        if (Linked(known.Find(WorkspaceKeys.Archives), folders) is { } linked)
        {
            return (linked, linked.MountPoint);
        }

        var areas = known
            .Resources.Values.Where(resource => WorkspaceKeys.IsArea(resource.Key))
            .Select(resource => resource.RemoteId)
            .ToHashSet(StringComparer.Ordinal);
        var ours = folders
            .Where(folder => !areas.Contains(Id(folder)) && LooksOurs(folder))
            .OrderBy(folder => folder.Id)
            .FirstOrDefault();
        return ours is not null
            ? (ours, ours.MountPoint)
            : (null, FreeName(Name, folders.Select(folder => folder.MountPoint)));
    }

    /// <summary>
    /// Where a folder of this name goes: in the year, numbered when the name is taken. The same names give the same
    /// number.
    /// </summary>
    public async Task<string> PlaceFor(
        string name,
        int year,
        string shelf,
        IReadOnlyList<TeamFolder> folders,
        CancellationToken ct
    )
    {
        var below = $"{shelf}/{year.ToString(CultureInfo.InvariantCulture)}";
        var listing = await client.Files.Propfind(below, DavDepth.One, ct);
        var taken = folders
            .Select(folder => folder.MountPoint)
            .Concat(listing.Resources.Select(node => node.Path));
        return FreeName($"{below}/{name}", taken);
    }

    /// <summary>Makes the shelf and its year where they are missing, and lets these groups read it.</summary>
    /// <returns>What the server did not do; null when all is there.</returns>
    public async Task<Domain.Text?> Prepare(
        string territory,
        string place,
        IEnumerable<string> readers,
        CancellationToken ct
    )
    {
        var year = DavPath.Parent(place);
        var (outcome, folder) = await client.TeamFolders.Create(DavPath.Parent(year), ct);
        if (folder is null)
        {
            return outcome.Message ?? Refused;
        }

        await ledger.RememberAsync(territory, [Record(folder)], CancellationToken.None);
        var missing = readers
            .Select(reader => KeyValuePair.Create(reader, Rights.Read))
            .Append(KeyValuePair.Create(WorkspaceKeys.ServiceGroup, Rights.All))
            .Where(pair => !folder.Groups.ContainsKey(pair.Key))
            .ToDictionary();
        var settings = new TeamFolderSettings { Groups = missing };
        var (configured, _) = await client.TeamFolders.Configure(folder.Id, settings, ct);
        if (!configured.IsThere)
        {
            return configured.Message ?? Refused;
        }

        var made = await client.Files.Mkcol(year, ct);
        return made.IsThere ? null : made.Message ?? Refused;
    }

    /// <summary>Whether two names are one to a member, whatever their case and the spelling of their accents.</summary>
    public static bool SameName(string one, string other) =>
        string.Equals(
            one.Normalize(NormalizationForm.FormC),
            other.Normalize(NormalizationForm.FormC),
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>The name, or the first number after it that nobody has.</summary>
    public static string FreeName(string name, IEnumerable<string> taken)
    {
        var others = taken.ToList();
        var free = name;
        for (var number = 2; others.Exists(other => SameName(other, free)); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        }

        return free;
    }

    private static bool LooksOurs(TeamFolder folder) =>
        folder.MountPoint.StartsWith(Name, StringComparison.Ordinal)
        && (
            folder.MountPoint.Length == Name.Length
            || folder.MountPoint.StartsWith($"{Name} (", StringComparison.Ordinal)
        )
        && folder.Size == 0
        && (folder.Groups.Count == 0 || folder.Groups.ContainsKey(WorkspaceKeys.ServiceGroup));

    private static TeamFolder? Linked(KnownResource? known, IReadOnlyList<TeamFolder> folders) =>
        known is null ? null : folders.FirstOrDefault(folder => Id(folder) == known.RemoteId);

    private static KnownResource Record(TeamFolder folder) =>
        new()
        {
            Key = WorkspaceKeys.Archives,
            RemoteId = Id(folder),
            Path = folder.MountPoint,
        };

    private static string Id(TeamFolder folder) => folder.Id.ToString(CultureInfo.InvariantCulture);

    private static readonly Domain.Text Refused = new("refusé par le serveur", "refused by the server");
}
