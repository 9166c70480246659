using System.Globalization;
using Connector.Nextcloud;

namespace Connector.Tests.Provisioning.Schedules;

/// <summary>What people and administrators do beside files: groups, rights, names of team folders, calendars, shares.</summary>
/// <param name="eyes">To see what is there.</param>
/// <param name="hands">To do what Connector never does.</param>
/// <param name="random">Of the schedule.</param>
/// <param name="files">Told of what moves with a team folder.</param>
internal sealed class OfficeWork(NextcloudClient eyes, Hands hands, Random random, PeopleAtWork files)
{
    private const string Folders = "index.php/apps/groupfolders/folders";
    private readonly List<(string Calendar, string Name)> _events = [];

    public async Task DoAsync()
    {
        for (var deeds = random.Next(3); deeds > 0; deeds--)
        {
            await (
                random.Next(6) switch
                {
                    0 => TakeSomebodyOut(),
                    1 => ChangeRights(),
                    2 => RenameTeamFolder(),
                    3 => DropEvent(),
                    4 => AddEvent(),
                    _ => TakeShareAway(),
                }
            );
        }
    }

    public async Task NothingIsLostAsync(string where)
    {
        foreach (var (calendar, name) in _events)
        {
            var names = (await eyes.Calendars.ListObjects(calendar, default) ?? []).Select(item => item.Name);
            Assert.That(names, Does.Contain(name), where);
        }
    }

    private async Task TakeSomebodyOut()
    {
        var groups = await eyes.Groups.List(default);
        if (
            Any(groups.Where(group => group.Id.StartsWith("essai-", StringComparison.Ordinal))) is { } group
            && Any(await eyes.Groups.Members(group.Id, default) ?? []) is { } member
        )
        {
            await eyes.Users.RemoveFromGroup(member, group.Id, default);
        }
    }

    private async Task ChangeRights()
    {
        if (
            Any(await eyes.TeamFolders.List(default)) is { } folder
            && Any(folder.Groups.Keys.Where(group => group != "connector-service")) is { } group
        )
        {
            var bits = random.Next(32) | 1;
            await hands.Administer(
                "POST",
                $"{Folders}/{folder.Id}/groups/{Uri.EscapeDataString(group)}",
                ("permissions", bits.ToString(CultureInfo.InvariantCulture))
            );
        }
    }

    private async Task RenameTeamFolder()
    {
        if (Any(await eyes.TeamFolders.List(default)) is { } folder)
        {
            var name = $"Équipe {random.Next():x8}";
            await hands.Administer("POST", $"{Folders}/{folder.Id}/mountpoint", ("mountpoint", name));
            files.Moved(folder.MountPoint, name);
        }
    }

    private async Task DropEvent()
    {
        if (
            await Calendar() is { } calendar
            && Any(
                (await eyes.Calendars.ListObjects(calendar, default) ?? [])
                    .Select(item => item.Name)
                    .Where(name => !_events.Contains((calendar, name)))
            )
                is { } name
        )
        {
            await hands.DeleteEvent(calendar, name);
        }
    }

    private async Task AddEvent()
    {
        if (await Calendar() is not { } calendar)
        {
            return;
        }

        var uid = $"{random.Next():x8}";
        await hands.WriteEvent(
            calendar,
            $"{uid}.ics",
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//essai//FR\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
                + "DTSTAMP:20261116T090000Z\r\nDTSTART:20261201T090000Z\r\nSUMMARY:À nous\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        _events.Add((calendar, $"{uid}.ics"));
    }

    private async Task TakeShareAway()
    {
        if (Any(await eyes.Shares.List(default)) is { } share)
        {
            await hands.Administer("DELETE", $"ocs/v2.php/apps/files_sharing/api/v1/shares/{share.Id}");
        }
    }

    private async Task<string?> Calendar() =>
        Any(
            (await eyes.Calendars.ListCalendars(default))
                .Select(calendar => calendar.Uri)
                .Where(uri => uri.StartsWith("connector-", StringComparison.Ordinal))
        );

    private T? Any<T>(IEnumerable<T> all)
        where T : class
    {
        var list = all.ToList();
        return list.Count == 0 ? null : list[random.Next(list.Count)];
    }
}
