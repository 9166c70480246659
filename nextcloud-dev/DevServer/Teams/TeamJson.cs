using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;

namespace Connector.DevServer.Teams;

/// <summary>Teams and members as the app writes them (<c>circles/lib/Model/Circle.php</c> and <c>Member.php</c>).</summary>
internal sealed class TeamJson(TeamStore teams, AccountStore accounts)
{
    public JsonObject Write(Team team, string readerId)
    {
        var members = teams.Members(team.Id);
        var json = Brief(team, members.Count);
        json["initiator"] = Of(members, member => IsReader(member, readerId));
        json["owner"] = Of(members, member => member.Level == TeamStore.Owner);
        return json;
    }

    public JsonObject Write(TeamMember member)
    {
        var json = Person(member);
        json["circle"] = Brief(teams.Find(member.TeamId)!, teams.Members(member.TeamId).Count);
        return json;
    }

    private static JsonObject Brief(Team team, int population) =>
        new()
        {
            ["id"] = team.Id,
            ["name"] = team.Name,
            ["displayName"] = team.DisplayName,
            ["sanitizedName"] = team.DisplayName,
            ["source"] = 16,
            ["population"] = population,
            ["config"] = team.Config,
            ["description"] = "",
            ["url"] = "",
            ["creation"] = team.Created,
        };

    private JsonObject? Of(List<TeamMember> members, Predicate<TeamMember> which) =>
        members.Find(which) is { } member ? Person(member) : null;

    private JsonObject Person(TeamMember member) =>
        new()
        {
            ["id"] = member.Id,
            ["circleId"] = member.TeamId,
            ["userId"] = member.UserId,
            ["userType"] = 1,
            ["local"] = true,
            ["level"] = member.Level,
            ["status"] = "Member",
            ["displayName"] = accounts.Find(member.UserId)?.DisplayName ?? member.UserId,
            ["joined"] = member.Joined,
        };

    private static bool IsReader(TeamMember member, string readerId) =>
        member.UserId.Equals(readerId, StringComparison.OrdinalIgnoreCase);
}
