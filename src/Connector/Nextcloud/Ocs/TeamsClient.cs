using System.Text.Json;
using Connector.Domain;

namespace Connector.Nextcloud.Ocs;

/// <summary>A team (circle) that the account is in. <see cref="Population"/> counts its owner.</summary>
internal sealed record Team(string Id, string Name, int Population, bool IsOwned);

/// <summary>An account in a team; <see cref="Id"/> is the membership's own.</summary>
internal sealed record TeamMember(string Id, string UserId);

/// <summary>
/// Teams of the account's own (<c>circles/lib/Controller/LocalController.php</c>). Any account may make some, and asks
/// nobody to put people in. Members are accounts alone: groups, addresses and other teams inside a team are passed over.
/// </summary>
internal sealed class TeamsClient(OcsTransport ocs)
{
    private const string App = "circles";
    private const int Owner = 9;
    private const int Account = 1;

    /// <summary>Already in the team (<c>circles/lib/Exceptions/MemberAlreadyExistsException.php</c>).</summary>
    private const int AlreadyIn = 122;

    private static readonly Text Keeping = new("tenir des équipes", "keep teams");

    /// <summary>Every team that the account is in, in one request.</summary>
    public async Task<IReadOnlyList<Team>> List(CancellationToken ct) =>
        [
            .. ((JsonElement?)await ocs.Data(ocs.Api.Teams(ct), App, Keeping, ct))
                .Members()
                .Select(team => Read(team.Value))
                .OfType<Team>(),
        ];

    /// <summary>The accounts in a team, its owner included; empty when there is none of that id.</summary>
    public async Task<IReadOnlyList<TeamMember>> Members(string teamId, CancellationToken ct) =>
        [
            .. ((JsonElement?)await ocs.Data(ocs.Api.TeamMembers(teamId, ct), App, Keeping, ct))
                .Members()
                .Where(member => member.Value.Number("userType") is Account)
                .Select(member => new TeamMember(
                    member.Value.Text("id") ?? "",
                    member.Value.Text("userId") ?? ""
                )),
        ];

    /// <summary>
    /// Makes a team that the account does not own yet: the server would make a second one of that name. A fault on the
    /// way is settled by reading, so that a repetition does not either.
    /// </summary>
    public async Task<(OcsOutcome Outcome, Team? Team)> Create(string name, CancellationToken ct)
    {
        try
        {
            var form = new Dictionary<string, string>
            {
                ["name"] = name,
                ["personal"] = "0",
                ["local"] = "1",
            };
            var answer = await ocs.Read(ocs.Api.CreateTeam(form, ct), ct);
            if (answer.IsDone && Read(answer.Data) is { } made)
            {
                return (OcsOutcome.Done, made);
            }

            if (!answer.IsDone && !answer.IsBroken)
            {
                return (Refused(answer, name), null);
            }
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            // What follows tells whether it got through.
        }

        var there = (await List(ct)).FirstOrDefault(team => team.IsOwned && IsCalled(team, name));
        return there is null
            ? (
                Named(
                    OcsResult.NotApplied,
                    name,
                    "le serveur ne l'a pas créée",
                    "the server did not make it"
                ),
                null
            )
            : (OcsOutcome.Done with { Settled = true }, there);
    }

    /// <summary>Puts an account into a team. Done also when it was in it.</summary>
    public async Task<OcsOutcome> Add(string teamId, string userId, CancellationToken ct)
    {
        try
        {
            var form = new Dictionary<string, string> { ["userId"] = userId, ["type"] = $"{Account}" };
            var answer = await ocs.Read(ocs.Api.AddToTeam(teamId, form, ct), ct);
            if (answer.IsDone || answer.Code == AlreadyIn)
            {
                return OcsOutcome.Done;
            }

            if (!answer.IsBroken)
            {
                return answer.IsMissing
                    ? Named(
                        OcsResult.NotFound,
                        userId,
                        "ce compte ou cette équipe n'existe pas",
                        "this account or this team does not exist"
                    )
                    : Refused(answer, userId);
            }
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            // What follows tells whether it got through.
        }

        return await Find(teamId, userId, ct) is not null
            ? OcsOutcome.Done with
            {
                Settled = true,
            }
            : Named(
                OcsResult.NotApplied,
                userId,
                "n'a pas été ajouté à l'équipe",
                "was not put into the team"
            );
    }

    /// <summary>Takes an account out of a team; the account stays. Done also when it was not in it.</summary>
    public async Task<OcsOutcome> Remove(string teamId, string userId, CancellationToken ct)
    {
        if (await Find(teamId, userId, ct) is not { } member)
        {
            return OcsOutcome.Done;
        }

        try
        {
            var answer = await ocs.Read(ocs.Api.RemoveFromTeam(teamId, member.Id, ct), ct);
            if (answer.IsDone || answer.IsMissing)
            {
                return OcsOutcome.Done;
            }

            if (!answer.IsBroken)
            {
                return Refused(answer, userId);
            }
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            // What follows tells whether it got through.
        }

        return await Find(teamId, userId, ct) is null
            ? OcsOutcome.Done with
            {
                Settled = true,
            }
            : Named(OcsResult.NotApplied, userId, "est resté dans l'équipe", "stayed in the team");
    }

    /// <summary>The server numbers the second team of a name: « Jeunes (2) ».</summary>
    private static bool IsCalled(Team team, string name) =>
        team.Name == name || team.Name.StartsWith($"{name} (", StringComparison.Ordinal);

    private async Task<TeamMember?> Find(string teamId, string userId, CancellationToken ct) =>
        (await Members(teamId, ct)).FirstOrDefault(member =>
            member.UserId.Equals(userId, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Sample: <c>{"id":"SwRU…","name":"GT","displayName":"GT (2)","population":4,"initiator":{"level":9}}</c></summary>
    private static Team? Read(JsonElement team) =>
        team.Text("id") is { } id
            ? new Team(
                id,
                team.Text("displayName") ?? team.Text("name") ?? id,
                (int)(team.Number("population") ?? 0),
                team.Member("initiator")?.Number("level") is Owner
            )
            : null;

    private OcsOutcome Refused(OcsAnswer answer, string name) =>
        answer switch
        {
            { IsForbidden: true } => Named(
                OcsResult.Forbidden,
                name,
                "ce compte n'a pas le droit de tenir des équipes",
                "this account may not keep teams"
            ),
            { Code: 400 } => Named(OcsResult.Refused, name, "refusé par le serveur", "refused by the server"),
            _ => throw ocs.Refused(answer, App, Keeping),
        };

    private static OcsOutcome Named(OcsResult result, string name, string french, string english) =>
        new(result, new Text($"« {name} » : {french}.", $"'{name}': {english}."));
}
