using System.Text.Json;

namespace Connector.Contract.Tests.TeamFolders;

/// <summary>Team folders are made, attached, limited, renamed, and mounted for members only.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class TeamFolderContracts(Target target) : WithTeamFolders(target)
{
    [Test]
    public async Task The_list_is_a_map_by_id_or_an_empty_array()
    {
        var id = await Make(Server.Unique("tf"));
        var full = (await Server.Send("GET", Api)).OcsData;
        Assert.That(full.ValueKind, Is.EqualTo(JsonValueKind.Object));
        Assert.That(full.GetProperty($"{id}").GetProperty("id").GetInt32(), Is.EqualTo(id));
        await Server.Send("DELETE", $"{Api}/{id}");
        var left = (await Server.Send("GET", Api)).OcsData;
        Assert.That(
            left.ValueKind == JsonValueKind.Array
                ? left.GetArrayLength()
                : left.EnumerateObject().Count(item => item.Name == $"{id}"),
            Is.Zero
        );
    }

    [Test]
    public async Task A_new_folder_is_bare()
    {
        var name = Server.Unique("l'équipe ");
        var folder = await Folder(await Make(name));
        Assert.That(folder.GetProperty("mount_point").GetString(), Is.EqualTo(name));
        Assert.That(folder.GetProperty("quota").GetInt64(), Is.EqualTo(-3));
        Assert.That(folder.GetProperty("acl").GetBoolean(), Is.False);
        Assert.That(
            folder.GetProperty("groups").ValueKind,
            Is.EqualTo(JsonValueKind.Array),
            "an empty PHP map is written as []"
        );
        Assert.That(folder.GetProperty("manage").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_same_name_makes_a_second_folder()
    {
        var name = Server.Unique("tf");
        var first = await Make(name);
        Assert.That(await Make(name), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task A_missing_folder_is_404_inside_an_answer_of_200()
    {
        var answer = await Server.Send("GET", $"{Api}/999999");
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((200, 404)));
    }

    [Test]
    public async Task An_attached_group_has_every_permission()
    {
        var id = await Make(Server.Unique("tf"));
        await Attach(id);
        Assert.That((await Folder(id)).GetProperty("groups").GetProperty(Group).GetInt32(), Is.EqualTo(31));
    }

    [Test]
    public async Task Permissions_of_an_attached_group_are_kept()
    {
        var id = await MakeFor(Server.Unique("tf"), 7);
        Assert.That((await Folder(id)).GetProperty("groups").GetProperty(Group).GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public async Task Permissions_of_a_group_that_is_not_attached_silently_do_nothing()
    {
        var id = await Make(Server.Unique("tf"));
        Assert.That((await Permit(id, 1)).OcsCode, Is.EqualTo(100));
        Assert.That((await Folder(id)).GetProperty("groups").ValueKind, Is.EqualTo(JsonValueKind.Array));
    }

    [Test]
    public async Task Quota_advanced_rights_and_manager_are_kept()
    {
        var id = await MakeFor(Server.Unique("tf"));
        await Server.Form("POST", $"{Api}/{id}/quota", ("quota", "1000000"));
        await Server.Form("POST", $"{Api}/{id}/acl", ("acl", "1"));
        await Server.Form(
            "POST",
            $"{Api}/{id}/manageACL",
            ("mappingType", "user"),
            ("mappingId", Server.Admin),
            ("manageAcl", "1")
        );
        var folder = await Folder(id);
        Assert.That(folder.GetProperty("quota").GetInt64(), Is.EqualTo(1000000));
        Assert.That(folder.GetProperty("acl").GetBoolean(), Is.True);
        var manager = folder.GetProperty("manage").EnumerateArray().Single();
        Assert.That(
            (manager.GetProperty("type").GetString(), manager.GetProperty("id").GetString()),
            Is.EqualTo(("user", Server.Admin))
        );
    }

    [Test]
    public async Task Turning_advanced_rights_off_forgets_the_managers()
    {
        var id = await MakeFor(Server.Unique("tf"));
        await Server.Form("POST", $"{Api}/{id}/acl", ("acl", "1"));
        await Server.Form(
            "POST",
            $"{Api}/{id}/manageACL",
            ("mappingType", "user"),
            ("mappingId", Server.Admin),
            ("manageAcl", "1")
        );
        await Server.Form("POST", $"{Api}/{id}/acl", ("acl", "0"));
        await Server.Form("POST", $"{Api}/{id}/acl", ("acl", "1"));
        Assert.That((await Folder(id)).GetProperty("manage").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_renamed_folder_is_mounted_under_its_new_name()
    {
        var (old, name) = (Server.Unique("tf"), Server.Unique("tf"));
        var id = await MakeFor(old);
        await As(Member, "PUT", $"{old}/a.txt", "a");
        Assert.That(
            (await Server.Form("POST", $"{Api}/{id}/mountpoint", ("mountpoint", name))).OcsCode,
            Is.EqualTo(100)
        );
        Assert.That((await As(Member, "GET", $"{name}/a.txt")).Body, Is.EqualTo("a"));
        Assert.That((await As(Member, "PROPFIND", old)).Status, Is.EqualTo(404));
    }

    /// <summary>A mount point with slashes needs a folder that each member sees to hang in.</summary>
    [Test]
    public async Task A_mount_point_below_nothing_is_hidden_from_everybody()
    {
        var (old, shelf) = (Server.Unique("tf"), Server.Unique("Archives"));
        var id = await MakeFor(old);
        await As(Member, "PUT", $"{old}/a.txt", "a");
        await Server.Form("POST", $"{Api}/{id}/mountpoint", ("mountpoint", $"{shelf}/2026/{old}"));

        Assert.That(
            (await Folder(id)).GetProperty("mount_point").GetString(),
            Is.EqualTo($"{shelf}/2026/{old}")
        );
        foreach (
            var path in new[]
            {
                old,
                shelf,
                $"{shelf}/2026",
                $"{shelf}/2026/{old}",
                $"{shelf}/2026/{old}/a.txt",
            }
        )
            Assert.That((await As(Member, "PROPFIND", path)).Status, Is.EqualTo(404), path);
        var root = await Server.SendAs(
            Member,
            "PROPFIND",
            $"remote.php/dav/files/{Member.Id}/",
            null,
            ("Depth", "1")
        );
        Assert.That(root.Hrefs, Has.None.Contains(shelf));
    }

    [Test]
    public async Task A_mount_point_inside_another_team_folder_is_seen_there()
    {
        var (old, shelf) = (Server.Unique("tf"), Server.Unique("Archives"));
        var id = await MakeFor(old);
        await As(Member, "PUT", $"{old}/a.txt", "a");
        await MakeFor(shelf);
        await Server.Send("MKCOL", Server.FilePath(shelf, "2026"));
        var place = $"{shelf}/2026/{old}";
        var rename = await Server.Form("POST", $"{Api}/{id}/mountpoint", ("mountpoint", place));

        Assert.That(rename.OcsCode, Is.EqualTo(100));
        var whole = await Server.SendAs(
            Member,
            "PROPFIND",
            $"remote.php/dav/files/{Member.Id}/",
            null,
            ("Depth", "infinity")
        );
        Assert.That(
            whole
                .Hrefs.Where(href => href.Contains(shelf, StringComparison.Ordinal))
                .Select(href => href.TrimEnd('/')),
            Is.EqualTo(
                new[] { shelf, $"{shelf}/2026", place, $"{place}/a.txt" }.Select(path =>
                    $"/remote.php/dav/files/{Member.Id}/{path}"
                )
            )
        );
        Assert.That((await As(Member, "GET", $"{place}/a.txt")).Body, Is.EqualTo("a"));
        Assert.That((await As(Member, "PUT", $"{place}/b.txt", "b")).Status, Is.EqualTo(201));
        Assert.That((await As(Stranger, "PROPFIND", place)).Status, Is.EqualTo(404));
        Assert.That((await As(Member, "PROPFIND", old)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Read_only_holds_in_a_nested_mount_and_around_it()
    {
        var (old, shelf) = (Server.Unique("tf"), Server.Unique("Archives"));
        var id = await MakeFor(old);
        await As(Member, "PUT", $"{old}/a.txt", "a");
        var outer = await MakeFor(shelf);
        await Server.Send("MKCOL", Server.FilePath(shelf, "2026"));
        await Server.Form("POST", $"{Api}/{id}/mountpoint", ("mountpoint", $"{shelf}/2026/{old}"));
        await Permit(id, 1);
        await Permit(outer, 1);

        Assert.That((await As(Member, "GET", $"{shelf}/2026/{old}/a.txt")).Status, Is.EqualTo(200));
        foreach (
            var path in new[]
            {
                $"{shelf}/x.txt",
                $"{shelf}/2026/x.txt",
                $"{shelf}/2026/{old}/x.txt",
                $"{shelf}/2026/{old}/a.txt",
            }
        )
            Assert.That((await As(Member, "PUT", path, "x")).Status, Is.EqualTo(403), path);
        foreach (
            var path in new[] { shelf, $"{shelf}/2026", $"{shelf}/2026/{old}", $"{shelf}/2026/{old}/a.txt" }
        )
            Assert.That((await As(Member, "DELETE", path)).Status, Is.EqualTo(403), path);
    }

    [Test]
    public async Task Members_see_the_folder_and_strangers_do_not()
    {
        var name = Server.Unique("tf");
        await MakeFor(name);
        Assert.That((await As(Member, "PROPFIND", name)).Status, Is.EqualTo(207));
        Assert.That((await As(Stranger, "PROPFIND", name)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task What_one_member_writes_another_reads()
    {
        var name = Server.Unique("tf");
        await MakeFor(name);
        Assert.That((await As(Member, "PUT", $"{name}/a.txt", "bonjour")).Status, Is.EqualTo(201));
        Assert.That((await Server.Send("GET", Server.FilePath(name, "a.txt"))).Body, Is.EqualTo("bonjour"));
    }

    [Test]
    public async Task A_detached_group_sees_nothing_any_more()
    {
        var name = Server.Unique("tf");
        var id = await MakeFor(name);
        await Server.Send("DELETE", $"{Api}/{id}/groups/{Uri.EscapeDataString(Group)}");
        Assert.That((await As(Member, "PROPFIND", name)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_group_that_may_only_read_changes_nothing()
    {
        var name = Server.Unique("tf");
        var id = await MakeFor(name);
        await As(Member, "PUT", $"{name}/a.txt", "a");
        await Permit(id, 1);
        Assert.That((await As(Member, "GET", $"{name}/a.txt")).Body, Is.EqualTo("a"));
        Assert.That((await As(Member, "PUT", $"{name}/b.txt", "b")).Status, Is.EqualTo(403));
        Assert.That((await As(Member, "PUT", $"{name}/a.txt", "b")).Status, Is.EqualTo(403));
        Assert.That((await As(Member, "MKCOL", $"{name}/b")).Status, Is.EqualTo(403));
        Assert.That((await As(Member, "DELETE", $"{name}/a.txt")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_member_administers_no_folder()
    {
        var answer = await Server.SendAs(
            Member,
            "POST",
            Api,
            "mountpoint=x",
            ("Content-Type", "application/x-www-form-urlencoded")
        );
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((200, 403)));
    }
}
