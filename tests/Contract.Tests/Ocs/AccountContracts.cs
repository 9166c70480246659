namespace Connector.Contract.Tests.Ocs;

/// <summary>Accounts and groups over the provisioning API.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class AccountContracts(Target target) : Contracts(target)
{
    private const string Users = "ocs/v2.php/cloud/users";
    private const string Groups = "ocs/v2.php/cloud/groups";
    private (string Id, string Password) _user;
    private string _group = "";

    private string GroupPath => $"{Groups}/{Uri.EscapeDataString(_group)}";

    [SetUp]
    public async Task MakeUserAndGroup()
    {
        _user = (Server.Unique("u"), "Un-mot-de-passe-27");
        _group = $"groupe d'été {Server.Unique("g")}";
        Assert.That((await Create(_user.Id)).Status, Is.EqualTo(200));
        Assert.That(
            (await Server.Form("POST", Groups, ("groupid", _group), ("displayname", "Groupe d'été"))).Status,
            Is.EqualTo(200)
        );
    }

    [TearDown]
    public async Task Remove()
    {
        await Server.Send("DELETE", $"{Users}/{_user.Id}");
        await Server.Send("DELETE", GroupPath);
    }

    [Test]
    public async Task A_new_account_can_sign_in()
    {
        var answer = await Server.SendAs(_user, "GET", "ocs/v2.php/cloud/user");
        Assert.That(answer.OcsData.GetProperty("id").GetString(), Is.EqualTo(_user.Id));
    }

    [Test]
    public async Task The_same_account_twice_is_102() => Refused(await Create(_user.Id), 102);

    [TestCase("")]
    [TestCase("a/b")]
    public async Task An_impossible_id_is_101(string id) => Refused(await Create(id), 101);

    [Test]
    public async Task An_account_needs_a_password_or_an_address_108() =>
        Refused(await Server.Form("POST", Users, ("userid", Server.Unique("u"))), 108);

    [Test]
    public async Task An_account_in_an_unknown_group_is_104_and_not_made()
    {
        var id = Server.Unique("u");
        Refused(
            await Server.Form(
                "POST",
                Users,
                ("userid", id),
                ("password", "Un-mot-de-passe-27"),
                ("groups[]", Server.Unique("none"))
            ),
            104
        );
        Assert.That((await Server.Send("GET", $"{Users}/{id}")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Details_carry_the_groups_by_id()
    {
        await Join(_user.Id, _group);
        var details = (await Server.Send("GET", $"{Users}/details?search={_user.Id}"))
            .OcsData.GetProperty("users")
            .GetProperty(_user.Id);
        Assert.That(details.GetProperty("displayname").GetString(), Is.EqualTo(_user.Id));
        Assert.That(
            details.GetProperty("groups").EnumerateArray().Select(item => item.GetString()),
            Is.EqualTo(new[] { _group })
        );
    }

    [Test]
    public async Task An_account_s_name_and_address_can_be_set()
    {
        await Server.Form("PUT", $"{Users}/{_user.Id}", ("key", "displayname"), ("value", "Noé D'Almeida"));
        await Server.Form("PUT", $"{Users}/{_user.Id}", ("key", "email"), ("value", "noe@example.org"));
        var data = (await Server.Send("GET", $"{Users}/{_user.Id}")).OcsData;
        Assert.That(data.GetProperty("displayname").GetString(), Is.EqualTo("Noé D'Almeida"));
        Assert.That(data.GetProperty("email").GetString(), Is.EqualTo("noe@example.org"));
    }

    [Test]
    public async Task Joining_a_group_twice_is_no_error()
    {
        Assert.That((await Join(_user.Id, _group)).Status, Is.EqualTo(200));
        Assert.That((await Join(_user.Id, _group)).Status, Is.EqualTo(200));
        Assert.That(
            (await Server.Send("GET", GroupPath + "/users"))
                .OcsData.GetProperty("users")
                .EnumerateArray()
                .Select(item => item.GetString()),
            Is.EqualTo(new[] { _user.Id })
        );
    }

    [Test]
    public async Task Leaving_a_group_is_seen()
    {
        await Join(_user.Id, _group);
        Assert.That(
            (
                await Server.Form(
                    "DELETE",
                    $"{Users}/{_user.Id}/groups?groupid={Uri.EscapeDataString(_group)}"
                )
            ).Status,
            Is.EqualTo(200)
        );
        Assert.That(
            (await Server.Send("GET", $"{Users}/{_user.Id}/groups"))
                .OcsData.GetProperty("groups")
                .GetArrayLength(),
            Is.Zero
        );
    }

    [Test]
    public async Task Joining_tells_what_is_wrong()
    {
        Refused(await Join(_user.Id, ""), 101);
        Refused(await Join(_user.Id, Server.Unique("none")), 102);
        Refused(await Join(Server.Unique("none"), _group), 103);
    }

    [Test]
    public async Task Nobody_leaves_the_administrators_by_themselves_105() =>
        Refused(await Server.Send("DELETE", $"{Users}/{Server.Admin}/groups?groupid=admin"), 105);

    [TestCase("GET", Users)]
    [TestCase("POST", Groups)]
    [TestCase("POST", Users)]
    public async Task A_member_administers_nothing(string verb, string path)
    {
        var answer = await Server.SendAs(
            _user,
            verb,
            path,
            verb == "POST" ? "groupid=x&userid=x" : null,
            ("Content-Type", "application/x-www-form-urlencoded")
        );
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task The_same_group_twice_is_102() =>
        Refused(await Server.Form("POST", Groups, ("groupid", _group)), 102);

    [Test]
    public async Task A_group_without_name_is_101() =>
        Refused(await Server.Form("POST", Groups, ("groupid", "")), 101);

    [Test]
    public async Task A_group_has_a_name_to_show_which_can_change()
    {
        Assert.That(await DisplayName(), Is.EqualTo("Groupe d'été"));
        Assert.That(
            (await Server.Form("PUT", GroupPath, ("key", "displayname"), ("value", "Groupe d'hiver"))).Status,
            Is.EqualTo(200)
        );
        Assert.That(await DisplayName(), Is.EqualTo("Groupe d'hiver"));
    }

    [Test]
    public async Task The_members_of_a_missing_group_are_404() =>
        Assert.That(
            (await Server.Send("GET", $"{Groups}/{Server.Unique("none")}/users")).Status,
            Is.EqualTo(404)
        );

    [Test]
    public async Task A_group_is_deleted_once()
    {
        Assert.That((await Server.Send("DELETE", GroupPath)).Status, Is.EqualTo(200));
        Refused(await Server.Send("DELETE", GroupPath), 101);
    }

    [Test]
    public async Task The_group_of_administrators_stays() =>
        Refused(await Server.Send("DELETE", Groups + "/admin"), 102);

    [Test]
    public async Task A_deleted_account_is_gone()
    {
        Assert.That((await Server.Send("DELETE", $"{Users}/{_user.Id}")).Status, Is.EqualTo(200));
        Assert.That((await Server.SendAs(_user, "GET", "ocs/v2.php/cloud/user")).Status, Is.EqualTo(401));
    }

    private Task<Answer> Create(string id) =>
        Server.Form("POST", Users, ("userid", id), ("password", "Un-mot-de-passe-27"));

    private Task<Answer> Join(string user, string group) =>
        Server.Form("POST", $"{Users}/{user}/groups", ("groupid", group));

    private async Task<string?> DisplayName() =>
        (await Server.Send("GET", $"{Groups}/details?search={Uri.EscapeDataString(_group)}"))
            .OcsData.GetProperty("groups")
            .EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == _group)
            .GetProperty("displayname")
            .GetString();

    private static void Refused(Answer answer, int code) =>
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((400, code)));
}
