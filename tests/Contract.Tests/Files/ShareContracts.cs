using System.Globalization;
using System.Text.Json;
using Connector.Contract.Tests.TeamFolders;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Files;

/// <summary>Plain folders shared with groups and people, as a listing and the recipients see them.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class ShareContracts(Target target) : WithTeamFolders(target)
{
    internal const string Shares = "ocs/v2.php/apps/files_sharing/api/v1/shares";
    private string _name = "";

    [SetUp]
    public async Task MakeFolders()
    {
        _name = Server.Unique("p");
        foreach (var path in new[] { _name, $"{_name}/a", $"{_name}/a/b" })
            Assert.That(
                (await Server.Send("MKCOL", Server.FilePath(path.Split('/')))).Status,
                Is.EqualTo(201)
            );
    }

    [TearDown]
    public Task RemoveFolder() => Server.Send("DELETE", Server.FilePath(_name));

    [TestCase(1, "SG")]
    [TestCase(7, "SGNVCK")]
    [TestCase(15, "SGDNVCK")]
    [TestCase(31, "SRGDNVCK")]
    public async Task A_group_share_gives_its_rights_to_all_that_is_below(int permissions, string letters)
    {
        await Share("", 1, Group, permissions);
        Assert.That(await Letters(Member, $"{_name}/a/b"), Is.EqualTo(letters));
        Assert.That((await As(Stranger, "PROPFIND", _name)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task The_place_where_a_share_hangs_can_be_renamed_and_left_by_everybody()
    {
        await Share("", 1, Group, 1);
        Assert.That(await Letters(Member, _name), Does.StartWith("SGD").And.Not.Contain("CK"));
    }

    [Test]
    public async Task A_second_share_with_the_same_group_gives_the_first_back_unchanged()
    {
        var first = await Share("", 1, Group, 1);
        var second = await Share("", 1, Group, 15);
        Assert.That(second.GetProperty("id").GetString(), Is.EqualTo(first.GetProperty("id").GetString()));
        Assert.That(second.GetProperty("permissions").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Rights_of_a_share_can_be_changed()
    {
        var id = (await Share("", 1, Group, 1)).GetProperty("id").GetString();
        await Server.Form("PUT", $"{Shares}/{id}", ("permissions", "15"));
        Assert.That(await Letters(Member, $"{_name}/a"), Is.EqualTo("SGDNVCK"));
    }

    [Test]
    public async Task One_listing_holds_shares_of_every_kind_with_their_last_day()
    {
        await Share("", 1, Group, 1);
        await Share("/a", 0, Stranger.Id, 1);
        await Share("/a", 3, null, 1);
        await Share("/a/b", 3, null, 1, "2099-02-01");
        Assert.That(
            (await List("")).Select(Line),
            Is.EquivalentTo(
                new[]
                {
                    $"1 /{_name} {Group} -",
                    $"0 /{_name}/a {Stranger.Id} -",
                    $"3 /{_name}/a - -",
                    $"3 /{_name}/a/b - 2099-02-01 00:00:00",
                }
            )
        );
    }

    [Test]
    public async Task What_a_recipient_shares_further_is_listed_for_the_owner_on_request()
    {
        await Share("", 1, Group, 31);
        var answer = await Server.SendAs(
            Member,
            "POST",
            Shares,
            $"path=/{_name}/a&shareType=3&permissions=1",
            ("Content-Type", "application/x-www-form-urlencoded")
        );
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That((await List("")).Count(share => Type(share) == 3), Is.Zero);
        var reshare = (await List("?reshares=true")).Single(share => Type(share) == 3);
        Assert.That(reshare.GetProperty("uid_owner").GetString(), Is.EqualTo(Member.Id));
        Assert.That(Line(reshare), Is.EqualTo($"3 /{_name}/a - -"));
        Assert.That(reshare.GetProperty("can_edit").GetBoolean(), Is.True, "the file is in the owner's home");
        var id = reshare.GetProperty("id").GetString();
        var change = await Server.Form("PUT", $"{Shares}/{id}", ("expireDate", "2099-03-01"));
        Assert.That(change.Status, Is.EqualTo(403), "and yet a link is its maker's alone");
    }

    [Test]
    public async Task Links_that_members_made_of_team_folders_are_listed_inside_the_home_and_belong_to_them()
    {
        var mount = Server.Unique("tf");
        await MakeFor(mount);
        Assert.That((await As(Member, "PUT", $"{mount}/a.txt", "a")).Status, Is.EqualTo(201));
        foreach (var path in new[] { mount, $"{mount}/a.txt" })
            await LinkOf(Member, path);

        Assert.That(await Makers($"?reshares=true", mount), Is.Empty, "in no listing of the account's own");
        Assert.That(
            await Makers("?reshares=true&subfiles=true&path=/", mount),
            Is.EqualTo(new[] { $"{Member.Id} /{mount} False" })
        );
        Assert.That(
            await Makers($"?reshares=true&subfiles=true&path=/{mount}", mount),
            Is.EqualTo(new[] { $"{Member.Id} /{mount}/a.txt False" })
        );
        var id = (await All("?reshares=true&subfiles=true&path=/"))
            .Single(share => share.GetProperty("path").GetString() == $"/{mount}")
            .GetProperty("id")
            .GetString();
        Assert.That(
            (await Server.Form("PUT", $"{Shares}/{id}", ("expireDate", "2099-03-01"))).Status,
            Is.EqualTo(403)
        );
    }

    private async Task LinkOf((string Id, string Password) who, string path)
    {
        var answer = await Server.SendAs(
            who,
            "POST",
            Shares,
            $"path=/{path}&shareType=3&permissions=1",
            ("Content-Type", "application/x-www-form-urlencoded")
        );
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    private async Task<IReadOnlyList<string>> Makers(string query, string mount) =>
        [
            .. (await All(query))
                .Where(share =>
                    share.GetProperty("path").GetString()!.StartsWith($"/{mount}", StringComparison.Ordinal)
                )
                .Select(share =>
                    $"{share.GetProperty("uid_owner")} {share.GetProperty("path")} {share.GetProperty("can_edit")}"
                ),
        ];

    private async Task<IReadOnlyList<JsonElement>> All(string query) =>
        [.. (await Server.Send("GET", Shares + query)).OcsData.EnumerateArray()];

    private async Task<JsonElement> Share(
        string below,
        int type,
        string? with,
        int permissions,
        string? until = null
    )
    {
        var fields = new List<(string, string)>
        {
            ("path", $"/{_name}{below}"),
            ("shareType", type.ToString(CultureInfo.InvariantCulture)),
            ("permissions", permissions.ToString(CultureInfo.InvariantCulture)),
        };
        if (with is not null)
            fields.Add(("shareWith", with));
        if (until is not null)
            fields.Add(("expireDate", until));
        var answer = await Server.Form("POST", Shares, [.. fields]);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.OcsData;
    }

    private async Task<IReadOnlyList<JsonElement>> List(string query) =>
        [
            .. (await Server.Send("GET", Shares + query))
                .OcsData.EnumerateArray()
                .Where(share =>
                    share.GetProperty("path").GetString()!.StartsWith($"/{_name}", StringComparison.Ordinal)
                ),
        ];

    private static int Type(JsonElement share) => share.GetProperty("share_type").GetInt32();

    private static string Line(JsonElement share) =>
        $"{Type(share)} {share.GetProperty("path").GetString()} {Text(share, "share_with")} {Text(share, "expiration")}";

    private static string Text(JsonElement share, string name) => share.GetProperty(name).GetString() ?? "-";

    private async Task<string> Letters((string Id, string Password) who, string path)
    {
        var answer = await Server.SendAs(
            who,
            "PROPFIND",
            $"remote.php/dav/files/{who.Id}/{path}",
            """<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:permissions/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        return answer.Property(path, Oc + "permissions")!.Value;
    }
}
