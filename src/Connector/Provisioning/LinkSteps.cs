using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Public links that people made without an end.</summary>
internal sealed class LinkSteps(NextcloudClient client, Territory territory, TimeProvider time)
{
    /// <summary>A link that somebody took away or ended meanwhile is as it should be.</summary>
    public async Task<StepOutcome> End(EndShare action, CancellationToken ct)
    {
        var last = TerritoryDay.Now(time, territory.TimeZone).AddDays(action.Days);
        var sent = await client.Shares.SendEnd(action.ShareId, last, ct);
        var there = (await client.Shares.ListWithReshares(ct)).FirstOrDefault(share =>
            share.Id == action.ShareId
        );
        return there is null or { Expires: not null }
            ? StepOutcome.Done()
            : StepOutcome.Failed(sent.Message is null ? Ignored : Refused);
    }

    private static readonly Text Ignored = new(
        "le serveur a répondu oui, mais à la relecture ce lien n'a pas de date de fin",
        "the server said yes, but read back this link has no end"
    );

    private static readonly Text Refused = new(
        "le serveur ne laisse pas ce compte donner une date de fin à ce lien : demandez-la à qui l'a fait",
        "the server does not let this account end this link: ask whoever made it"
    );
}
