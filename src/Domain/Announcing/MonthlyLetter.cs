using System.Globalization;

namespace Connector.Domain.Announcing;

/// <summary>
/// What the network did last month, and when it meets this month: to everybody, in the first days of the month. No names of
/// people, no ranking.
/// </summary>
internal static class MonthlyLetter
{
    /// <summary>A letter that could not leave in the first days comes too late.</summary>
    private const int LastDay = 7;

    private const int MeetingsShown = 12;

    public static IEnumerable<Announcement> Of(AnnouncingFacts facts)
    {
        var month = new DateOnly(facts.Today.Year, facts.Today.Month, 1);
        var lines = facts.Today.Day > LastDay ? [] : Lines(facts, month).ToList();
        return lines.Count == 0
            ? []
            :
            [
                new Announcement
                {
                    Key = month.ToString("'letter:'yyyy-MM", CultureInfo.InvariantCulture),
                    Kind = AnnouncementKind.MonthlyLetter,
                    Text = new AnnouncementText(Title(facts, month).In(facts.Language), lines),
                },
            ];
    }

    private static Text Title(AnnouncingFacts facts, DateOnly month)
    {
        var words = WhenWords.Month(month);
        return new Text(
            $"La lettre du réseau {facts.Territory.Name} – {words.French}",
            $"Letter of the network {facts.Territory.Name} – {words.English}"
        );
    }

    private static IEnumerable<TextLine> Lines(AnnouncingFacts facts, DateOnly month)
    {
        var last = month.AddMonths(-1);
        var past = Between(facts, last, month).Where(told => told.Meeting.Start <= facts.Now).ToList();
        var next = Between(facts, month, month.AddMonths(1))
            .Where(told => told.Meeting.Start > facts.Now)
            .Take(MeetingsShown)
            .ToList();
        var news = News(facts, last, month, past.Count).ToList();
        if (news.Count > 0)
        {
            var words = WhenWords.Month(last);
            yield return TextLine.Strong(
                new Text($"En {words.French}", $"In {words.English}").In(facts.Language)
            );
        }

        foreach (var line in news)
        {
            yield return TextLine.Item(line.In(facts.Language));
        }

        if (next.Count > 0)
        {
            yield return TextLine.Strong(new Text("Prochaines dates", "Next dates").In(facts.Language));
        }

        foreach (var told in next)
        {
            var when = WhenWords.Moment(told.Meeting.Start, facts.Today).In(facts.Language);
            yield return TextLine.Item($"{when} – {told.Meeting.Title} ({facts.Name(told.Meeting.GroupId)})");
        }
    }

    private static IEnumerable<Text> News(AnnouncingFacts facts, DateOnly from, DateOnly to, int held)
    {
        if (held > 0)
        {
            yield return held == 1
                ? new Text("une rencontre", "one meeting")
                : new Text($"{held} rencontres", $"{held} meetings");
        }

        foreach (var minutes in facts.Minutes.Where(item => !item.IsForTheAbsent && IsIn(item.At, from, to)))
        {
            yield return new Text(
                $"compte-rendu publié\u00A0: {minutes.Title} ({facts.Name(minutes.GroupId)})",
                $"minutes published: {minutes.Title} ({facts.Name(minutes.GroupId)})"
            );
        }

        foreach (var roadmap in facts.Roadmaps.Where(item => IsIn(item.At, from, to)))
        {
            var owner = facts.Name(roadmap.GroupId);
            yield return new Text(
                $"feuille de route publiée\u00A0: {owner}, version {roadmap.Version}",
                $"roadmap published: {owner}, version {roadmap.Version}"
            );
        }
    }

    private static IEnumerable<ToldMeeting> Between(AnnouncingFacts facts, DateOnly from, DateOnly to) =>
        facts.Meetings.Where(told =>
            !told.Meeting.IsCancelled && told.Meeting.Date >= from && told.Meeting.Date < to
        );

    private static bool IsIn(DateTime at, DateOnly from, DateOnly to) =>
        at >= from.ToDateTime(TimeOnly.MinValue) && at < to.ToDateTime(TimeOnly.MinValue);
}
