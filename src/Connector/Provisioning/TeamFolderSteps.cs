using System.Collections.Concurrent;
using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about team folders and who may enter them.</summary>
internal sealed class TeamFolderSteps(NextcloudClient client, KnownWorkspace known)
{
    private readonly ConcurrentDictionary<string, long> _made = new(StringComparer.Ordinal);

    public async Task<StepOutcome> Create(PlanStep step, CreateTeamFolder action, CancellationToken ct)
    {
        var (outcome, folder) = await client.TeamFolders.Create(action.MountPoint, ct);
        if (!outcome.IsThere || folder is null)
        {
            return StepOutcome.Failed(
                outcome.Message ?? new Text("refusé par le serveur", "refused by the server")
            );
        }

        var made = new KnownResource
        {
            Key = step.Key,
            RemoteId = folder.Id.ToString(CultureInfo.InvariantCulture),
            Path = folder.MountPoint,
            // Marks it as made by Connector: its first settings may be completed after an interruption.
            ContentHash = folder.MountPoint,
        };
        Remember(made);
        return StepOutcome.Done(made);
    }

    /// <summary>A folder that this run linked: later steps of its area need its number.</summary>
    public void Remember(KnownResource resource)
    {
        if (long.TryParse(resource.RemoteId, CultureInfo.InvariantCulture, out var id))
        {
            _made[resource.Key] = id;
        }
    }

    public async Task<StepOutcome> Configure(ConfigureTeamFolder action, CancellationToken ct)
    {
        if (IdOf(action.AreaKey) is not { } id)
        {
            return StepOutcome.Skipped(
                new Text("son dossier d'équipe n'a pas pu être créé", "its team folder could not be made")
            );
        }

        var settings = new TeamFolderSettings
        {
            Groups = action.Grants.ToDictionary(grant => grant.Key, grant => (Rights)grant.Value),
            Acl = action.EnableAcl,
        };
        var (outcome, _) = await client.TeamFolders.Configure(id, settings, ct);
        return outcome.IsThere
            ? StepOutcome.Done([.. Made(action, id)])
            : StepOutcome.Failed(
                outcome.Message ?? new Text("refusé par le serveur", "refused by the server")
            ) with
            {
                // A group is attached with all rights and told which ones a request later: this may be in between.
                InDoubt = true,
            };
    }

    private static IEnumerable<KnownResource> Made(ConfigureTeamFolder action, long id)
    {
        foreach (var (groupId, bits) in action.Grants)
        {
            yield return new KnownResource
            {
                Key = WorkspaceKeys.Access(action.AreaKey, groupId),
                RemoteId = groupId,
                ContentHash = bits.ToString(CultureInfo.InvariantCulture),
            };
        }

        if (action.EnableAcl)
        {
            yield return new KnownResource
            {
                Key = WorkspaceKeys.Acl(action.AreaKey),
                RemoteId = id.ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    private long? IdOf(string areaKey) =>
        _made.TryGetValue(areaKey, out var id) ? id
        : known.Find(areaKey) is { } resource ? long.Parse(resource.RemoteId, CultureInfo.InvariantCulture)
        : null;
}
