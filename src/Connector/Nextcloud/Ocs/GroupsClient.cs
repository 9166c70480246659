using Connector.Domain;

namespace Connector.Nextcloud.Ocs;

/// <summary>A group. Its id never changes; its display name is what people see.</summary>
internal sealed record NextcloudGroup(string Id, string DisplayName);

/// <summary>
/// Groups, over the provisioning API (<c>apps/provisioning_api/lib/Controller/GroupsController.php</c>). Writes can
/// ask for a password confirmation.
/// </summary>
internal sealed class GroupsClient(OcsTransport ocs)
{
    private const int Page = 500;
    private const string App = "provisioning_api";
    private static readonly Text Listing = new("lister les groupes", "list the groups");

    /// <summary>Every group with its display name; one request per 500.</summary>
    public async Task<IReadOnlyList<NextcloudGroup>> List(CancellationToken ct)
    {
        var groups = new Dictionary<string, NextcloudGroup>(StringComparer.Ordinal);
        for (var offset = 0; ; offset += Page)
        {
            var data = await ocs.Data(ocs.Api.Groups(Page, offset, ct), App, Listing, ct);
            var page = data.Member("groups").Members().Select(g => g.Value).ToList();
            foreach (var group in page.Where(g => g.Text("id") is not null))
                groups.TryAdd(
                    group.Text("id")!,
                    new(group.Text("id")!, group.Text("displayname") ?? group.Text("id")!)
                );
            if (page.Count < Page)
                return [.. groups.Values];
        }
    }

    /// <summary>The user ids in a group; null when there is no such group.</summary>
    public async Task<IReadOnlyList<string>?> Members(string groupId, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Api.GroupMembers(groupId, ct), ct);
        if (answer.IsMissing)
            return null;
        if (!answer.IsDone)
            throw ocs.Refused(answer, App, Listing);
        return [.. answer.Data.Member("users").Members().Select(u => u.Value.AsText()).OfType<string>()];
    }

    /// <summary>Makes a group. Done, AlreadyExists, Refused, Forbidden. A fault on the way is settled by reading.</summary>
    public async Task<OcsOutcome> Create(string groupId, string displayName, CancellationToken ct)
    {
        try
        {
            var form = new GroupForm { GroupId = groupId, DisplayName = displayName };
            var answer = await ocs.Read(ocs.Api.CreateGroup(form, ct), ct);
            return answer switch
            {
                { IsDone: true } => OcsOutcome.Done,
                { Code: 102 } => OcsOutcome.AlreadyExists,
                { Code: 101 } => new(
                    OcsResult.Refused,
                    Named("refuse ce nom de groupe", "refuses this group name", groupId)
                ),
                { IsForbidden: true } => Forbidden(groupId),
                { IsBroken: true } => await Settle(groupId, ct),
                _ => throw ocs.Refused(answer, App, Listing),
            };
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            return await Settle(groupId, ct);
        }
    }

    /// <summary>Changes what people see. Setting the same name again changes nothing.</summary>
    public async Task<OcsOutcome> SetDisplayName(string groupId, string displayName, CancellationToken ct)
    {
        var form = new KeyValueForm { Key = "displayname", Value = displayName };
        var answer = await ocs.Read(ocs.Api.EditGroup(groupId, form, ct), ct);
        return answer switch
        {
            { IsDone: true } => OcsOutcome.Done,
            { IsForbidden: true } => Forbidden(groupId),
            { IsMissing: true } => new(
                OcsResult.NotFound,
                Named("ne connaît pas ce groupe", "does not know this group", groupId)
            ),
            { Code: 101 } => new(
                OcsResult.Refused,
                Named("refuse ce nom de groupe", "refuses this group name", groupId)
            ),
            _ => throw ocs.Refused(answer, App, Listing),
        };
    }

    private async Task<OcsOutcome> Settle(string groupId, CancellationToken ct) =>
        await Members(groupId, ct) is null
            ? new OcsOutcome(
                OcsResult.NotApplied,
                Named("n'a pas créé ce groupe", "did not create this group", groupId)
            )
            {
                Settled = true,
            }
            : OcsOutcome.Done with
            {
                Settled = true,
            };

    private static OcsOutcome Forbidden(string groupId) =>
        new(
            OcsResult.Forbidden,
            Named(
                "ne laisse pas ce compte gérer ce groupe",
                "does not let this account manage this group",
                groupId
            )
        );

    private static Text Named(string french, string english, string groupId) =>
        new($"Le serveur {french} : « {groupId} ».", $"The server {english}: '{groupId}'.");
}
