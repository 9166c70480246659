using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>Who can see what, and why: one look at the server, computed, and proved where a sign-in is given.</summary>
internal sealed class AccessRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <param name="territory">Whose workspaces.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="who">A person (id, name, e-mail) or a folder; null for everything.</param>
    /// <param name="witness">Somebody who signs in to be asked what they see; null for no proof.</param>
    /// <param name="ct">Stops.</param>
    public async Task<AccessReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string? who,
        NextcloudClient? witness,
        CancellationToken ct
    )
    {
        try
        {
            var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
            var shares = await client.Shares.List(ct);
            var access = new EffectiveAccess(scope.Snapshot);
            var (entries, known) = Choose(territory, scope.Snapshot, access, who);
            var links = shares
                .Where(share => share.Kind == ShareKind.Link)
                .Select(share => new PublicLink(share.Path, share.Expires))
                .ToList();
            return new AccessReport
            {
                Territory = territory.Name,
                Server = client.Account.BaseUrl,
                Entries = entries,
                Hazards = AccessHazards.Of(scope.Snapshot, links),
                Proofs = witness is null ? [] : await Prove(witness, access, ct),
                Unknown = known is null ? null : who,
                Known = known ?? [],
                Outcome = known is null ? RunOutcome.Done : RunOutcome.Failed,
            };
        }
        catch (NextcloudException error)
        {
            return new AccessReport { Territory = territory.Name, Problems = [error.Problem] };
        }
    }

    /// <returns>The entries asked for; or, when nobody and nothing is called so, the names that there are.</returns>
    private static (IReadOnlyList<AccessEntry>, IReadOnlyList<string>?) Choose(
        Territory territory,
        WorkspaceSnapshot snapshot,
        EffectiveAccess access,
        string? who
    )
    {
        var people = snapshot.Users.Order(StringComparer.Ordinal).ToList();
        var folders = access.Folders.Select(folder => folder.Path).ToList();
        if (who is null)
        {
            return ([.. All(people, folders.Where(path => IsTop(snapshot, path)))], null);
        }

        var path = who.Trim('/');
        if (folders.Find(folder => PlanningNames.Same(folder, path)) is { } folderPath)
        {
            return ([.. All(people, [folderPath])], null);
        }

        var person = territory.People.FirstOrDefault(person =>
            PlanningNames.Same(person.Id, who)
            || PlanningNames.Same(person.Name, who)
            || (person.Email is not null && PlanningNames.Same(person.Email, who))
        );
        var id = people.Find(user => PlanningNames.Same(user, person?.Id ?? who));
        return id is null
            ? ([], [.. folders, .. people, .. territory.People.Select(one => one.Name)])
            : ([.. All([id], folders)], null);

        IEnumerable<AccessEntry> All(IEnumerable<string> users, IEnumerable<string> paths) =>
            paths
                .SelectMany(folder => users.Select(user => access.Of(user, folder)))
                .Where(entry => entry.Bits != 0);
    }

    private static bool IsTop(WorkspaceSnapshot snapshot, string path) =>
        snapshot.TeamFolders.Any(folder => folder.MountPoint == path)
        || (snapshot.TeamFolders.Count == 0 && !path.Contains('/', StringComparison.Ordinal));

    /// <summary>Asks the server as that person, in one request, and compares folder by folder.</summary>
    private static async Task<IReadOnlyList<AccessProof>> Prove(
        NextcloudClient witness,
        EffectiveAccess access,
        CancellationToken ct
    )
    {
        var listing = await witness.Files.Propfind("", DavDepth.Infinity, ct);
        var seen = listing
            .Resources.Where(node => node.IsFolder)
            .ToDictionary(node => node.Path, StringComparer.Ordinal);
        return
        [
            .. access.Folders.Select(folder =>
            {
                var computed = access.Of(witness.Account.Principal, folder.Path).Bits;
                var told = seen.TryGetValue(folder.Path, out var node) ? Bits(node) : 0;
                return new AccessProof(folder.Path, computed, told);
            }),
        ];
    }

    /// <summary>
    /// <c>oc:permissions</c> as bits. The place where a folder is mounted can be renamed and removed from one's own
    /// view by anybody: there the letters NV and D say nothing about rights.
    /// </summary>
    private static int Bits(DavResource node)
    {
        var bits = 1;
        bits |= node.Permissions.Contains('N', StringComparison.Ordinal) ? 2 : 0;
        bits |= node.Permissions.Contains("CK", StringComparison.Ordinal) ? 4 : 0;
        bits |= node.Permissions.Contains('D', StringComparison.Ordinal) ? 8 : 0;
        bits |= node.Permissions.Contains('R', StringComparison.Ordinal) ? 16 : 0;
        return bits;
    }
}
