using System.Globalization;
using Connector.Domain.Meetings;

namespace Connector.Domain.Announcing;

/// <summary>Meetings that are near, with their agenda, documents and the way in.</summary>
internal static class MeetingAnnouncements
{
    public static IEnumerable<Announcement> Of(AnnouncingFacts facts) =>
        facts
            .Meetings.Where(told =>
                !told.Meeting.IsCancelled
                && told.Meeting.Start > facts.Now
                && told.Meeting.Date <= facts.Today.AddDays(facts.Rules.DaysBeforeMeeting)
            )
            .Select(told => new Announcement
            {
                Key = string.Create(
                    CultureInfo.InvariantCulture,
                    $"coming:{told.Key}:{told.Meeting.Start:yyyyMMdd'T'HHmm}"
                ),
                Kind = AnnouncementKind.MeetingComing,
                GroupId = told.Meeting.GroupId,
                Text = new AnnouncementText(Title(facts, told.Meeting), [.. Lines(facts, told)]),
            });

    /// <summary>When and where, and all that leads there.</summary>
    public static IEnumerable<TextLine> Lines(AnnouncingFacts facts, ToldMeeting told)
    {
        var (meeting, language) = (told.Meeting, facts.Language);
        yield return TextLine.Strong(
            Capital(WhenWords.Span(meeting.Start, meeting.End, facts.Today).In(language))
        );
        if (meeting.Place.Length > 0)
        {
            yield return TextLine.Say(
                new Text($"Lieu\u00A0: {meeting.Place}", $"Place: {meeting.Place}").In(language)
            );
        }

        var links = TextLine
            .Link(new Text("Ordre du jour", "Agenda").In(language), told.Agenda, isItem: true)
            .Concat(
                TextLine.Link(new Text("Documents", "Documents").In(language), told.Documents, isItem: true)
            )
            .Concat(
                TextLine.Link(new Text("Visioconférence", "Video meeting").In(language), told.Video, true)
            );
        foreach (var link in links)
        {
            yield return link;
        }
    }

    private static string Title(AnnouncingFacts facts, MeetingOccurrence meeting)
    {
        var group = facts.Name(meeting.GroupId);
        var isNamed = Folded.Key(meeting.Title).Contains(Folded.Key(group), StringComparison.Ordinal);
        var title = isNamed ? meeting.Title : $"{meeting.Title} ({group})";
        return new Text($"Prochaine rencontre\u00A0: {title}", $"Next meeting: {title}").In(facts.Language);
    }

    private static string Capital(string words) =>
        words.Length == 0 ? words : $"{char.ToUpper(words[0], CultureInfo.InvariantCulture)}{words[1..]}";
}
