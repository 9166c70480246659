using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
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
            var builder = new ScopeBuilder(client, ledger, time) { EveryMember = true };
            var scope = await builder.BuildAsync(territory, blueprints, ct);
            var recipients = new Recipients(scope.Spec.Strategy, scope.Snapshot.Groups);
            var about = who is null ? null : FolderOf(scope.Snapshot, who);
            var reader = new ShareReader(client, everyShare: true);
            // A question about one person is not about links: of team folders it costs no request for each folder.
            var found =
                who is null || about is not null
                    ? await reader.ReadAllAsync(scope.Snapshot, about, ct)
                    : await client.Shares.ListWithReshares(ct);
            var shares = found.Select(share => reader.ToGiven(share, recipients)).ToList();
            var access = new EffectiveAccess(scope.Snapshot, shares);
            var report = new AccessReport
            {
                Territory = territory.Name,
                Server = client.Account.BaseUrl,
                Outcome = RunOutcome.Done,
            };
            var question = new AccessQuestion(territory, scope.Snapshot, access);
            report = who is null
                ? report with
                {
                    Groups = question.Everything(),
                }
                : question.Ask(report, who, await Accounts(scope, question, who, ct));
            return await WithProof(report, scope, access, shares, witness, ct);
        }
        catch (NextcloudException error)
        {
            return new AccessReport { Territory = territory.Name, Problems = [error.Problem] };
        }
    }

    /// <summary>
    /// Names and addresses that only the server knows: asked for when nothing else is called so, where the account may.
    /// </summary>
    private async Task<IReadOnlyList<NextcloudUser>> Accounts(
        ProvisionScope scope,
        AccessQuestion question,
        string who,
        CancellationToken ct
    ) => question.Knows(who) || !scope.Spec.Strategy.Administers() ? [] : await client.Users.List(ct);

    private async Task<AccessReport> WithProof(
        AccessReport report,
        ProvisionScope scope,
        EffectiveAccess access,
        IReadOnlyList<GivenShare> shares,
        NextcloudClient? witness,
        CancellationToken ct
    )
    {
        var homes = new List<OwnFolders> { OwnFoldersOf(scope.Snapshot, access) };
        if (witness is not null)
        {
            var heard = await AccessWitness.HearAsync(witness, access, ct);
            homes.Add(heard.Home);
            report = report with { Witness = witness.Account.Principal, Proofs = heard.Proofs };
        }

        return report with
        {
            Hazards = AccessHazards.Of(scope.Snapshot, access, shares, Wanted(scope), homes),
        };
    }

    private OwnFolders OwnFoldersOf(WorkspaceSnapshot snapshot, EffectiveAccess access)
    {
        var user = client.Account.Principal;
        return new OwnFolders(
            user,
            [
                .. snapshot
                    .Nodes.Where(node => node.IsFolder && !node.Path.Contains('/', StringComparison.Ordinal))
                    .Select(node => node.Path)
                    .Where(path => access.MountPointOf(path) is null || access.Of(user, path).Bits == 0),
            ]
        );
    }

    /// <summary>The areas by the number of their team folder; closed ones have rights of their own.</summary>
    private static Dictionary<long, AreaSpec> Wanted(ProvisionScope scope)
    {
        var wanted = new Dictionary<long, AreaSpec>();
        foreach (var area in scope.Spec.Areas.Where(area => !scope.Known.IsClosed(area)))
        {
            var id = scope.Known.Find(area.Key)?.RemoteId;
            var folder = scope.Snapshot.TeamFolders.FirstOrDefault(folder =>
                id is null
                    ? folder.MountPoint == area.MountPoint
                    : FormattableString.Invariant($"{folder.Id}") == id
            );
            if (folder is not null)
            {
                wanted[folder.Id] = area;
            }
        }

        return wanted;
    }

    private static string? FolderOf(WorkspaceSnapshot snapshot, string who) =>
        snapshot
            .Nodes.Where(node => node.IsFolder)
            .Select(node => node.Path)
            .FirstOrDefault(path => PlanningNames.Same(path, who.Trim('/')));
}
