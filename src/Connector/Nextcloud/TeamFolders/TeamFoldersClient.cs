using System.Globalization;
using System.Text;
using System.Text.Json;
using Connector.Domain;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.TeamFolders;

/// <summary>
/// Team folders: list, make, configure; never delete. Everything is read back, because the app says yes to calls
/// that do nothing (rights for a group that is not attached).
/// </summary>
internal sealed class TeamFoldersClient(OcsTransport ocs)
{
    private const string App = "groupfolders";
    private const int MostAttempts = 3;
    private static readonly Domain.Text Managing = new(
        "gérer les dossiers d'équipe",
        "manage the team folders"
    );

    /// <summary>Every team folder that the account may manage, in one request.</summary>
    public async Task<IReadOnlyList<TeamFolder>> List(CancellationToken ct)
    {
        var data = await ocs.Data(ocs.TeamFolders.List(ct), App, Managing, ct);
        return
        [
            .. ((JsonElement?)data)
                .Members()
                .Select(f => TeamFolder.Read(f.Value))
                .OfType<TeamFolder>()
                .OrderBy(f => f.Id),
        ];
    }

    /// <summary>One team folder; null when there is none of that number.</summary>
    public async Task<TeamFolder?> Find(long id, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.TeamFolders.Get(id, ct), ct);
        if (answer.IsMissing)
            return null;
        if (!answer.IsDone)
            throw ocs.Refused(answer, App, Managing);
        return TeamFolder.Read(answer.Data);
    }

    /// <summary>
    /// Makes a team folder, unless there is one of that name: the app would silently make a second (19 and
    /// earlier). AlreadyExists gives the one with the lowest number. A fault on the way is settled by listing.
    /// </summary>
    public async Task<TeamFolderOutcome> Create(string mountPoint, CancellationToken ct)
    {
        if (Named(mountPoint, await List(ct)) is { } there)
            return new TeamFolderOutcome(OcsOutcome.AlreadyExists, there);
        var sure = await Make(mountPoint, ct);
        var made = Named(mountPoint, await List(ct));
        return new TeamFolderOutcome(
            made is null ? NotApplied(mountPoint) : OcsOutcome.Done with { Settled = !sure },
            made
        );
    }

    /// <summary>
    /// As <see cref="Create"/> for many names, with one listing before and one after: each name's folder, in the same
    /// order, null where none came to be; and whether it was there before.
    /// </summary>
    public async Task<IReadOnlyList<(TeamFolder? Folder, bool WasThere)>> CreateAll(
        IReadOnlyList<string> mountPoints,
        CancellationToken ct
    )
    {
        var before = await List(ct);
        foreach (var name in mountPoints.Where(name => Named(name, before) is null))
            await Make(name, ct);
        var after = await List(ct);
        return [.. mountPoints.Select(name => (Named(name, after), Named(name, before) is not null))];
    }

    /// <summary>
    /// As <see cref="Configure"/> for many folders, with one listing before and one after: the numbers of those that
    /// are as wanted.
    /// </summary>
    public async Task<IReadOnlySet<long>> ConfigureAll(
        IReadOnlyDictionary<long, TeamFolderSettings> settings,
        CancellationToken ct
    )
    {
        foreach (var folder in (await List(ct)).Where(folder => settings.ContainsKey(folder.Id)))
        foreach (var (_, send) in Differences(folder, settings[folder.Id], ct))
            await Post(send(), ct);
        return (await List(ct))
            .Where(folder =>
                settings.TryGetValue(folder.Id, out var wanted) && !Differences(folder, wanted, ct).Any()
            )
            .Select(folder => folder.Id)
            .ToHashSet();
    }

    /// <summary>
    /// Gives a folder another mount point: a name, or a path into a folder that its members see (a mount whose parent
    /// they do not see is hidden from them: measured on 27 with groupfolders 15). The app takes any name, also one
    /// that is taken: look first. Done, AlreadyExists (it has that name), NotFound, NotApplied.
    /// </summary>
    public async Task<TeamFolderOutcome> Rename(long id, string mountPoint, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } before)
            return new TeamFolderOutcome(new OcsOutcome(OcsResult.NotFound, Gone(id)), null);
        if (before.MountPoint == mountPoint)
            return new TeamFolderOutcome(OcsOutcome.AlreadyExists, before);
        await Post(ocs.TeamFolders.Rename(id, Form("mountpoint", mountPoint), ct), ct);
        var after = await Find(id, ct);
        var done = after?.MountPoint == mountPoint;
        return new TeamFolderOutcome(done ? OcsOutcome.Done : NotApplied(mountPoint), after);
    }

    /// <summary>
    /// Brings a folder to <paramref name="settings"/>: writes only what differs, then reads back once. Done,
    /// AlreadyExists (nothing had to be written), NotFound, NotApplied.
    /// </summary>
    public async Task<TeamFolderOutcome> Configure(long id, TeamFolderSettings settings, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } before)
            return new TeamFolderOutcome(new OcsOutcome(OcsResult.NotFound, Gone(id)), null);
        var written = new List<string>();
        foreach (var (name, send) in Differences(before, settings, ct))
        {
            await Post(send(), ct);
            written.Add(name);
        }
        if (written.Count == 0)
            return new TeamFolderOutcome(OcsOutcome.AlreadyExists, before);
        var after = await Find(id, ct);
        var left = after is null ? ["?"] : Differences(after, settings, ct).Select(d => d.Name).ToList();
        var outcome =
            left.Count == 0
                ? OcsOutcome.Done
                : NotApplied($"{before.MountPoint} ({string.Join(", ", left)})");
        return new TeamFolderOutcome(outcome, after) { Written = written };
    }

    /// <summary>A second request would make a second folder: after a doubtful answer only what is not there is asked for again.</summary>
    /// <returns>Whether the first answer was to be believed.</returns>
    private async Task<bool> Make(string mountPoint, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await Post(ocs.TeamFolders.Create(Form("mountpoint", mountPoint), ct), ct))
                return attempt == 1;
            if (Named(mountPoint, await List(ct)) is not null)
                return false;
        }
        return false;
    }

    /// <returns>Whether the answer is to be believed; else only reading back tells what was done.</returns>
    private async Task<bool> Post(Task<HttpResponseMessage> request, CancellationToken ct)
    {
        try
        {
            var answer = await ocs.Read(request, ct);
            if (!answer.IsDone && !answer.IsBroken)
                throw ocs.Refused(answer, App, Managing);
            return !answer.IsBroken;
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            return false;
        }
    }

    /// <summary>What has to be sent, in an order that works: attach before rights, advanced rights before managers.</summary>
    private IEnumerable<(string Name, Func<Task<HttpResponseMessage>> Send)> Differences(
        TeamFolder folder,
        TeamFolderSettings settings,
        CancellationToken ct
    )
    {
        var api = ocs.TeamFolders;
        foreach (var (group, rights) in settings.Groups)
        {
            if (!folder.Groups.ContainsKey(group))
                yield return ($"group {group}", () => api.AttachGroup(folder.Id, Form("group", group), ct));
            if (folder.Groups.GetValueOrDefault(group, Rights.All) != rights)
                yield return (
                    $"rights {group}",
                    () => api.SetPermissions(folder.Id, group, Form("permissions", Number((int)rights)), ct)
                );
        }
        if (settings.Quota is { } quota && quota != folder.Quota)
            yield return ("quota", () => api.SetQuota(folder.Id, Form("quota", Number(quota)), ct));
        if (settings.Acl && !folder.AclEnabled)
            yield return ("acl", () => api.SetAcl(folder.Id, Form("acl", "1"), ct));
        // Granting twice can violate a key in the app's table: only those that are missing.
        foreach (var manager in settings.Managers.Except(folder.Managers))
            yield return ($"manager {manager.Id}", () => api.SetManager(folder.Id, Manager(manager), ct));
    }

    private static TeamFolder? Named(string mountPoint, IReadOnlyList<TeamFolder> folders)
    {
        var name = mountPoint.Normalize(NormalizationForm.FormC);
        return folders.FirstOrDefault(f => f.MountPoint.Normalize(NormalizationForm.FormC) == name);
    }

    private static Dictionary<string, string> Form(string key, string value) => new() { [key] = value };

    private static Dictionary<string, string> Manager(TeamFolderManager manager) =>
        new()
        {
            ["mappingType"] = manager.Type,
            ["mappingId"] = manager.Id,
            ["manageAcl"] = "1",
        };

    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);

    private static OcsOutcome NotApplied(string what) =>
        new(
            OcsResult.NotApplied,
            new Domain.Text(
                $"Dossier d'équipe « {what} » : le serveur a répondu oui, mais à la relecture ce n'est pas fait.",
                $"Team folder '{what}': the server said yes, but read back it is not done."
            )
        );

    private static Domain.Text Gone(long id) =>
        new(
            $"Le dossier d'équipe n° {Number(id)} n'existe plus.",
            $"Team folder number {Number(id)} no longer exists."
        );
}
