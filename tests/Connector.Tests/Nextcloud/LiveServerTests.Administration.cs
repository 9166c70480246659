using System.Security.Cryptography;
using System.Text;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;
using Connector.Testing;

namespace Connector.Tests.Nextcloud;

internal sealed partial class LiveServerTests
{
    [Test]
    public async Task A_team_folder_is_made_once_configured_once_and_carries_rights()
    {
        var group = await Group();
        var name = $"essai {Guid.NewGuid():N}";
        var made = await _client.TeamFolders.Create(name, default);
        _leftovers.Add($"index.php/apps/groupfolders/folders/{made.Folder!.Id}");
        Assert.That(made.Outcome.Result, Is.EqualTo(OcsResult.Done));
        var again = await _client.TeamFolders.Create(name, default);
        Assert.That(
            (again.Outcome.Result, again.Folder!.Id),
            Is.EqualTo((OcsResult.AlreadyExists, made.Folder.Id))
        );

        var settings = new TeamFolderSettings
        {
            Groups = new Dictionary<string, Rights>
            {
                [group] = Rights.Read | Rights.Update,
                ["admin"] = Rights.All,
            },
            Quota = 50_000_000,
            Acl = true,
            Managers = [new TeamFolderManager("group", "admin")],
        };
        var configured = await _client.TeamFolders.Configure(made.Folder.Id, settings, default);
        Assert.That(
            configured.Outcome.Result,
            Is.EqualTo(OcsResult.Done),
            configured.Outcome.Message?.English ?? ""
        );
        Assert.That(configured.Folder!.Groups[group], Is.EqualTo(Rights.Read | Rights.Update));
        var second = await _client.TeamFolders.Configure(made.Folder.Id, settings, default);
        Assert.That((second.Outcome.Result, second.Written.Count), Is.EqualTo((OcsResult.AlreadyExists, 0)));

        await _client.Files.Mkcol($"{name}/Pilotage", default);
        AclRule[] rules =
        [
            new("group", group, Rights.All, Rights.Read),
            new("group", "admin", Rights.All, Rights.All),
        ];
        var acl = await _client.Files.SetAcl($"{name}/Pilotage", rules, default);
        Assert.That(acl.Result, Is.EqualTo(DavResult.Updated));

        var tree = (await _client.Files.Propfind("", DavDepth.Infinity, default)).Resources;
        var mount = tree.Single(r => r.Path == name);
        var inside = tree.Single(r => r.Path == $"{name}/Pilotage");
        Assert.That((mount.IsMount, mount.TeamFolderId), Is.EqualTo((true, made.Folder.Id)));
        Assert.That((inside.IsMount, inside.TeamFolderId), Is.EqualTo((false, made.Folder.Id)));
        Assert.That(inside.AclRules, Is.EquivalentTo(rules));
    }

    [Test]
    public async Task Accounts_and_groups_are_made_once_and_listed_in_one_request()
    {
        var group = await Group();
        var id = $"essai-{Guid.NewGuid():N}"[..18];
        _leftovers.Add($"ocs/v2.php/cloud/users/{id}");
        var user = new NewUser
        {
            Id = id,
            DisplayName = "Zoé L'Hôte-Çelik",
            Email = "zoe@exemple.fr",
            Password = $"Un-{Guid.NewGuid():N}",
            Language = "fr",
            Groups = [group],
        };

        Assert.That((await _client.Users.Create(user, default)).Result, Is.EqualTo(OcsResult.Done));
        Assert.That((await _client.Users.Create(user, default)).Result, Is.EqualTo(OcsResult.AlreadyExists));
        Assert.That(
            (await _client.Users.AddToGroup(id, "n'existe pas", default)).Result,
            Is.EqualTo(OcsResult.NotFound)
        );
        Assert.That(
            (await _client.Users.AddToGroup("n'existe pas", group, default)).Result,
            Is.EqualTo(OcsResult.NotFound)
        );
        Assert.That(await _client.Groups.Members(group, default), Is.EqualTo(new[] { id }));
        Assert.That(await _client.Groups.Members("n'existe pas", default), Is.Null);

        Assert.That(
            (await _client.Groups.SetDisplayName(group, "Élus & élues", default)).Result,
            Is.EqualTo(OcsResult.Done)
        );
        var before = _client.Requests.Total;
        var users = await _client.Users.List(default);
        var groups = await _client.Groups.List(default);
        Assert.That(_client.Requests.Total - before, Is.EqualTo(2));
        var seen = users.Single(u => u.Id == id);
        Assert.That((seen.DisplayName, seen.Email), Is.EqualTo((user.DisplayName, user.Email)));
        Assert.That(seen.Groups, Is.EqualTo(new[] { group }));
        Assert.That(groups.Single(g => g.Id == group).DisplayName, Is.EqualTo("Élus & élues"));
    }
}
