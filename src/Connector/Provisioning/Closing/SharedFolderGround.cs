using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using FileShare = Connector.Nextcloud.Ocs.FileShare;

namespace Connector.Provisioning.Closing;

/// <summary>
/// A folder of the account: what the account gave is lowered to reading, share by share, and the folder is moved among
/// the account's own archives. Whoever was given it finds it where it was, for shares hang by the file's number.
/// </summary>
internal sealed class SharedFolderGround(NextcloudClient client, LedgerStore ledger) : IClosingGround
{
    private const string Shelf = "Archives";

    private static readonly Text Refused = new("refusé par le serveur", "refused by the server");

    public async Task<ClosingFolder?> FindAsync(string id, CancellationToken ct)
    {
        var all = await client.Files.Propfind("", DavDepth.Infinity, ct);
        var root = all.Resources.FirstOrDefault(node => node.IsFolder && Number(node.FileId) == id);
        if (root is null)
        {
            return null;
        }

        var given = (await Inside(root.Path, ct)).Where(IsOwn).ToList();
        return new ClosingFolder(
            root.FileId,
            root.Path,
            given.ToDictionary(share => Number(share.Id), share => (int)share.Permissions),
            given.ToDictionary(share => Number(share.Id), Called)
        );
    }

    public async Task<Problem?> StandsInTheWayAsync(ClosingFolder folder, CancellationToken ct)
    {
        var shares = await Inside(folder.Path, ct);
        var others = shares.Where(share => !IsOwn(share) && IsMore(share)).ToList();
        // To let people read what was there to be dropped in blindly would show it to them.
        var drops = shares.Where(share => !share.Permissions.HasFlag(Rights.Read)).ToList();
        return drops.Count > 0 ? ClosingProblems.DropOnly(Told(drops))
            : others.Count > 0 ? ClosingProblems.GivenByMembers(Told(others))
            : null;
    }

    public async Task<string> PlaceForAsync(string name, int year, KnownWorkspace known, CancellationToken ct)
    {
        var shelf = await ShelfAsync(known.Find(WorkspaceKeys.Archives), ct);
        var below = $"{shelf}/{year.ToString(CultureInfo.InvariantCulture)}";
        var taken = await client.Files.Propfind(below, DavDepth.One, ct);
        return ArchiveShelf.FreeName($"{below}/{name}", taken.Resources.Select(node => node.Path));
    }

    public async Task<Text?> PrepareAsync(
        string territory,
        string place,
        IEnumerable<string> readers,
        CancellationToken ct
    )
    {
        var year = DavPath.Parent(place);
        var shelf = DavPath.Parent(year);
        foreach (var path in new[] { shelf, year })
        {
            var made = await client.Files.Mkcol(path, ct);
            if (!made.IsThere)
            {
                return made.Message ?? Refused;
            }
        }

        if (await client.Files.Find(shelf, ct) is not { } there)
        {
            return Refused;
        }

        var record = new KnownResource
        {
            Key = WorkspaceKeys.Archives,
            RemoteId = Number(there.FileId),
            Path = shelf,
        };
        await ledger.RememberAsync(territory, [record], CancellationToken.None);
        return null;
    }

    public async Task<Text?> MoveAsync(ClosingFolder folder, string place, CancellationToken ct)
    {
        var outcome = await client.Files.Move(folder.Path, place, ct);
        return (await client.Files.Find(place, ct))?.FileId == folder.Id ? null : outcome.Message ?? Refused;
    }

    public async Task<Text?> SetRightsAsync(
        ClosingFolder folder,
        IReadOnlyDictionary<string, int> rights,
        CancellationToken ct
    )
    {
        Text? message = null;
        foreach (var (id, bits) in rights)
        {
            var sent = await client.Shares.SendRights(
                long.Parse(id, CultureInfo.InvariantCulture),
                (Rights)bits,
                ct
            );
            message ??= sent.Message;
        }

        var now = (await client.Shares.List(ct)).ToDictionary(
            share => Number(share.Id),
            share => (int)share.Permissions
        );
        return rights.All(right => now.GetValueOrDefault(right.Key, -1) == right.Value)
            ? null
            : message ?? Refused;
    }

    public async Task<bool> IsTakenAsync(string path, CancellationToken ct) =>
        await client.Files.Find(path, ct) is not null;

    /// <summary>
    /// Ours when the ledger knows it. Else a folder of that name is used only when nobody was given it and it holds
    /// folders alone: what somebody keeps there is theirs.
    /// </summary>
    private async Task<string> ShelfAsync(KnownResource? known, CancellationToken ct)
    {
        var home = (await client.Files.Propfind("", DavDepth.One, ct)).Resources;
        if (home.FirstOrDefault(node => Number(node.FileId) == known?.RemoteId) is { } ours)
        {
            return ours.Path;
        }

        if (home.FirstOrDefault(node => node.Path == Shelf) is not { } there)
        {
            return ArchiveShelf.FreeName(Shelf, home.Select(node => node.Path));
        }

        var inside = (await client.Files.Propfind(Shelf, DavDepth.One, ct)).Resources;
        var isFree =
            there is { IsFolder: true, IsMount: false }
            && inside.All(node => node.IsFolder)
            && (await Inside(Shelf, ct)).All(share => share.Path != Shelf);
        return isFree ? Shelf : ArchiveShelf.FreeName(Shelf, home.Select(node => node.Path));
    }

    /// <summary>What is given of a folder or of what is in it, by the account and by others.</summary>
    private async Task<IReadOnlyList<FileShare>> Inside(string root, CancellationToken ct) =>
        [
            .. (await client.Shares.ListWithReshares(ct)).Where(share =>
                share.Path == root || share.Path.StartsWith($"{root}/", StringComparison.Ordinal)
            ),
        ];

    private bool IsOwn(FileShare share) =>
        share.Owner is null
        || share.Owner.Equals(client.Account.Principal, StringComparison.OrdinalIgnoreCase);

    /// <summary>The server adds to a team's name whose it is: « GT Jeunes (Circle owned by robot) ».</summary>
    private static string Called(FileShare share)
    {
        var name = share.Name ?? share.With ?? $"lien/link {share.Path}";
        var end = share.Kind == ShareKind.Team ? name.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return end > 0 ? name[..end] : name;
    }

    private static bool IsMore(FileShare share) =>
        (int)share.Permissions != ClosedGroup.ReadOnly((int)share.Permissions);

    private static IReadOnlyList<string> Told(IEnumerable<FileShare> shares) =>
        [.. shares.Select(share => $"« {share.Path} » ({share.Owner})")];

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
