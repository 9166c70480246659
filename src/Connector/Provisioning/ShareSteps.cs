using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using FileShare = Connector.Nextcloud.Ocs.FileShare;

namespace Connector.Provisioning;

/// <summary>Shares plain folders with groups or teams, and reads all of it back in one listing.</summary>
internal sealed class ShareSteps(NextcloudClient client, Recipients recipients)
{
    public async Task<IReadOnlyDictionary<string, StepOutcome>> ShareAll(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        await Lanes.ForEach(steps, (step, stop) => Send(step, stop), ct);
        var shares = await client.Shares.List(ct);
        return steps
            .Where(step => IsThere(step, shares))
            .ToDictionary(step => step.Key, Made, StringComparer.Ordinal);
    }

    public async Task<StepOutcome> Share(PlanStep step, CancellationToken ct)
    {
        var sent = await Send(step, ct);
        return IsThere(step, await client.Shares.List(ct)) ? Made(step)
            : sent.Result == OcsResult.Done ? StepOutcome.Failed(Vanished)
            : StepOutcome.Failed(sent.Message ?? Vanished);
    }

    private Task<OcsOutcome> Send(PlanStep step, CancellationToken ct) =>
        step.Action switch
        {
            ShareFolder share => recipients.IdOf(share.GroupId) is { } with
                ? client.Shares.Send(share.Path, recipients.Kind, with, (Rights)share.Bits, ct)
                : Task.FromResult(new OcsOutcome(OcsResult.NotFound, TeamSteps.NoTeam)),
            ChangeShare change => client.Shares.SendRights(change.ShareId, (Rights)change.Bits, ct),
            _ => throw new InvalidOperationException($"{step.Action} is not about a share"),
        };

    private bool IsThere(PlanStep step, IReadOnlyList<FileShare> shares) =>
        step.Action switch
        {
            ShareFolder share => recipients.IdOf(share.GroupId) is { } with
                && shares.Any(there =>
                    there.IsFor(recipients.Kind, with)
                    && there.Path == share.Path.Normalize()
                    && there.Permissions == (Rights)share.Bits
                ),
            ChangeShare change => shares.Any(there =>
                there.Id == change.ShareId && there.Permissions == (Rights)change.Bits
            ),
            _ => false,
        };

    private static StepOutcome Made(PlanStep step)
    {
        var (groupId, bits) = step.Action switch
        {
            ShareFolder share => (share.GroupId, share.Bits),
            ChangeShare change => (change.GroupId, change.Bits),
            _ => ("", 0),
        };
        return StepOutcome.Done(
            new KnownResource
            {
                Key = step.Key,
                RemoteId = groupId,
                ContentHash = bits.ToString(CultureInfo.InvariantCulture),
            }
        );
    }

    private static readonly Text Vanished = new(
        "le serveur a répondu oui, mais à la relecture ce partage n'y est pas",
        "the server said yes, but read back this share is not there"
    );
}
