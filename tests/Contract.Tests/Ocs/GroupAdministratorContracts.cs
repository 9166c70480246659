using Connector.Contract.Tests.TeamFolders;

namespace Connector.Contract.Tests.Ocs;

/// <summary>What an account may do that administers one group and nothing else (« sub admin »).</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class GroupAdministratorContracts(Target target) : WithTeamFolders(target)
{
    private const string Users = "ocs/v2.php/cloud/users";
    private const string Groups = "ocs/v2.php/cloud/groups";
    private string _other = "";

    [OneTimeSetUp]
    public async Task MakeAdministrator()
    {
        var made = await Server.Form("POST", $"{Users}/{Stranger.Id}/subadmins", ("groupid", Group));
        Assert.That((made.Status, made.OcsCode), Is.EqualTo((200, 200)));
    }

    [SetUp]
    public async Task MakeOther()
    {
        _other = Server.Unique("o");
        await Server.Form("POST", Users, ("userid", _other), ("password", "Un-mot-de-passe-27"));
    }

    [TearDown]
    public Task RemoveOther() => Server.Send("DELETE", $"{Users}/{_other}");

    [Test]
    public async Task Its_own_account_tells_which_groups()
    {
        var me = (await AsAdministrator("GET", "ocs/v2.php/cloud/user")).OcsData;
        Assert.That(Texts(me.GetProperty("subadmin")), Is.EqualTo(new[] { Group }));
        var list = await Server.Send("GET", $"{Users}/{Stranger.Id}/subadmins");
        Assert.That(Texts(list.OcsData), Is.EqualTo(new[] { Group }));
        var own = await AsAdministrator("GET", $"{Users}/{Stranger.Id}/subadmins");
        Assert.That((own.Status, own.OcsCode), Is.EqualTo((403, 403)), "only administrators may ask so");
    }

    [Test]
    public async Task It_lists_every_group_by_id_and_none_in_detail()
    {
        var list = (await AsAdministrator("GET", Groups)).OcsData.GetProperty("groups");
        Assert.That(Texts(list), Is.SupersetOf(new[] { Group, "admin" }));
        Assert.That((await AsAdministrator("GET", $"{Groups}/details")).OcsCode, Is.EqualTo(403));
    }

    [Test]
    public async Task It_lists_the_people_of_its_group_and_of_no_other()
    {
        var answer = await AsAdministrator("GET", $"{Groups}/{Uri.EscapeDataString(Group)}/users");
        Assert.That(Texts(answer.OcsData.GetProperty("users")), Does.Contain(Member.Id));
        Assert.That((await AsAdministrator("GET", $"{Groups}/admin/users")).OcsCode, Is.EqualTo(403));
        var people = (await AsAdministrator("GET", Users)).OcsData.GetProperty("users");
        Assert.That(Texts(people), Does.Contain(Member.Id).And.Not.Contain(_other));
        Assert.That((await AsAdministrator("GET", $"{Users}/{Member.Id}")).Status, Is.EqualTo(200));
        var hidden = await AsAdministrator("GET", $"{Users}/{_other}");
        Assert.That((hidden.Status, hidden.OcsCode), Is.EqualTo((404, 998)));
    }

    [Test]
    public async Task It_puts_anybody_into_its_group_and_nobody_into_another()
    {
        var added = await Put(_other, Group);
        Assert.That((added.Status, added.OcsCode), Is.EqualTo((200, 200)));
        var elsewhere = await Put(_other, "admin");
        Assert.That((elsewhere.Status, elsewhere.OcsCode), Is.EqualTo((400, 104)));
    }

    [TestCase("", 101)]
    [TestCase("n'existe pas", 102)]
    public async Task A_group_that_is_none_is_told_before_the_right_is_looked_at(string group, int code) =>
        Assert.That((await Put(Stranger.Id, group)).OcsCode, Is.EqualTo(code));

    [Test]
    public async Task It_takes_nobody_out_of_the_last_group_it_administers_nor_itself_out_of_any()
    {
        await Put(_other, Group);
        Assert.That((await TakeOut(_other)).OcsCode, Is.EqualTo(105));
        await Put(Stranger.Id, Group);
        Assert.That((await TakeOut(Stranger.Id)).OcsCode, Is.EqualTo(105));
        await Server.Send("DELETE", $"{Users}/{Stranger.Id}/groups?groupid={Uri.EscapeDataString(Group)}");
    }

    [Test]
    public async Task It_makes_no_group_and_accounts_in_its_group_alone()
    {
        Assert.That((await AsAdministrator("POST", Groups, "groupid=interdit")).OcsCode, Is.EqualTo(403));
        const string person = "userid=interdit&password=Un-mot-de-passe-27";
        Assert.That((await AsAdministrator("POST", Users, person)).OcsCode, Is.EqualTo(106));
        var elsewhere = await AsAdministrator("POST", Users, $"{person}&groups[]=admin");
        Assert.That(elsewhere.OcsCode, Is.EqualTo(105));
    }

    [Test]
    public async Task An_administrator_names_one_for_an_account_and_a_group_that_exist()
    {
        Assert.That((await Name("nulle-part", Group)).OcsCode, Is.EqualTo(101));
        Assert.That((await Name(_other, "nulle part")).OcsCode, Is.EqualTo(102));
        Assert.That((await Name(_other, "admin")).OcsCode, Is.EqualTo(103));
        Assert.That((await Name(Stranger.Id, Group)).OcsCode, Is.EqualTo(200), "a second time too");
    }

    private Task<Answer> Name(string user, string group) =>
        Server.Form("POST", $"{Users}/{user}/subadmins", ("groupid", group));

    private Task<Answer> Put(string user, string group) =>
        AsAdministrator("POST", $"{Users}/{user}/groups", $"groupid={Uri.EscapeDataString(group)}");

    private Task<Answer> TakeOut(string user) =>
        AsAdministrator("DELETE", $"{Users}/{user}/groups?groupid={Uri.EscapeDataString(Group)}");

    private static IReadOnlyList<string?> Texts(System.Text.Json.JsonElement list) =>
        [.. list.EnumerateArray().Select(one => one.GetString())];

    private Task<Answer> AsAdministrator(string verb, string path, string? form = null) =>
        Server.SendAs(
            Stranger,
            verb,
            path,
            form,
            form is null ? [] : [("Content-Type", "application/x-www-form-urlencoded")]
        );
}
