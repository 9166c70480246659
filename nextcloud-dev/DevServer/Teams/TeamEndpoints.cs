using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Teams;

/// <summary>The teams app (<c>circles/lib/Controller/LocalController.php</c>, version 27), with its codes.</summary>
internal sealed class TeamEndpoints(TeamStore teams, TeamJson json, AccountStore accounts)
{
    private const string Teams = "/apps/circles/circles";
    private const string One = Teams + "/{team}";
    private const int ShortestName = 3;
    private const int LongestName = 127;
    private static readonly OcsResult NoTeam = OcsResult.Fail(404, "Circle not found");
    private static readonly OcsResult NotAllowed = OcsResult.Fail(400, "Insufficient rights");

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", Teams, OcsAccess.SignedIn, List);
        OcsDoor.Map(app, "POST", Teams, OcsAccess.SignedIn, Create);
        OcsDoor.Map(app, "GET", One, OcsAccess.SignedIn, call => Seen(call, t => Shown(call, t)));
        OcsDoor.Map(app, "DELETE", One, OcsAccess.SignedIn, call => Owned(call, Delete));
        OcsDoor.Map(app, "PUT", One + "/name", OcsAccess.SignedIn, call => Owned(call, t => Rename(call, t)));
        OcsDoor.Map(app, "GET", One + "/members", OcsAccess.SignedIn, Members);
        OcsDoor.Map(
            app,
            "POST",
            One + "/members",
            OcsAccess.SignedIn,
            call => Owned(call, t => Add(call, t))
        );
        OcsDoor.Map(
            app,
            "DELETE",
            One + "/members/{member}",
            OcsAccess.SignedIn,
            call => Owned(call, t => Remove(call, t))
        );
    }

    private OcsResult List(OcsCall call) =>
        OcsResult.Ok(
            new JsonArray([.. teams.Of(call.User.UserId).Select(team => json.Write(team, call.User.UserId))])
        );

    private OcsResult Create(OcsCall call)
    {
        var name = call.TextOrEmpty("name").Trim();
        if (name.Length < ShortestName)
            return OcsResult.Fail(400, "Circle name is too short");
        if (name.Length > LongestName)
            name = name[..LongestName];
        return Shown(call, teams.Create(name, call.Flag("local"), call.User.UserId));
    }

    private OcsResult Delete(Team team)
    {
        teams.Delete(team.Id);
        return OcsResult.Ok();
    }

    private OcsResult Rename(OcsCall call, Team team)
    {
        teams.Rename(team.Id, call.TextOrEmpty("value"));
        return Shown(call, teams.Find(team.Id)!);
    }

    /// <summary>Empty, not 404, for who is not in it or when there is none.</summary>
    private OcsResult Members(OcsCall call) =>
        Find(call) is { } team
            ? OcsResult.Ok(new JsonArray([.. teams.Members(team.Id).Select(json.Write)]))
            : OcsResult.Ok(new JsonArray());

    private OcsResult Add(OcsCall call, Team team)
    {
        var user = call.TextOrEmpty("userId");
        if (call.Number("type") is not 1)
            return OcsResult.Fail(400);
        if (accounts.Find(user) is null)
            return OcsResult.Fail(404, $"user {user} not found");
        return teams.Membership(team.Id, user) is null
            ? OcsResult.Ok(json.Write(teams.Add(team.Id, user)))
            : OcsResult.Fail(122, "Already member of the circle");
    }

    private OcsResult Remove(OcsCall call, Team team)
    {
        if (teams.Members(team.Id).Find(member => member.Id == call.Route("member")) is not { } member)
            return OcsResult.Fail(404);
        if (member.Level == TeamStore.Owner)
            return NotAllowed;
        teams.Remove(member);
        return OcsResult.Ok(new JsonArray());
    }

    private OcsResult Shown(OcsCall call, Team team) => OcsResult.Ok(json.Write(team, call.User.UserId));

    private OcsResult Seen(OcsCall call, Func<Team, OcsResult> work) =>
        Find(call) is { } team ? work(team) : NoTeam;

    private OcsResult Owned(OcsCall call, Func<Team, OcsResult> work) =>
        Seen(
            call,
            team =>
                teams.Membership(team.Id, call.User.UserId) is { Level: TeamStore.Owner }
                    ? work(team)
                    : NotAllowed
        );

    /// <summary>Null for who is not in it.</summary>
    private Team? Find(OcsCall call) =>
        teams.Find(call.Route("team")) is { } team && teams.Membership(team.Id, call.User.UserId) is not null
            ? team
            : null;
}
