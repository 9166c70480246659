using System.Globalization;
using Connector.Calendars;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Web.Console.Readings;
using MeetingChange = Connector.Calendars.MeetingChange;

namespace Connector.Web.Console.Deeds;

/// <summary>Moving, cancelling, restoring and adding single meetings: for the whole network, or for a group that one leads.</summary>
internal static class MeetingDeeds
{
    private const int LongestPlace = 200;
    private const int LongestWhy = 300;
    private const int LongestTitle = 120;

    public static async Task<DeedResult> MoveAsync(Deed deed)
    {
        var (item, refused) = await FindAsync(deed);
        if (item is null)
        {
            return refused!;
        }

        var (day, at, place) = (deed.Date("jour"), deed.Time("heure"), deed.Text("lieu"));
        List<string> wrong =
        [
            .. day is null || day < deed.Page.Reading.Today ? ["jour"] : Array.Empty<string>(),
            .. at is null ? ["heure"] : Array.Empty<string>(),
            .. DeedReading.IsLine(place, LongestPlace) ? Array.Empty<string>() : ["lieu"],
        ];
        return wrong.Count > 0
            ? deed.Again(MeetingKey.Path(item.Meeting), wrong, "jour", "heure", "lieu")
            : await ChangeAsync(
                deed,
                item,
                new MeetingChange(MeetingChange.MoveName, day, at) { Place = place }
            );
    }

    public static async Task<DeedResult> CancelAsync(Deed deed)
    {
        var (item, refused) = await FindAsync(deed);
        if (item is null)
        {
            return refused!;
        }

        var why = deed.Text("raison");
        return DeedReading.IsLine(why, LongestWhy)
            ? await ChangeAsync(deed, item, new MeetingChange(MeetingChange.CancelName) { Why = why })
            : deed.Again(MeetingKey.Path(item.Meeting), ["raison"], "raison");
    }

    public static async Task<DeedResult> RestoreAsync(Deed deed)
    {
        var (item, refused) = await FindAsync(deed);
        return item is null
            ? refused!
            : await ChangeAsync(deed, item, new MeetingChange(MeetingChange.RestoreName));
    }

    /// <summary>One meeting beside the rhythm of its group.</summary>
    public static async Task<DeedResult> AddAsync(Deed deed)
    {
        const string Form = "/rencontres/ajouter";
        var reading = await deed.ReadAsync();
        var group = deed.Led(reading, deed.Text("groupe"));
        if (group is null || !Guid.TryParseExact(deed.Text("cle"), "D", out var id))
        {
            return deed.NotYours("/rencontres");
        }

        var (title, place) = (deed.Text("titre"), deed.Text("lieu"));
        var (day, at) = (deed.Date("jour"), deed.Time("heure"));
        var isLength = int.TryParse(
            deed.Text("duree"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var minutes
        );
        List<string> wrong =
        [
            .. title.Length > 0 && DeedReading.IsLine(title, LongestTitle)
                ? Array.Empty<string>()
                : ["titre"],
            .. day >= reading!.Today && day <= reading.Today.AddDays(366) ? Array.Empty<string>() : ["jour"],
            .. at is null ? ["heure"] : Array.Empty<string>(),
            .. isLength && minutes is > 0 and <= 24 * 60 ? Array.Empty<string>() : ["duree"],
            .. DeedReading.IsLine(place, LongestPlace) ? Array.Empty<string>() : ["lieu"],
        ];
        if (wrong.Count > 0)
        {
            return deed.Again(Form, wrong, "cle", "groupe", "titre", "jour", "heure", "duree", "lieu");
        }

        var start = day!.Value.ToDateTime(at!.Value);
        var meeting = new NewMeeting(id, group.Id, title, start, TimeSpan.FromMinutes(minutes), place);
        var time = deed.Http.RequestServices.GetRequiredService<TimeProvider>();
        var result = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .TellAsync(
                deed,
                $"/rencontres?mois={start:yyyy-MM}",
                (work, ct) =>
                    new MeetingAddRun(work.Client, work.Ledger, time).RunAsync(
                        work.Loaded.Territory!,
                        work.Loaded.Blueprints,
                        meeting,
                        ct
                    ),
                report => report.Said
            );
        return result with { Target = $"meeting {group.Id} {start:yyyy-MM-dd}" };
    }

    private static async Task<(GroupMeeting? Item, DeedResult? Refused)> FindAsync(Deed deed)
    {
        var reading = await deed.ReadAsync();
        var group = deed.Led(reading, deed.Page.Route("group"));
        return
            group is not null
            && MeetingKey.Find(reading!, group.Id, deed.Page.Route("meeting")) is { } item
            && item.Meeting.Date >= reading!.Today
            ? (item, null)
            : (null, deed.NotYours("/rencontres"));
    }

    private static async Task<DeedResult> ChangeAsync(Deed deed, GroupMeeting item, MeetingChange change)
    {
        var time = deed.Http.RequestServices.GetRequiredService<TimeProvider>();
        var path = MeetingKey.Path(item.Meeting);
        var result = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .TellAsync(
                deed,
                path,
                (work, ct) =>
                    new MeetingChangeRun(work.Client, work.Ledger, time).RunAsync(
                        work.Loaded.Territory!,
                        work.Loaded.Blueprints,
                        calendars => Now(deed, item, calendars),
                        change,
                        ct
                    ),
                report => report.Said
            );
        return result with
        {
            Target = $"meeting {item.Meeting.GroupId} {item.Meeting.OriginalDate:yyyy-MM-dd}",
        };
    }

    /// <summary>The meeting as it is now, if it still is where the one who decides saw it.</summary>
    private static (MeetingOccurrence? Meeting, Problem? Problem) Now(
        Deed deed,
        GroupMeeting item,
        GroupCalendars calendars
    )
    {
        var key = MeetingKey.Of(item.Meeting);
        var today = deed.Page.Reading.Today;
        var now = calendars
            .Between(item.Group.Id, today.AddDays(-60), today.AddDays(400))
            .FirstOrDefault(meeting => MeetingKey.Of(meeting) == key);
        return now is null ? (null, CalendarProblems.Vanished(item.Meeting.Title))
            : now.Start.ToString("s", CultureInfo.InvariantCulture) != deed.Text("vu")
                ? (null, CalendarProblems.MovedMeanwhile(now))
            : (now, null);
    }
}
