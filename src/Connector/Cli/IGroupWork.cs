using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Cli;

/// <summary>What a verb does with one working group; <c>close</c> and <c>reopen</c> are the two.</summary>
internal interface IGroupWork
{
    /// <returns>What would be done, and how to do it; null when there is nothing to do or something is in the way.</returns>
    Task<(
        ClosingReport Report,
        Func<IProgress<Text>?, CancellationToken, Task<ClosingReport>>? Act
    )> LookAsync(
        Territory territory,
        string group,
        NextcloudClient client,
        LedgerStore ledger,
        CancellationToken ct
    );
}
