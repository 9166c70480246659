using System.Security.Cryptography;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about groups and accounts.</summary>
internal sealed class PeopleSteps(NextcloudClient client)
{
    public async Task<StepOutcome> Create(PlanStep step, CreateGroup action, CancellationToken ct)
    {
        var outcome = await client.Groups.Create(action.GroupId, action.DisplayName, ct);
        return Of(outcome, new KnownResource { Key = step.Key, RemoteId = action.GroupId });
    }

    /// <summary>
    /// Makes an account with a password that nobody knows: its owner sets one through « mot de passe oublié » or the
    /// administrator's invitation.
    /// </summary>
    public async Task<StepOutcome> Create(PlanStep step, CreateAccount action, CancellationToken ct)
    {
        var account = action.Account;
        var user = new NewUser
        {
            Id = account.UserId,
            DisplayName = account.DisplayName,
            Email = account.Email,
            Password = RandomNumberGenerator.GetHexString(40, lowercase: true) + "-Aa1",
            Language = "fr",
            Groups = account.GroupIds,
        };
        var outcome = await client.Users.Create(user, ct);
        return Of(
            outcome,
            [
                new KnownResource { Key = step.Key, RemoteId = account.UserId },
                .. account.GroupIds.Select(group => new KnownResource
                {
                    Key = WorkspaceKeys.Member($"group:{group}", account.UserId),
                    RemoteId = account.UserId,
                }),
            ]
        );
    }

    public async Task<StepOutcome> Add(PlanStep step, AddMember action, CancellationToken ct) =>
        Of(
            await client.Users.AddToGroup(action.UserId, action.GroupId, ct),
            new KnownResource { Key = step.Key, RemoteId = action.UserId }
        );

    public async Task<StepOutcome> Remove(PlanStep step, RemoveMember action, CancellationToken ct) =>
        Of(
            await client.Users.RemoveFromGroup(action.UserId, action.GroupId, ct),
            new KnownResource
            {
                Key = step.Key,
                RemoteId = action.UserId,
                ContentHash = WorkspaceKeys.Gone,
            }
        );

    internal static StepOutcome Of(OcsOutcome outcome, params IReadOnlyList<KnownResource> made) =>
        outcome.IsThere
            ? StepOutcome.Done(made)
            : StepOutcome.Failed(
                outcome.Message ?? new Text("refusé par le serveur", "refused by the server")
            );
}
