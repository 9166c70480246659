using Connector.Conversion;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Publishing;
using Connector.Reports;

namespace Connector.Minutes;

/// <summary>
/// What is published once the workspace is in order: the other forms of posters, and minutes that their group approved.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="ledger">What is known.</param>
/// <param name="office">Null where there is none on this machine: the server converts, or nothing does.</param>
/// <param name="time">The clock.</param>
internal sealed class ApprovedDocuments(
    NextcloudClient client,
    LedgerStore ledger,
    LibreOffice? office,
    TimeProvider time
)
{
    /// <summary>Adds what was published to the report of the run before it.</summary>
    public async Task<RunReport> RunAsync(
        RunReport done,
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        if (done.Outcome is not (RunOutcome.Done or RunOutcome.PartlyDone))
        {
            return done;
        }

        try
        {
            var posters = office is null
                ? []
                : await new PosterForms(client, ledger, office).RunAsync(territory, blueprints, ct);
            var (said, warnings) = await new MinutesPublishRun(client, ledger, office, time).ApprovedAsync(
                territory,
                blueprints,
                ct
            );
            return done with
            {
                Said = said,
                Warnings = [.. done.Warnings, .. posters, .. warnings],
                Requests = client.Requests.ByVerb,
            };
        }
        catch (NextcloudException error)
        {
            // All else is done; the next run publishes.
            return done with { Warnings = [.. done.Warnings, error.Problem] };
        }
    }
}
