using System.Collections.Concurrent;
using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about team folders and who may enter them.</summary>
internal sealed class TeamFolderSteps(NextcloudClient client, KnownWorkspace known)
{
    private readonly ConcurrentDictionary<string, long> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _others = new(StringComparer.Ordinal);

    public async Task<StepOutcome> Create(PlanStep step, CreateTeamFolder action, CancellationToken ct)
    {
        var (outcome, folder) = await client.Turns.Take(
            () => client.TeamFolders.Create(action.MountPoint, ct),
            ct
        );
        return outcome.IsThere && folder is not null
            ? Made(step, folder, outcome.Result == OcsResult.AlreadyExists)
            : Refused(outcome);
    }

    /// <summary>Makes many, with one listing before and one after; what the second does not show is tried again alone.</summary>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> CreateAll(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        IReadOnlyList<string> names = [.. steps.Select(step => ((CreateTeamFolder)step.Action!).MountPoint)];
        var folders = await client.Turns.Take(() => client.TeamFolders.CreateAll(names, ct), ct);
        return steps
            .Zip(folders)
            .Where(pair => pair.Second.Folder is not null)
            .ToDictionary(
                pair => pair.First.Key,
                pair => Made(pair.First, pair.Second.Folder!, pair.Second.WasThere)
            );
    }

    /// <summary>Whether another run made the area's folder since this one looked: others may be at work in it.</summary>
    public bool IsOthers(string areaKey) => _others.ContainsKey(areaKey);

    private StepOutcome Made(PlanStep step, TeamFolder folder, bool wasThere)
    {
        if (wasThere)
        {
            _others[step.Key] = folder.Id;
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

    public async Task<StepOutcome> Rename(PlanStep step, RenameTeamFolder action, CancellationToken ct)
    {
        var (outcome, folder) = await client.TeamFolders.Rename(action.Id, action.MountPoint, ct);
        return outcome.IsThere && folder is not null
            ? StepOutcome.Done(
                new KnownResource
                {
                    Key = step.Key,
                    RemoteId = folder.Id.ToString(CultureInfo.InvariantCulture),
                    Path = folder.MountPoint,
                }
            )
            : Refused(outcome);
    }

    /// <summary>A folder that this run linked: later steps of its area need its number.</summary>
    public void Remember(KnownResource resource)
    {
        if (long.TryParse(resource.RemoteId, CultureInfo.InvariantCulture, out var id))
        {
            _made[resource.Key] = id;
        }
    }

    public async Task<StepOutcome> Configure(PlanStep step, CancellationToken ct)
    {
        var wanted = Wanted(step);
        if (wanted.Id is not { } id)
        {
            return StepOutcome.Skipped(
                new Text("son dossier d'équipe n'a pas pu être créé", "its team folder could not be made")
            );
        }

        var (outcome, _) = await client.TeamFolders.Configure(id, wanted.Settings, ct);
        return outcome.IsThere
            ? StepOutcome.Done([.. wanted.Made])
            : Refused(outcome) with
            {
                // A group is attached with all rights and told which ones a request later: this may be in between.
                InDoubt = true,
            };
    }

    /// <summary>Configures many, with one listing before and one after; what is not as wanted is tried again alone.</summary>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> ConfigureAll(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        var wanted = steps.Select(Wanted).Where(one => one.Id is not null).ToList();
        var done = await client.TeamFolders.ConfigureAll(
            wanted.ToDictionary(one => one.Id!.Value, one => one.Settings),
            ct
        );
        return wanted
            .Where(one => done.Contains(one.Id!.Value))
            .ToDictionary(one => one.Key, one => StepOutcome.Done([.. one.Made]));
    }

    private WantedSettings Wanted(PlanStep step)
    {
        if (step.Action is SetQuota quota)
        {
            var folder = IdOf(quota.AreaKey);
            var settings = new TeamFolderSettings
            {
                Groups = new Dictionary<string, Rights>(),
                Quota = quota.Bytes,
            };
            return new WantedSettings(
                step.Key,
                folder,
                settings,
                [QuotaPlanning.OnRecord(quota.AreaKey, folder ?? 0, quota.Bytes)]
            );
        }

        var action = (ConfigureTeamFolder)step.Action!;
        var id = IdOf(action.AreaKey);
        return new WantedSettings(
            step.Key,
            id,
            new TeamFolderSettings
            {
                Groups = action.Grants.ToDictionary(grant => grant.Key, grant => (Rights)grant.Value),
                Acl = action.EnableAcl,
            },
            [.. Made(action, id ?? 0)]
        );
    }

    private static StepOutcome Refused(OcsOutcome outcome) =>
        StepOutcome.Failed(outcome.Message ?? new Text("refusé par le serveur", "refused by the server"));

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

    /// <summary>What a step makes of which folder, and what the ledger keeps of it; no id while the folder is missing.</summary>
    private sealed record WantedSettings(
        string Key,
        long? Id,
        TeamFolderSettings Settings,
        IReadOnlyList<KnownResource> Made
    );
}
