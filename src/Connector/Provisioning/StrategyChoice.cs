using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Doctor;

namespace Connector.Provisioning;

/// <summary>
/// Finds out, before anything is touched, what the service account may do, and so what shared folders will be. Once
/// something was made the choice stays: a workspace is never half of one kind and half of another.
/// </summary>
internal sealed class StrategyChoice(NextcloudClient client)
{
    private const string Key = "strategy";

    private static readonly Text Stays = new(
        "comme lors des passages précédents",
        "as in the runs before this one"
    );

    /// <param name="known">The ledger's memory of the territory.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ChosenStrategy> MakeAsync(KnownWorkspace known, CancellationToken ct)
    {
        if (known.Find(Key) is { } kept && Enum.TryParse<Strategy>(kept.RemoteId, out var strategy))
        {
            return new ChosenStrategy(strategy, Stays);
        }

        return known.Resources.Keys.Any(WorkspaceKeys.IsArea)
            ? new ChosenStrategy(Strategy.TeamFolders, Stays)
            : StrategyRule.Choose(await new RightsProbe(client).AskAsync(ct));
    }

    /// <summary>
    /// Whether the account may still do what a plan of an earlier choice asks for: a right withdrawn since, or a password
    /// confirmation that the server wants by now, stops a run before its first step. One request, and none where nothing
    /// is to be administered or the choice was made just now.
    /// </summary>
    /// <returns>What stands in the way; null when nothing does.</returns>
    public async Task<Problem?> StandsInTheWayAsync(
        ChosenStrategy chosen,
        WorkspacePlan plan,
        CancellationToken ct
    )
    {
        if (
            chosen.Reason != Stays
            || !chosen.Strategy.Administers()
            || !StrategyRule.NeedsAdministration(plan)
        )
        {
            return null;
        }

        var right = await new RightsProbe(client).Groups(ct);
        return right.May ? null : Lost(right.Why);
    }

    /// <summary>For the ledger, so that the next run does as this one.</summary>
    public static KnownResource OnRecord(ChosenStrategy chosen) =>
        new() { Key = Key, RemoteId = chosen.Strategy.ToString() };

    private static Problem Lost(Text why) =>
        new()
        {
            Code = "administration-lost",
            Message = new Text(
                $"Rien n'a été touché : cet espace a été fait par un compte qui administre, et {why.French}.",
                $"Nothing was touched: this workspace was made by an account that administers, and {why.English}."
            ),
            Remedy = new Text(
                "Rendez ce droit au compte, ou donnez son vrai mot de passe par CONNECTOR_ADMIN_PASSWORD ; « connector doctor » dit ce qui manque.",
                "Give the account this right back, or its real password through CONNECTOR_ADMIN_PASSWORD; 'connector doctor' tells what is missing."
            ),
        };
}
