using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;
using Connector.Reports;
using Connector.Testing;
using AclRule = Connector.Nextcloud.Dav.AclRule;
using CalendarSpec = Connector.Nextcloud.CalDav.CalendarSpec;

namespace Connector.Tests.Provisioning;

public sealed partial class MemberTrials
{
    [Test]
    public async Task Rights_that_an_administrator_changed_stay_as_they_are()
    {
        await Apply();
        var folder = await Committee();
        var address = $"apps/groupfolders/folders/{folder.Id}/groups";
        await _administrator.Administer("POST", $"{address}/essai-comite", ("permissions", "1"));
        await _administrator.Administer("DELETE", $"{address}/essai-comite-animation");
        await Apply();
        var now = (await Committee()).Groups;
        Assert.That(now["essai-comite"], Is.EqualTo(Rights.Read));
        Assert.That(now.Keys, Has.None.EqualTo("essai-comite-animation"));
    }

    [Test]
    public async Task Advanced_rights_that_somebody_set_stay_as_they_are()
    {
        await Apply();
        var rules = new[]
        {
            new AclRule("group", "connector-service", Rights.All, Rights.All),
            new AclRule("group", "essai-comite", Rights.All, Rights.Read),
        };
        var path = $"{Root}/01 Feuille de route";
        Assert.That((await _place.Client.Files.SetAcl(path, rules, default)).IsThere);
        await Apply();
        Assert.That((await _place.Client.Files.Find(path, default))!.AclRules, Is.EquivalentTo(rules));
    }

    [Test]
    public async Task What_was_there_before_is_adopted_and_not_doubled()
    {
        await ExistingTeamFolder();
        await _administrator.MakeFolder($"{Root}/01 Feuille de route");
        await _administrator.Write(Roadmap, Theirs);
        var calendar = new CalendarSpec
        {
            Uri = "notre-agenda",
            DisplayName = Root,
            Colour = "#112233",
        };
        Assert.That((await _place.Client.Calendars.CreateCalendar(calendar, default)).IsThere);

        await Apply();
        await Apply(Changed);

        Assert.That(await _administrator.Read(Roadmap), Is.EqualTo(Theirs));
        var folders = await _place.Client.TeamFolders.List(default);
        Assert.That(folders.Count(folder => folder.MountPoint == Root), Is.EqualTo(1));
        Assert.That(
            (await Paths()).Where(path => path.StartsWith($"{Root}/01", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { $"{Root}/01 Feuille de route", Roadmap })
        );
        var calendars = await _place.Client.Calendars.ListCalendars(default);
        Assert.That(
            calendars.Where(item => item.DisplayName == Root).Select(item => item.Uri),
            Is.EqualTo(new[] { "notre-agenda" })
        );
        Assert.That(await _place.Client.Calendars.ListObjects("notre-agenda", default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_calendar_that_was_published_before_is_adopted_with_its_address()
    {
        var calendar = new CalendarSpec
        {
            Uri = "notre-agenda",
            DisplayName = Root,
            Colour = "#112233",
        };
        await _place.Client.Calendars.CreateCalendar(calendar, default);
        var address = (await _place.Client.Calendars.Publish("notre-agenda", default))!.FeedUrl;
        await Apply();
        Assert.That(
            (await _place.Client.Calendars.Find("notre-agenda", default))!.FeedUrl,
            Is.EqualTo(address)
        );
    }

    [Test]
    public async Task A_team_folder_that_an_administrator_renamed_is_followed()
    {
        await Apply();
        var folder = await Committee();
        await _administrator.Administer(
            "POST",
            $"apps/groupfolders/folders/{folder.Id}/mountpoint",
            ("mountpoint", "Notre comité")
        );
        var count = (await _place.Client.TeamFolders.List(default)).Count;
        await Apply();
        await Apply(Changed);
        Assert.That(await _place.Client.TeamFolders.List(default), Has.Count.EqualTo(count));
        Assert.That(await Exists(Root), Is.False);
    }

    [Test]
    public async Task A_team_folder_that_an_administrator_deleted_is_not_made_again()
    {
        await Apply();
        await _administrator.Administer("DELETE", $"apps/groupfolders/folders/{(await Committee()).Id}");
        var before = await Paths();
        await Apply();
        Assert.That(await Paths(), Is.EqualTo(before));
    }

    private async Task ExistingTeamFolder()
    {
        var (_, folder) = await _place.Client.TeamFolders.Create(Root, default);
        await _administrator.Administer(
            "POST",
            $"apps/groupfolders/folders/{folder!.Id}/groups",
            ("group", "admin")
        );
    }

    private async Task<TeamFolder> Committee() =>
        (await _place.Client.TeamFolders.List(default)).Single(folder => folder.MountPoint == Root);
}
