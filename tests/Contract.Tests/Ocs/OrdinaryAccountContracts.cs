using Connector.Contract.Tests.TeamFolders;

namespace Connector.Contract.Tests.Ocs;

/// <summary>What an account that administers nothing is refused, and the one search that it may use.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class OrdinaryAccountContracts(Target target) : WithTeamFolders(target)
{
    private const string Sharees = "ocs/v2.php/apps/files_sharing/api/v1/sharees";

    [TestCase("GET", "cloud/users")]
    [TestCase("GET", "cloud/users/details?limit=500&offset=0")]
    [TestCase("GET", "cloud/groups")]
    [TestCase("GET", "cloud/groups/details?limit=500&offset=0")]
    [TestCase("GET", "cloud/groups/admin/users")]
    [TestCase("GET", "cloud/apps/circles")]
    [TestCase("GET", "apps/provisioning_api/api/v1/config/apps/dav/x")]
    [TestCase("POST", "cloud/groups", "groupid=interdit")]
    [TestCase("PUT", "cloud/groups/admin", "key=displayname&value=x")]
    [TestCase("POST", "cloud/users", "userid=interdit&password=Un-mot-de-passe-27")]
    [TestCase("POST", "cloud/users/admin/groups", "groupid=admin")]
    [TestCase("DELETE", "cloud/users/admin/groups?groupid=admin")]
    public async Task Administration_is_403(string verb, string path, string? form = null)
    {
        var answer = await AsOrdinary(verb, $"ocs/v2.php/{path}", form);
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((403, 403)), answer.Body);
    }

    [Test]
    public async Task Its_own_group_administration_is_403_too() =>
        Assert.That(
            (await AsOrdinary("GET", $"ocs/v2.php/cloud/users/{Stranger.Id}/subadmins")).OcsCode,
            Is.EqualTo(403)
        );

    [Test]
    public async Task Others_accounts_are_as_if_they_were_not_there()
    {
        var answer = await AsOrdinary("GET", $"ocs/v2.php/cloud/users/{Member.Id}");
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((404, 998)));
    }

    [Test]
    public async Task Team_folders_are_listed_empty_and_refused_by_a_403_inside_a_200()
    {
        var list = await AsOrdinary("GET", Api);
        Assert.That((list.Status, list.OcsCode), Is.EqualTo((200, 100)));
        Assert.That(list.Body, Does.Contain("\"data\":[]").Or.Contain("\"data\":{}"));
        var made = await AsOrdinary("POST", Api, "mountpoint=interdit");
        Assert.That((made.Status, made.OcsCode), Is.EqualTo((200, 403)));
    }

    [Test]
    public async Task An_account_is_found_by_its_id_among_those_to_share_with()
    {
        var found = await Search(Member.Id, 0);
        Assert.That(Exact(found, "users"), Is.EqualTo(new[] { Member.Id }));
        Assert.That(
            Exact(await Search(Member.Id.ToUpperInvariant(), 0), "users"),
            Is.EqualTo(new[] { Member.Id })
        );
        Assert.That(Exact(await Search(Server.Unique("personne"), 0), "users"), Is.Empty);
        Assert.That(Exact(await Search(Member.Id, 1), "users"), Is.Empty, "only the kind asked for");
    }

    [Test]
    public async Task The_account_itself_is_found_by_its_whole_name_alone()
    {
        Assert.That(Exact(await Search(Stranger.Id, 0), "users"), Is.EqualTo(new[] { Stranger.Id }));
        var part = (await Search(Stranger.Id[..^1], 0)).OcsData.GetProperty("users").EnumerateArray();
        Assert.That(part, Is.Empty);
    }

    [Test]
    public async Task A_group_is_found_by_its_id() =>
        Assert.That(Exact(await Search(Group, 1), "groups"), Is.EqualTo(new[] { Group }));

    [Test]
    public async Task Anybody_s_groups_can_be_read_from_their_principal_and_nobody_has_none()
    {
        var answer = await Principal(Member.Id);
        Assert.That(answer.Status, Is.EqualTo(207), answer.Body);
        Assert.That(
            answer.Property(Member.Id, Answer.D + "group-membership")!.Value,
            Is.EqualTo($"/remote.php/dav/principals/groups/{System.Net.WebUtility.UrlEncode(Group)}/")
        );
        Assert.That((await Principal(Server.Unique("personne"))).Status, Is.EqualTo(404));
    }

    private Task<Answer> Principal(string user) =>
        Server.SendAs(
            Stranger,
            "PROPFIND",
            $"remote.php/dav/principals/users/{user}/",
            "<d:propfind xmlns:d='DAV:'><d:prop><d:group-membership/></d:prop></d:propfind>",
            ("Depth", "0")
        );

    private Task<Answer> Search(string text, int kind) =>
        AsOrdinary("GET", $"{Sharees}?search={Uri.EscapeDataString(text)}&itemType=folder&shareType={kind}");

    private static IReadOnlyList<string?> Exact(Answer answer, string kind) =>
        [
            .. answer
                .OcsData.GetProperty("exact")
                .GetProperty(kind)
                .EnumerateArray()
                .Select(one => one.GetProperty("value").GetProperty("shareWith").GetString()),
        ];

    private Task<Answer> AsOrdinary(string verb, string path, string? form = null) =>
        form is null
            ? Server.SendAs(Stranger, verb, path)
            : Server.SendAs(
                Stranger,
                verb,
                path,
                form,
                ("Content-Type", "application/x-www-form-urlencoded")
            );
}
