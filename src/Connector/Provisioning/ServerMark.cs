using System.Xml.Linq;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>
/// Writes on the server how far its numbers had gone when the ledger last noted one, under a name of the ledger's own. A
/// server that says less than the ledger remembers was put back to an older copy: see <see cref="ReissuedNumbers"/>.
/// </summary>
internal sealed class ServerMark(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <summary>The mark to ask the server for; null before the ledger made its first.</summary>
    public static XName? Name(KnownWorkspace known) =>
        known.Find(WorkspaceKeys.Issued) is { } mark ? MarkClient.Name(mark.RemoteId) : null;

    /// <summary>After a run that noted something: one request where a number went further than the mark says.</summary>
    public async Task KeepAsync(ProvisionScope scope)
    {
        var known = await ledger.LoadAsync(scope.Territory, CancellationToken.None);
        var wanted = IssuedNumbers.Of(known, scope.Spec.Strategy).Or(scope.Snapshot.Issued);
        var mark = known.Find(WorkspaceKeys.Issued);
        if (wanted == scope.Snapshot.Issued && mark?.ContentHash == wanted.ToString())
        {
            return;
        }

        var id = mark?.RemoteId ?? $"m{Guid.NewGuid():N}";
        if (wanted != scope.Snapshot.Issued && !await Write(id, wanted))
        {
            return;
        }

        await ledger.RememberAsync(
            scope.Territory,
            [
                new KnownResource
                {
                    Key = WorkspaceKeys.Issued,
                    RemoteId = id,
                    ContentHash = wanted.ToString(),
                },
            ],
            CancellationToken.None
        );
    }

    /// <summary>On a server that is away by now the older mark stays, on both sides: a later run writes the next one.</summary>
    private async Task<bool> Write(string id, IssuedNumbers numbers)
    {
        using var grace = Grace.Start(time);
        try
        {
            return await client.Marks.Write(MarkClient.Name(id), numbers.ToString(), grace.Token);
        }
        catch (Exception error) when (error is NextcloudException or OperationCanceledException)
        {
            return false;
        }
    }
}
