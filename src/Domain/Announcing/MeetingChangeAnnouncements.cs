using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Domain.Meetings;

namespace Connector.Domain.Announcing;

/// <summary>
/// Meetings that were moved or called off. Of what changed again and again meanwhile only the last is told, and nothing of a
/// meeting that is over.
/// </summary>
internal static partial class MeetingChangeAnnouncements
{
    /// <summary>Whoever sets out for a meeting within these hours has to hear it even at night.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(12);

    public static IEnumerable<Announcement> Of(AnnouncingFacts facts) =>
        facts
            .Changes.Where(news => IsTold(news.Kind) && facts.IsFresh(news.At))
            .Select(news => (News: news, Told: Find(facts, news)))
            .Where(pair => !IsOver(facts, pair.News))
            .Select(pair => new Announcement
            {
                Key = $"change:{pair.News.Number}",
                Kind = AnnouncementKind.MeetingChanged,
                GroupId = pair.News.GroupId,
                IsUrgent = Moments(pair.News).Any(moment => moment - facts.Now < Near),
                Text = new AnnouncementText(
                    Title(facts, pair.News, pair.Told),
                    [.. Lines(facts, pair.News, pair.Told)]
                ),
            });

    private static bool IsTold(MeetingChangeKind kind) =>
        kind
            is MeetingChangeKind.Moved
                or MeetingChangeKind.Retimed
                or MeetingChangeKind.Relocated
                or MeetingChangeKind.Cancelled
                or MeetingChangeKind.Restored;

    /// <summary>The occurrence itself; the next one of a series that changed as a whole.</summary>
    private static ToldMeeting? Find(AnnouncingFacts facts, MeetingNews news)
    {
        var ofEvent = facts.Meetings.Where(told =>
            told.Meeting.Uid == news.Uid && told.Meeting.GroupId == news.GroupId
        );
        return Read(news.Original) is { } original
            ? ofEvent.FirstOrDefault(told => told.Meeting.OriginalStart == original)
            : ofEvent.FirstOrDefault(told => told.Meeting.Start > facts.Now);
    }

    private static string Title(AnnouncingFacts facts, MeetingNews news, ToldMeeting? told)
    {
        var name = told?.Meeting.Title ?? facts.Name(news.GroupId);
        var words = news.Kind switch
        {
            MeetingChangeKind.Cancelled => new Text($"Rencontre annulée\u00A0: {name}", $"Cancelled: {name}"),
            MeetingChangeKind.Restored => new Text(
                $"La rencontre a bien lieu\u00A0: {name}",
                $"Takes place after all: {name}"
            ),
            MeetingChangeKind.Relocated => new Text(
                $"Changement de lieu\u00A0: {name}",
                $"Another place: {name}"
            ),
            MeetingChangeKind.Retimed => new Text(
                $"Changement d'heure\u00A0: {name}",
                $"Another time: {name}"
            ),
            _ => new Text($"Rencontre déplacée\u00A0: {name}", $"Moved: {name}"),
        };
        return words.In(facts.Language);
    }

    private static IEnumerable<TextLine> Lines(AnnouncingFacts facts, MeetingNews news, ToldMeeting? told)
    {
        var group = facts.Name(news.GroupId);
        yield return TextLine.Say(new Text($"Groupe\u00A0: {group}", $"Group: {group}").In(facts.Language));
        var was = Read(news.Original) ?? Read(news.From);
        if (news.Kind == MeetingChangeKind.Cancelled)
        {
            if (was is { } planned)
            {
                var when = WhenWords.Moment(planned, facts.Today);
                yield return TextLine.Strong(
                    new Text(
                        $"Prévue {when.French}, elle n'a pas lieu.",
                        $"Planned {when.English}; it is off."
                    ).In(facts.Language)
                );
            }

            yield break;
        }

        if (news.Kind == MeetingChangeKind.Moved && (Read(news.From) ?? was) is { } before)
        {
            var when = WhenWords.Moment(before, facts.Today);
            yield return TextLine.Say(
                new Text($"Elle était prévue {when.French}.", $"It was planned {when.English}.").In(
                    facts.Language
                )
            );
        }

        foreach (var line in told is null ? [] : MeetingAnnouncements.Lines(facts, told))
        {
            yield return line;
        }
    }

    private static bool IsOver(AnnouncingFacts facts, MeetingNews news)
    {
        var moments = Moments(news).ToList();
        return moments.Count > 0 && moments.TrueForAll(moment => moment < facts.Now);
    }

    /// <summary>All moments that a change speaks of. A series that changed as a whole goes on, and is never over.</summary>
    private static IEnumerable<DateTime> Moments(MeetingNews news) =>
        news.Original.Length == 0 && (IsSeries(news.From) || IsSeries(news.To))
            ? []
            : new[] { Read(news.Original), Read(news.From), Read(news.To) }.OfType<DateTime>();

    private static bool IsSeries(string words) => words.Contains("FREQ=", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>2026-12-03 14:00</c>, whatever follows it.</summary>
    private static DateTime? Read(string words) =>
        MomentAtTheBeginning().Match(words) is { Success: true } found
        && DateTime.TryParseExact(
            found.Value,
            "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? moment
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex MomentAtTheBeginning();
}
