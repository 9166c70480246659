using Connector.Domain.Workspaces;
using Connector.Ledger;

namespace Connector.Provisioning;

/// <summary>
/// Ledgers of before schema 3 did not keep what was written. Where today's data still give the very bytes that were written,
/// they are kept from now on, whatever people made of the file.
/// </summary>
internal sealed class BaseMemory(LedgerStore ledger)
{
    private static readonly Dictionary<string, Uri> NoAddresses = [];

    public async Task CompleteAsync(ProvisionScope scope, CancellationToken ct)
    {
        var missing = scope
            .Spec.Areas.SelectMany(area => area.Documents.Select(document => (area, document)))
            .Where(pair =>
                pair.document is { IsMerged: true, ContentHash: not null }
                && scope.Known.Find(pair.document.Key) is { BaseHash: null } known
                && known.ContentHash == pair.document.ContentHash
            )
            .ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var known = missing.Select(pair =>
            scope.Known.Find(pair.document.Key)! with
            {
                BaseHash = pair.document.ContentHash,
            }
        );
        var bases = missing.Select(pair => new KeptBase(
            pair.document.ContentHash!,
            scope.Documents.Compose(pair.area, pair.document, NoAddresses).Bytes
        ));
        await ledger.RememberAsync(scope.Territory, [.. known], [.. bases], ct);
    }
}
