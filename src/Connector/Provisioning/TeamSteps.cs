using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about groups where teams (circles) stand for them.</summary>
internal sealed class TeamSteps(NextcloudClient client, Recipients recipients)
{
    public async Task<StepOutcome> Create(PlanStep step, CreateGroup action, CancellationToken ct)
    {
        var (outcome, team) = await client.Teams.Create(action.DisplayName, ct);
        if (!outcome.IsThere || team is null)
        {
            return PeopleSteps.Of(outcome);
        }

        recipients.Remember(action.GroupId, team.Id);
        return StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = team.Id });
    }

    public async Task<StepOutcome> Add(PlanStep step, AddMember action, CancellationToken ct) =>
        recipients.IdOf(action.GroupId) is { } team
            ? PeopleSteps.Of(
                await client.Teams.Add(team, action.UserId, ct),
                new KnownResource { Key = step.Key, RemoteId = action.UserId }
            )
            : StepOutcome.Skipped(NoTeam);

    public async Task<StepOutcome> Remove(PlanStep step, RemoveMember action, CancellationToken ct) =>
        recipients.IdOf(action.GroupId) is { } team
            ? PeopleSteps.Of(
                await client.Teams.Remove(team, action.UserId, ct),
                new KnownResource
                {
                    Key = step.Key,
                    RemoteId = action.UserId,
                    ContentHash = WorkspaceKeys.Gone,
                }
            )
            : StepOutcome.Skipped(NoTeam);

    public static readonly Text NoTeam = new(
        "son équipe n'a pas pu être créée, voir plus haut",
        "its team could not be made, see above"
    );
}
