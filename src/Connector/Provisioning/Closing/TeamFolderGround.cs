using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;

namespace Connector.Provisioning.Closing;

/// <summary>A team folder: its groups' rights are lowered, and it is mounted among the archives.</summary>
internal sealed class TeamFolderGround(NextcloudClient client, LedgerStore ledger) : IClosingGround
{
    private static readonly Text Refused = new("refusé par le serveur", "refused by the server");

    private readonly ArchiveShelf _shelf = new(client, ledger);

    public async Task<ClosingFolder?> FindAsync(string id, CancellationToken ct)
    {
        var folders = await client.TeamFolders.List(ct);
        var found = folders.FirstOrDefault(folder => folder.Id.ToString(CultureInfo.InvariantCulture) == id);
        return found is null
            ? null
            : new ClosingFolder(
                found.Id,
                found.MountPoint,
                found
                    .Groups.Where(group => group.Key != WorkspaceKeys.ServiceGroup)
                    .ToDictionary(group => group.Key, group => (int)group.Value, StringComparer.Ordinal),
                new Dictionary<string, string>()
            );
    }

    /// <summary>The app knows of no shares in its folders that their rights do not limit.</summary>
    public Task<Problem?> StandsInTheWayAsync(ClosingFolder folder, CancellationToken ct) =>
        Task.FromResult<Problem?>(null);

    public async Task<string> PlaceForAsync(string name, int year, KnownWorkspace known, CancellationToken ct)
    {
        var folders = await client.TeamFolders.List(ct);
        return await _shelf.PlaceFor(name, year, ArchiveShelf.Find(known, folders).MountPoint, folders, ct);
    }

    public Task<Text?> PrepareAsync(
        string territory,
        string place,
        IEnumerable<string> readers,
        CancellationToken ct
    ) => _shelf.Prepare(territory, place, readers, ct);

    public async Task<Text?> MoveAsync(ClosingFolder folder, string place, CancellationToken ct)
    {
        var (outcome, _) = await client.TeamFolders.Rename(folder.Id, place, ct);
        return outcome.IsThere ? null : outcome.Message ?? Refused;
    }

    public async Task<Text?> SetRightsAsync(
        ClosingFolder folder,
        IReadOnlyDictionary<string, int> rights,
        CancellationToken ct
    )
    {
        var settings = new TeamFolderSettings
        {
            Groups = rights.ToDictionary(right => right.Key, right => (Rights)right.Value),
        };
        var (outcome, _) = await client.TeamFolders.Configure(folder.Id, settings, ct);
        return outcome.IsThere ? null : outcome.Message ?? Refused;
    }

    /// <summary>The app takes any name; a folder of ours of that name would be renamed by it.</summary>
    public async Task<bool> IsTakenAsync(string path, CancellationToken ct) =>
        (await client.TeamFolders.List(ct)).Any(folder => ArchiveShelf.SameName(folder.MountPoint, path))
        || await client.Files.Find(path, ct) is not null;
}
