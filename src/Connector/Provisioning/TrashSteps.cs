using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Takes what somebody deleted out of the trash bin.</summary>
internal sealed class TrashSteps(NextcloudClient client)
{
    private static readonly Text NotBack = new(
        "n'est pas revenu de la corbeille à sa place : regardez dans Nextcloud, puis relancez",
        "has not come back from the trash bin to its place: look in Nextcloud, then run again"
    );

    /// <summary>The file id tells whether it is back; the ledger knows it by that already.</summary>
    public async Task<StepOutcome> Restore(RestoreNode action, CancellationToken ct)
    {
        var outcome = await client.Trash.Restore(action.TrashName, action.Path, ct);
        var there = await client.Files.Find(action.Path, ct);
        return there?.FileId == action.FileId
            ? StepOutcome.Done()
            : StepOutcome.Failed(outcome.Message ?? NotBack);
    }
}
