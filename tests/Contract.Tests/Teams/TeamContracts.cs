using System.Text.Json;
using Connector.Contract.Tests.TeamFolders;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Teams;

/// <summary>
/// Teams (circles) of an account that administers nothing: what it may make, who gets in, and what they see of folders
/// and calendars given to a team.
/// </summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class TeamContracts(Target target) : WithTeamFolders(target)
{
    private const string Teams = "ocs/v2.php/apps/circles/circles";
    private const string Shares = "ocs/v2.php/apps/files_sharing/api/v1/shares";
    private string _name = "";
    private string _team = "";

    private (string Id, string Password) Owner => Stranger;

    [SetUp]
    public async Task MakeTeam()
    {
        _name = Server.Unique("équipe ");
        _team = (await Create(_name)).GetProperty("id").GetString()!;
    }

    [TearDown]
    public Task RemoveTeam() => AsOwner("DELETE", $"{Teams}/{_team}");

    [Test]
    public async Task Its_maker_owns_it_alone_and_sees_it_in_the_list()
    {
        var seen = (await AsOwner("GET", Teams)).OcsData.EnumerateArray().Single(One(_team));
        Assert.That(seen.GetProperty("displayName").GetString(), Is.EqualTo(_name));
        Assert.That(seen.GetProperty("population").GetInt32(), Is.EqualTo(1));
        Assert.That(seen.GetProperty("initiator").GetProperty("level").GetInt32(), Is.EqualTo(9));
        Assert.That(await Members(Owner), Is.EqualTo(new[] { Owner.Id }));
    }

    [Test]
    public async Task Nobody_else_sees_it_and_asking_for_its_members_gives_an_empty_list()
    {
        var list = (await As(Member, "GET", Teams, null)).OcsData.EnumerateArray();
        Assert.That(list.Count(One(_team)), Is.Zero);
        Assert.That(await Members(Member), Is.Empty);
        Assert.That((await As(Member, "GET", $"{Teams}/{_team}", null)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_member_is_added_once_the_second_time_is_122()
    {
        Assert.That((await Add(Member.Id)).Status, Is.EqualTo(200));
        var again = await Add(Member.Id);
        Assert.That((again.Status, again.OcsCode), Is.EqualTo((400, 122)));
        Assert.That(await Members(Owner), Is.EqualTo(new[] { Owner.Id, Member.Id }));
        var seen = (await AsOwner("GET", Teams)).OcsData.EnumerateArray().Single(One(_team));
        Assert.That(seen.GetProperty("population").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Somebody_without_an_account_is_404()
    {
        var answer = await Add(Server.Unique("personne"));
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((404, 404)));
    }

    [Test]
    public async Task A_member_may_add_nobody()
    {
        await Add(Member.Id);
        var answer = await As(Member, "POST", $"{Teams}/{_team}/members", $"userId={Server.Admin}&type=1");
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((400, 400)));
    }

    [Test]
    public async Task Who_is_taken_out_is_gone_and_a_second_time_is_404()
    {
        await Add(Member.Id);
        var id = (await AsOwner("GET", $"{Teams}/{_team}/members"))
            .OcsData.EnumerateArray()
            .Single(member => member.GetProperty("userId").GetString() == Member.Id)
            .GetProperty("id")
            .GetString();
        Assert.That((await AsOwner("DELETE", $"{Teams}/{_team}/members/{id}")).Status, Is.EqualTo(200));
        Assert.That((await AsOwner("DELETE", $"{Teams}/{_team}/members/{id}")).Status, Is.EqualTo(404));
        Assert.That(await Members(Owner), Is.EqualTo(new[] { Owner.Id }));
    }

    [Test]
    public async Task A_second_team_of_that_name_is_shown_with_a_number()
    {
        var second = await Create(_name);
        try
        {
            Assert.That(second.GetProperty("name").GetString(), Is.EqualTo(_name));
            Assert.That(second.GetProperty("displayName").GetString(), Is.EqualTo($"{_name} (2)"));
        }
        finally
        {
            await AsOwner("DELETE", $"{Teams}/{second.GetProperty("id").GetString()}");
        }
    }

    [Test]
    public async Task A_name_of_two_letters_is_refused() =>
        Assert.That((await AsOwner("POST", Teams, "name=GT&personal=0&local=1")).OcsCode, Is.EqualTo(400));

    [Test]
    public async Task A_folder_given_to_a_team_is_its_members_and_the_listing_cuts_the_team_s_id()
    {
        await Add(Member.Id);
        var folder = Server.Unique("d");
        await As(Owner, "MKCOL", $"remote.php/dav/files/{Owner.Id}/{folder}", null);
        var body = $"path=/{folder}&shareType=7&shareWith={_team}&permissions=15";
        var share = (await AsOwner("POST", Shares, body)).OcsData;
        Assert.That(share.GetProperty("permissions").GetInt32(), Is.EqualTo(15));
        Assert.That(
            share.GetProperty("share_with").GetString(),
            Is.EqualTo(_team[..^1]),
            "one character less"
        );
        var seen = await As(Member, "PROPFIND", $"remote.php/dav/files/{Member.Id}/{folder}", null);
        Assert.That(seen.Status, Is.EqualTo(207));
        await As(Owner, "DELETE", $"remote.php/dav/files/{Owner.Id}/{folder}", null);
    }

    [Test]
    public async Task A_team_that_is_not_there_cannot_be_given_anything()
    {
        var folder = Server.Unique("d");
        await As(Owner, "MKCOL", $"remote.php/dav/files/{Owner.Id}/{folder}", null);
        var answer = await AsOwner("POST", Shares, $"path=/{folder}&shareType=7&shareWith=nulle-part");
        Assert.That(answer.Status, Is.EqualTo(500));
        await As(Owner, "DELETE", $"remote.php/dav/files/{Owner.Id}/{folder}", null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_calendar_given_to_a_team_is_its_members_until_they_leave(bool readWrite)
    {
        await Add(Member.Id);
        var calendar = Server.Unique("a");
        await As(Owner, "MKCALENDAR", $"remote.php/dav/calendars/{Owner.Id}/{calendar}", null);
        var access = readWrite ? "<o:read-write/>" : "";
        var share =
            $"<o:share xmlns:d='DAV:' xmlns:o='http://owncloud.org/ns'><o:set><d:href>principal:principals/circles/{_team}</d:href>{access}</o:set></o:share>";
        Assert.That(
            (await As(Owner, "POST", $"remote.php/dav/calendars/{Owner.Id}/{calendar}", share)).Status,
            Is.EqualTo(200)
        );
        Assert.That(await Calendars(), Has.Some.EndsWith($"/{calendar}_shared_by_{Owner.Id}/"));
        var invite = (
            await Server.SendAs(
                Owner,
                "PROPFIND",
                $"remote.php/dav/calendars/{Owner.Id}/{calendar}",
                "<d:propfind xmlns:d='DAV:' xmlns:o='http://owncloud.org/ns'><d:prop><o:invite/></d:prop></d:propfind>",
                ("Depth", "0")
            )
        ).Property(calendar, Oc + "invite")!;
        var user = invite
            .Elements(Oc + "user")
            .Single(one => one.Element(D + "href")!.Value == $"principal:principals/circles/{_team}");
        Assert.That(
            user.Element(Oc + "access")!.Element(Oc + "read-write") is not null,
            Is.EqualTo(readWrite)
        );
        await RemoveTeam();
        Assert.That(await Calendars(), Has.None.EndsWith($"/{calendar}_shared_by_{Owner.Id}/"));
        await As(Owner, "DELETE", $"remote.php/dav/calendars/{Owner.Id}/{calendar}", null);
    }

    private async Task<JsonElement> Create(string name)
    {
        var answer = await AsOwner("POST", Teams, $"name={Uri.EscapeDataString(name)}&personal=0&local=1");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.OcsData;
    }

    private Task<Answer> Add(string user) =>
        AsOwner("POST", $"{Teams}/{_team}/members", $"userId={user}&type=1");

    private async Task<IReadOnlyList<string?>> Members((string Id, string Password) reader) =>
        [
            .. (await As(reader, "GET", $"{Teams}/{_team}/members", null))
                .OcsData.EnumerateArray()
                .Select(member => member.GetProperty("userId").GetString()),
        ];

    private async Task<IReadOnlyList<string>> Calendars() =>
        (
            await Server.SendAs(
                Member,
                "PROPFIND",
                $"remote.php/dav/calendars/{Member.Id}/",
                null,
                ("Depth", "1")
            )
        ).Hrefs;

    private static Func<JsonElement, bool> One(string team) =>
        json => json.GetProperty("id").GetString() == team;

    private Task<Answer> AsOwner(string verb, string path, string? body = null) =>
        As(Owner, verb, path, body);

    private new Task<Answer> As((string Id, string Password) who, string verb, string path, string? body) =>
        body is null || body.StartsWith('<')
            ? Server.SendAs(who, verb, path, body)
            : Server.SendAs(who, verb, path, body, ("Content-Type", "application/x-www-form-urlencoded"));
}
