using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>A strategy and why it was chosen, in words for the plan.</summary>
internal sealed record ChosenStrategy(Strategy Strategy, Text Reason);

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
            : await Probe(ct);
    }

    /// <summary>For the ledger, so that the next run does as this one.</summary>
    public static KnownResource OnRecord(ChosenStrategy chosen) =>
        new() { Key = Key, RemoteId = chosen.Strategy.ToString() };

    /// <summary>
    /// Lists the team folders, then asks to make a group that exists: it is refused by name (102), but only after the
    /// password confirmation that newer servers want. Nothing is changed.
    /// </summary>
    private async Task<ChosenStrategy> Probe(CancellationToken ct)
    {
        try
        {
            await client.TeamFolders.List(ct);
            if (await client.Groups.List(ct) is [var group, ..])
            {
                var outcome = await client.Groups.Create(group.Id, group.DisplayName, ct);
                if (outcome.Result == OcsResult.Forbidden)
                {
                    return Shared(
                        "le compte ne peut pas administrer les groupes",
                        "the account may not administer groups"
                    );
                }
            }

            return new ChosenStrategy(
                Strategy.TeamFolders,
                new Text(
                    "le compte peut administrer les dossiers d'équipe",
                    "the account may administer team folders"
                )
            );
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.NotInstalled)
        {
            return Shared(
                "l'application « Dossiers d'équipe » n'est pas installée",
                "the app Team folders is not installed"
            );
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.RightMissing)
        {
            return Shared(
                "le compte ne peut pas administrer les dossiers d'équipe",
                "the account may not administer team folders"
            );
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.PasswordConfirmationRequired)
        {
            return Shared(
                "le serveur exige une confirmation de mot de passe pour administrer",
                "the server wants a password confirmation for administration"
            );
        }
    }

    private static ChosenStrategy Shared(string french, string english) =>
        new(Strategy.SharedFolders, new Text(french, english));
}
