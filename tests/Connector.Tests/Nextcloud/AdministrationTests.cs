using System.Text;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;
using Connector.Testing;

namespace Connector.Tests.Nextcloud;

internal sealed class AdministrationTests
{
    private Stubbed _stub = null!;

    private NextcloudClient Client => _stub.Client;

    [SetUp]
    public void SetUp() => _stub = new Stubbed();

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [Test]
    public async Task An_empty_map_may_be_written_as_a_list()
    {
        _stub.Network.Answer(200, Stubbed.Ocs(100)).Answer(200, Stubbed.Ocs(200, """{"users":[]}"""));

        Assert.That(await Client.TeamFolders.List(default), Is.Empty);
        Assert.That(await Client.Users.List(default), Is.Empty);
    }

    [Test]
    public async Task Accounts_are_listed_with_their_groups_page_by_page()
    {
        var page = string.Join(
            ",",
            Enumerable
                .Range(0, 500)
                .Select(i => $$"""  "u{{i}}":{"id":"u{{i}}","displayname":"N","groups":["g"]}  """)
        );
        _stub
            .Network.Answer(200, Stubbed.Ocs(200, "{\"users\":{" + page + "}}"))
            .Answer(
                200,
                Stubbed.Ocs(
                    200,
                    """{"users":{"zoé":{"id":"zoé","displayname":"Zoé","email":null,"groups":[]}}}"""
                )
            );

        var users = await Client.Users.List(default);

        Assert.That(users, Has.Count.EqualTo(501));
        Assert.That(users[0].Groups, Is.EqualTo(new[] { "g" }));
        Assert.That(_stub.Network.Last.Address.Query, Does.Contain("limit=500").And.Contain("offset=500"));
        Assert.That(_stub.Network.Last.Headers["OCS-APIRequest"], Is.EqualTo("true"));
        Assert.That(_stub.Network.Last.Headers["Accept"], Is.EqualTo("application/json"));
        Assert.That(_stub.Network.Last.Path, Is.EqualTo("/nc/ocs/v2.php/cloud/users/details"));
    }

    [TestCase(200, OcsResult.Done)]
    [TestCase(100, OcsResult.Done)]
    [TestCase(101, OcsResult.Refused)]
    [TestCase(102, OcsResult.AlreadyExists)]
    [TestCase(403, OcsResult.Forbidden)]
    public async Task The_code_of_the_envelope_tells_what_became_of_a_group(int code, OcsResult expected)
    {
        _stub.Network.Answer(
            code is 101 or 102 ? 400
                : code == 403 ? 403
                : 200,
            Stubbed.Ocs(code)
        );

        Assert.That((await Client.Groups.Create("élus", "Élus", default)).Result, Is.EqualTo(expected));
        Assert.That(_stub.Network.Last.Body, Is.EqualTo("groupid=%C3%A9lus&displayname=%C3%89lus"));
    }

    [Test]
    public async Task An_account_half_made_by_a_500_is_completed()
    {
        _stub
            .Network.Answer(500, Stubbed.Ocs(996))
            .Answer(200, Stubbed.Ocs(200, """{"id":"bob","groups":["a"]}"""))
            .Answer(200, Stubbed.Ocs(200));

        var outcome = await Client.Users.Create(
            new NewUser
            {
                Id = "bob",
                DisplayName = "Bob",
                Groups = ["a", "b"],
            },
            default
        );

        Assert.That((outcome.Result, outcome.Settled), Is.EqualTo((OcsResult.Done, true)));
        Assert.That(_stub.Network.Last.Path, Does.EndWith("/cloud/users/bob/groups"));
        Assert.That(_stub.Network.Last.Body, Is.EqualTo("groupid=b"));
    }

    [Test]
    public async Task An_account_that_a_500_did_not_make_is_told()
    {
        _stub.Network.Answer(500, "<html>").Answer(404, Stubbed.Ocs(404));

        var outcome = await Client.Users.Create(new NewUser { Id = "bob", DisplayName = "Bob" }, default);

        Assert.That(outcome.Result, Is.EqualTo(OcsResult.NotApplied));
        Assert.That(outcome.Message!.Value.French, Does.Contain("bob"));
    }

    [Test]
    public async Task A_confirmation_is_asked_of_a_new_session_first_and_then_given_with_the_real_password()
    {
        using var stub = new Stubbed(realPassword: "vrai");
        var real = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("zoé:vrai"))}";
        stub.Network.Answer(request =>
            request.Headers["Authorization"] == real
                ? StubTransport.Build(200, Stubbed.Ocs(200))
                : StubTransport.Build(403, """{"message":"Password confirmation is required"}""")
        );

        Assert.That((await stub.Client.Groups.Create("g", "G", default)).Result, Is.EqualTo(OcsResult.Done));
        Assert.That(
            stub.Network.Seen,
            Has.Count.EqualTo(3),
            "App password, again in a new session, real password."
        );
        Assert.That(stub.Client.ConfirmationNeeded);

        await stub.Client.Groups.Create("h", "H", default);
        Assert.That(stub.Network.Seen, Has.Count.EqualTo(4), "The next write goes that way at once.");
    }

    [Test]
    public async Task A_confirmation_that_cannot_be_given_is_told_with_its_remedy()
    {
        _stub.Network.Answer(403, Stubbed.Ocs(403, "[]", "Password confirmation is required"));

        var surprise = await _stub.Surprise(Client.Groups.Create("g", "G", default));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.PasswordConfirmationRequired));
        Assert.That(surprise.Problem.Remedy.French, Does.Contain("CONNECTOR_ADMIN_PASSWORD"));
        Assert.That(surprise.MayHaveActed, Is.False);
    }

    [Test]
    public async Task An_app_that_is_off_and_a_right_that_is_missing_are_named()
    {
        _stub.Network.Answer(404, "<html>Page not found</html>");
        var off = await _stub.Surprise(Client.TeamFolders.List(default));
        using var other = new Stubbed();
        other.Network.Answer(403, """{"message":"Logged in account must be an admin"}""");
        var refused = await other.Surprise(other.Client.TeamFolders.List(default));

        Assert.That(
            (off.Fault, refused.Fault),
            Is.EqualTo((NextcloudFault.NotInstalled, NextcloudFault.RightMissing))
        );
        Assert.That(off.Problem.Remedy.English, Does.Contain("occ app:enable groupfolders"));
    }

    [TestCase("")]
    [TestCase("<html>")]
    [TestCase("{\"ocs\":")]
    [TestCase("[]")]
    public async Task A_success_that_is_no_envelope_is_malformed(string body)
    {
        _stub.Network.Answer(200, body);

        Assert.That(
            (await _stub.Surprise(Client.Groups.List(default))).Fault,
            Is.EqualTo(NextcloudFault.MalformedAnswer)
        );
    }

    [TestCase("""{"g":31,"h":1}""")]
    [TestCase("""{"g":{"permissions":31,"displayName":"G"},"h":{"permissions":1}}""")]
    public async Task Team_folders_of_older_and_newer_apps_read_alike(string groups)
    {
        _stub.Network.Answer(200, Stubbed.Ocs(100, $$$"""{"7":{{{Folder(7, "Élus", groups)}}}}"""));

        var folder = (await Client.TeamFolders.List(default)).Single();

        Assert.That((folder.Id, folder.MountPoint, folder.AclEnabled), Is.EqualTo((7, "Élus", true)));
        Assert.That(
            folder.Groups,
            Is.EquivalentTo(new Dictionary<string, Rights> { ["g"] = Rights.All, ["h"] = Rights.Read })
        );
        Assert.That(folder.Managers, Is.EqualTo(new[] { new TeamFolderManager("group", "admin") }));
    }

    [Test]
    public async Task A_team_folder_of_that_name_is_adopted_and_not_doubled()
    {
        _stub.Network.Answer(
            200,
            Stubbed.Ocs(
                100,
                $$$"""{"9":{{{Folder(9, "Élus", "[]")}}},"7":{{{Folder(7, "E\u0301lus", "[]")}}}}"""
            )
        );

        var outcome = await Client.TeamFolders.Create("Élus", default);

        Assert.That((outcome.Outcome.Result, outcome.Folder!.Id), Is.EqualTo((OcsResult.AlreadyExists, 7)));
        Assert.That(_stub.Network.Seen.Select(r => r.Verb), Is.All.EqualTo(HttpMethod.Get));
    }

    [Test]
    public async Task A_team_folder_whose_making_broke_is_looked_for_and_not_made_again()
    {
        _stub
            .Network.Answer(200, Stubbed.Ocs(100))
            .Reset()
            .Answer(200, Stubbed.Ocs(100, $$$"""{"3":{{{Folder(3, "Élus", "[]")}}}}"""));

        var call = Client.TeamFolders.Create("Élus", default);
        await _stub.Run(call);

        Assert.That(((await call).Outcome.Result, (await call).Folder!.Id), Is.EqualTo((OcsResult.Done, 3)));
        Assert.That(_stub.Network.Seen.Count(r => r.Verb == HttpMethod.Post), Is.EqualTo(1));
    }

    [Test]
    public async Task Rights_that_the_app_ignored_are_told()
    {
        _stub.Network.Answer(request =>
            StubTransport.Build(
                200,
                request.Verb == HttpMethod.Get
                    ? Stubbed.Ocs(100, Folder(3, "Élus", "[]"))
                    : Stubbed.Ocs(100, """{"success":true}""")
            )
        );
        var settings = new TeamFolderSettings
        {
            Groups = new Dictionary<string, Rights> { ["g"] = Rights.Read },
        };

        var outcome = await Client.TeamFolders.Configure(3, settings, default);

        Assert.That(outcome.Outcome.Result, Is.EqualTo(OcsResult.NotApplied));
        Assert.That(outcome.Written, Is.EqualTo(new[] { "group g", "rights g" }));
    }

    [Test]
    public void Neither_records_nor_surprises_print_a_secret()
    {
        var account = new NextcloudAccount
        {
            BaseUrl = Stubbed.Server,
            UserName = "zoé",
            AppPassword = "s3cret",
            RealPassword = "s3cret",
        };
        var user = new NewUser
        {
            Id = "bob",
            DisplayName = "Bob",
            Password = "s3cret",
        };

        Assert.That($"{account} {user}", Does.Not.Contain("s3cret"));
    }

    private static string Folder(long id, string name, string groups) =>
        $$"""{"id":{{id}},"mount_point":"{{name}}","groups":{{groups}},"quota":"-3","size":0,"acl":true,"manage":[{"type":"group","id":"admin","displayname":"admin"}]}""";
}
