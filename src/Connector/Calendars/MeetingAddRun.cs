using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Calendars;

/// <summary>A meeting outside of any series.</summary>
/// <param name="Id">Given once, by who asks: asked again with the same one, it is the same meeting.</param>
/// <param name="GroupId">Whose.</param>
/// <param name="Title">One line.</param>
/// <param name="Start">On the territory's clocks.</param>
/// <param name="Length">How long people meet.</param>
/// <param name="Place">One line; empty for none.</param>
internal sealed record NewMeeting(
    Guid Id,
    string GroupId,
    string Title,
    DateTime Start,
    TimeSpan Length,
    string Place
);

/// <summary>
/// Puts one meeting into its group's calendar, as a person would there: from then on it is people's, and no series of the
/// territory's file says anything about it. Done twice, it is there once.
/// </summary>
internal sealed class MeetingAddRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    public async Task<CalendarReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        NewMeeting meeting,
        CancellationToken ct
    )
    {
        var report = new CalendarReport { Territory = territory.Name };
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var group = scope.Source.Groups.FirstOrDefault(group => group.Id == meeting.GroupId);
        if (group is null)
        {
            return report.Stopped(CalendarProblems.UnknownGroup(meeting.GroupId, territory.Groups));
        }

        if (scope.Known.Find(WorkspaceKeys.Calendar(group.Id)) is not { } link)
        {
            return report.Stopped(CalendarProblems.NotThereYet(Occurrence(meeting)));
        }

        var put = await client.Calendars.PutObject(
            link.RemoteId,
            $"{meeting.Id:D}.ics",
            Text(scope.Source, group, meeting),
            PutCondition.IfNoneMatchAny,
            ct
        );
        if (!put.Changed && put.Result != DavResult.PreconditionFailed)
        {
            return report.Stopped(EventProblems.Refused(meeting.Title, put.Message));
        }

        return report with
        {
            Said = Said(meeting, group, put.Changed),
            Warnings = [.. Warnings(territory, scope, meeting)],
        };
    }

    /// <summary>As a series of one, with the zone that it needs, under a name of its own.</summary>
    private static string Text(Territory territory, WorkingGroup group, NewMeeting meeting)
    {
        var id = meeting.Id.ToString("D");
        var series = new MeetingSeries
        {
            Id = id,
            Title = meeting.Title,
            Rule = "",
            From = DateOnly.FromDateTime(meeting.Start),
            Time = TimeOnly.FromDateTime(meeting.Start),
            Duration = meeting.Length,
            Place = meeting.Place,
        };
        // Short names: the line with the UID must not be folded.
        var text = MeetingCalendar.Write(territory with { Name = "r" }, group with { Id = "r" }, series);
        return text.Replace($"r.r.{id}@connector", id, StringComparison.Ordinal);
    }

    private static MeetingOccurrence Occurrence(NewMeeting meeting) =>
        new()
        {
            GroupId = meeting.GroupId,
            Uid = meeting.Id.ToString("D"),
            OriginalStart = meeting.Start,
            Start = meeting.Start,
            End = meeting.Start + meeting.Length,
            Title = meeting.Title,
            Place = meeting.Place,
        };

    private static IEnumerable<Problem> Warnings(
        Territory territory,
        ProvisionScope scope,
        NewMeeting meeting
    )
    {
        var day = DateOnly.FromDateTime(meeting.Start);
        if (territory.DaysOff.NameOf(day) is { } name)
        {
            yield return CalendarProblems.OnDayOff(name, day);
        }

        foreach (var clash in MeetingConflicts.With(Occurrence(meeting), territory, scope.Calendars))
        {
            yield return clash.AsProblem();
        }
    }

    private static Text Said(NewMeeting meeting, WorkingGroup group, bool isNew)
    {
        var when = MeetingWords.When(meeting.Start, meeting.Start + meeting.Length);
        return isNew
            ? new Text(
                $"« {meeting.Title} » est dans l'agenda de « {group.Name} » : {when.French}.",
                $"'{meeting.Title}' is in the calendar of '{group.Name}': {when.English}."
            )
            : new Text(
                $"« {meeting.Title} » est déjà dans l'agenda de « {group.Name} ». Rien à faire.",
                $"'{meeting.Title}' is in the calendar of '{group.Name}' already. Nothing to do."
            );
    }
}
