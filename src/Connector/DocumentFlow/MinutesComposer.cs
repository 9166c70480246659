using Connector.CalendarSync;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Gathers what the minutes of one meeting show before it takes place.</summary>
internal static class MinutesComposer
{
    public static MinutesContent Compose(ComposedTerritory context, AreaSpec area, DocumentSpec document)
    {
        var meeting =
            document.Meeting ?? throw new ArgumentException("minutes need a meeting", nameof(document));
        var group = context.Group(area) ?? throw new ArgumentException("minutes need a group", nameof(area));
        var series = group.Meetings.FirstOrDefault(item => item.Id == meeting.SeriesId);
        var following = context.Calendars.Of(group.Id).Next(meeting.Date.AddDays(1));
        return new MinutesContent
        {
            Stamp = context.Stamp(document.Key, meeting.Date),
            Title = meeting.Title,
            Group = group.Name,
            Network = context.Territory.Name,
            Start = meeting.Start,
            End = meeting.End,
            Place = meeting.Place,
            IsCancelled = meeting.IsCancelled,
            IsConvivial = series?.Kind == MeetingKind.Convivial,
            Facilitator = context.Leads(group).FirstOrDefault(),
            Guests = [.. group.Participations.Select(participation => Guest(context, participation))],
            Agenda = [.. series?.Agenda ?? [], .. document.Points],
            Actions =
            [
                .. context
                    .Board.CarriedInto(document.Key, group.Id, meeting.Date)
                    .Select(action => Carried(action, document.Key)),
            ],
            Next = following is null
                ? null
                : new MinutesNextMeeting(following.Start, following.End, following.Title, following.Place),
        };
    }

    private static MinutesAction Carried(TrackedAction action, string minutes)
    {
        var words = action.WordsFor(minutes);
        return new MinutesAction(action.Id, words.What, words.Who, words.Due, words.Status);
    }

    private static MinutesGuest Guest(ComposedTerritory context, Participation participation)
    {
        var person = context.Person(participation.PersonId);
        return new MinutesGuest(
            participation.PersonId,
            person?.Name ?? participation.PersonId,
            context.OrganisationName(person?.Organisation),
            Labels.Of(participation.Role)
        );
    }
}
