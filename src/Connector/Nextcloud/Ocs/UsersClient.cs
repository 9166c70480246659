using System.Text.Json;
using Connector.Domain;

namespace Connector.Nextcloud.Ocs;

/// <summary>An account. <see cref="Email"/> is null when none is known.</summary>
internal sealed record NextcloudUser
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    /// <summary>What the person's profile says; null when it says nothing.</summary>
    public string? Organisation { get; init; }

    public bool Enabled { get; init; } = true;

    public required IReadOnlyList<string> Groups { get; init; }
}

/// <summary>An account to be made. Without a password the server mails a link, so it needs an address.</summary>
internal sealed record NewUser
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }

    /// <summary>Language of the interface, such as <c>fr</c>.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Without the password.</summary>
    public override string ToString() => Id;
}

/// <summary>
/// Accounts, over the provisioning API (<c>apps/provisioning_api/lib/Controller/UsersController.php</c>). Writes can
/// ask for a password confirmation.
/// </summary>
internal sealed class UsersClient(OcsTransport ocs)
{
    private const int Page = 500;
    private const string App = "provisioning_api";
    private static readonly Text Listing = new("lister les comptes", "list the accounts");

    /// <summary>Every account that this one may see, with its groups; one request per 500.</summary>
    public async Task<IReadOnlyList<NextcloudUser>> List(CancellationToken ct)
    {
        var users = new Dictionary<string, NextcloudUser>(StringComparer.Ordinal);
        for (var offset = 0; ; offset += Page)
        {
            var data = await ocs.Data(ocs.Api.Users(Page, offset, ct), App, Listing, ct);
            var page = data.Member("users").Members().ToList();
            foreach (var (key, user) in page)
                users.TryAdd(user.Text("id") ?? key, Read(user, key));
            if (page.Count < Page)
                return [.. users.Values];
        }
    }

    /// <summary>One account; null when there is none (or none that this account may see).</summary>
    public async Task<NextcloudUser?> Find(string userId, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Api.User(userId, ct), ct);
        if (answer.IsMissing)
            return null;
        return answer.IsDone ? Read(answer.Data, userId) : throw ocs.Refused(answer, App, Listing);
    }

    /// <summary>
    /// Makes an account in its groups. Measured: the server answered 500 after the account existed and before its
    /// groups were set. So a fault is settled by reading, and missing groups are added.
    /// </summary>
    public async Task<OcsOutcome> Create(NewUser user, CancellationToken ct)
    {
        try
        {
            var answer = await ocs.Read(ocs.Api.CreateUser(Form(user), ct), ct);
            return answer switch
            {
                { IsDone: true } => OcsOutcome.Done,
                { Code: 102 } => OcsOutcome.AlreadyExists,
                { IsForbidden: true } or { Code: 105 } => new(
                    OcsResult.Forbidden,
                    Named(user.Id, "ce compte n'a pas le droit de le créer", "this account may not create it")
                ),
                { Code: 104 } => new(
                    OcsResult.NotFound,
                    Named(user.Id, "un de ses groupes n'existe pas", "one of its groups does not exist")
                ),
                { Code: 101 or 106 or 107 or 108 or 109 or 110 or 111 } => new(
                    OcsResult.Refused,
                    Named(
                        user.Id,
                        "identifiant, adresse ou mot de passe refusé",
                        "id, address or password refused"
                    )
                ),
                { IsBroken: true } => await Settle(user, ct),
                _ => throw ocs.Refused(answer, App, Listing),
            };
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            return await Settle(user, ct);
        }
    }

    /// <summary>
    /// Whether the account may fill groups, now and without a password confirmation that it cannot give: it asks to put
    /// itself into no group at all, which is refused (101) only after all of that was looked at.
    /// </summary>
    public async Task<bool> MayFillGroups(string ownId, CancellationToken ct)
    {
        try
        {
            var answer = await ocs.Read(ocs.Api.AddToGroup(ownId, new GroupForm { GroupId = "" }, ct), ct);
            return answer.Code == 101;
        }
        catch (NextcloudException error)
            when (error.Fault is NextcloudFault.PasswordConfirmationRequired or NextcloudFault.RightMissing)
        {
            return false;
        }
    }

    /// <summary>Adds an account to a group. Done also when it was in it.</summary>
    public async Task<OcsOutcome> AddToGroup(string userId, string groupId, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Api.AddToGroup(userId, new GroupForm { GroupId = groupId }, ct), ct);
        return answer switch
        {
            { IsDone: true } => OcsOutcome.Done,
            { Code: 101 or 102 } => new(
                OcsResult.NotFound,
                Named(userId, $"le groupe {groupId} n'existe pas", $"the group {groupId} does not exist")
            ),
            { Code: 103 } or { IsMissing: true } => new(
                OcsResult.NotFound,
                Named(userId, "ce compte n'existe pas", "this account does not exist")
            ),
            { Code: 104 } or { IsForbidden: true } => new(
                OcsResult.Forbidden,
                Named(
                    userId,
                    $"pas le droit de gérer le groupe {groupId}",
                    $"no right to manage the group {groupId}"
                )
            ),
            _ => throw ocs.Refused(answer, App, Listing),
        };
    }

    /// <summary>
    /// Takes an account out of a group; the account stays. Done also when it was not in it. A fault on the way is
    /// settled by reading.
    /// </summary>
    public async Task<OcsOutcome> RemoveFromGroup(string userId, string groupId, CancellationToken ct)
    {
        try
        {
            var answer = await ocs.Read(ocs.Api.RemoveFromGroup(userId, groupId, ct), ct);
            if (answer.IsForbidden || answer.Code is 104 or 105)
            {
                return new OcsOutcome(
                    OcsResult.Forbidden,
                    Named(
                        userId,
                        $"le serveur refuse de le retirer du groupe {groupId}",
                        $"the server refuses to take it out of the group {groupId}"
                    )
                );
            }

            if (!answer.IsDone && !answer.IsBroken && answer.Code is not (101 or 102 or 103))
            {
                throw ocs.Refused(answer, App, Listing);
            }
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            // What follows tells whether it got through.
        }

        return await Find(userId, ct) is { } there && there.Groups.Contains(groupId, StringComparer.Ordinal)
            ? new OcsOutcome(
                OcsResult.NotApplied,
                Named(userId, $"est resté dans le groupe {groupId}", $"stayed in the group {groupId}")
            )
            : OcsOutcome.Done;
    }

    private async Task<OcsOutcome> Settle(NewUser user, CancellationToken ct)
    {
        if (await Find(user.Id, ct) is not { } there)
            return new OcsOutcome(
                OcsResult.NotApplied,
                Named(user.Id, "le serveur ne l'a pas créé", "the server did not create it")
            )
            {
                Settled = true,
            };
        foreach (var group in user.Groups.Except(there.Groups, StringComparer.Ordinal))
            if (await AddToGroup(user.Id, group, ct) is { IsThere: false } failed)
                return failed with { Settled = true };
        return OcsOutcome.Done with { Settled = true };
    }

    private static CreateUserForm Form(NewUser user) =>
        new()
        {
            UserId = user.Id,
            DisplayName = user.DisplayName,
            Email = user.Email,
            Password = user.Password,
            Language = user.Language,
            Groups = user.Groups,
        };

    private static NextcloudUser Read(JsonElement user, string key) =>
        new()
        {
            Id = user.Text("id") ?? key,
            // "displayname" in the answers about one account, "displayName" in some lists.
            DisplayName =
                user.Text("displayname") ?? user.Text("displayName") ?? user.Text("display-name") ?? key,
            Email = user.Text("email") is { Length: > 0 } email ? email : null,
            Organisation = user.Text("organisation") is { Length: > 0 } organisation ? organisation : null,
            Enabled = user.Member("enabled") is null || user.Flag("enabled"),
            Groups = [.. user.Member("groups").Members().Select(g => g.Value.AsText()).OfType<string>()],
        };

    private static Text Named(string userId, string french, string english) =>
        new($"Compte « {userId} » : {french}.", $"Account '{userId}': {english}.");
}
