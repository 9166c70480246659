using System.Globalization;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Reports;

namespace Connector.Calendars;

/// <summary>One calendar as <c>calendar status</c> finds it.</summary>
internal sealed record CalendarLook
{
    public required string Name { get; init; }

    public required string? GroupId { get; init; }

    public required bool IsThere { get; init; }

    /// <summary>Identifiers of the groups that have it.</summary>
    public required IReadOnlyList<string> Shares { get; init; }

    public required Uri? Address { get; init; }

    /// <summary>When the ledger last took in what is in it; null when never.</summary>
    public required DateTimeOffset? LastRead { get; init; }

    public required IReadOnlyList<PlanStep> Waiting { get; init; }

    public required IReadOnlyList<PlanStep> Notices { get; init; }

    /// <summary>Titles of series that people changed in the calendar.</summary>
    public required IReadOnlyList<string> EditedSeries { get; init; }

    public required IReadOnlyList<MeetingOccurrence> Coming { get; init; }

    /// <summary>How many fields the territory file and a person changed differently.</summary>
    public required int Conflicts { get; init; }

    /// <summary>Those that the territory itself moves, out of the way of days off.</summary>
    public required IReadOnlyList<MeetingOccurrence> GivingWay { get; init; }

    private int Moved =>
        Coming.Count(meeting => meeting.State == MeetingState.Moved && !GivingWay.Contains(meeting));

    private int Cancelled => Coming.Count(meeting => meeting.IsCancelled);

    private int Added => Coming.Count(meeting => meeting.IsByPerson);

    public CalendarSection Section(Territory territory)
    {
        var lines = new List<CalendarLineTold>();
        if (IsThere)
        {
            lines.Add(Shared());
            lines.Add(Published());
            lines.Add(Read(territory.TimeZone));
            lines.AddRange(People());
            lines.AddRange(Disputed());
        }

        lines.AddRange(Notices.Select(step => Step(step, CalendarMark.Warning)));
        lines.AddRange(Waiting.Select(step => Step(step, CalendarMark.Changed)));
        return new CalendarSection(
            Text.Same(Name),
            !IsThere ? new Text("pas encore dans Nextcloud", "not in Nextcloud yet")
                : GroupId is null
                    ? new Text(
                        "montre les rencontres de tous les groupes",
                        "shows the meetings of all groups"
                    )
                : ToCome(Coming.Count),
            lines
        );
    }

    private static Text ToCome(int count) =>
        count switch
        {
            0 => new Text("aucune rencontre à venir", "no meeting to come"),
            1 => new Text("1 rencontre à venir", "1 meeting to come"),
            _ => new Text($"{count} rencontres à venir", $"{count} meetings to come"),
        };

    public object Data() =>
        new
        {
            Name,
            group = GroupId,
            there = IsThere,
            shares = Shares,
            address = Address,
            LastRead,
            waiting = Waiting.Select(step => new { step.Key, step.Change }),
            notices = Notices.Select(step => new
            {
                step.Key,
                step.Change,
                reason = step.Reason.French,
            }),
            EditedSeries,
            coming = Coming.Count,
            moved = Moved,
            cancelled = Cancelled,
            addedByPeople = Added,
            conflicts = Conflicts,
        };

    private CalendarLineTold Shared() =>
        Shares.Count == 0
            ? new CalendarLineTold(
                CalendarMark.Warning,
                new Text("partagé avec aucun groupe", "shared with no group")
            )
            : new CalendarLineTold(
                CalendarMark.Plain,
                new Text(
                    $"partagé avec {MeetingWords.List(Shares)}",
                    $"shared with {MeetingWords.List(Shares)}"
                )
            );

    private CalendarLineTold Published() =>
        Address is { } address
            ? new CalendarLineTold(
                CalendarMark.Plain,
                new Text(
                    $"adresse publique : {address.AbsoluteUri}",
                    $"public address: {address.AbsoluteUri}"
                )
            )
            : new CalendarLineTold(
                CalendarMark.Warning,
                new Text("sans adresse publique", "without public address")
            );

    private CalendarLineTold Read(string timeZone)
    {
        if (LastRead is not { } at)
        {
            return new CalendarLineTold(CalendarMark.Plain, new Text("jamais lu", "never read"));
        }

        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var when = local.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        return new CalendarLineTold(
            CalendarMark.Plain,
            new Text($"dernier changement lu le {when}", $"last change read on {when}")
        );
    }

    private IEnumerable<CalendarLineTold> People()
    {
        foreach (var title in EditedSeries)
        {
            yield return new CalendarLineTold(
                CalendarMark.Changed,
                new Text(
                    $"quelqu'un a modifié la série « {title} » dans l'agenda : c'est gardé",
                    $"somebody changed the series '{title}' in the calendar: that is kept"
                )
            );
        }

        if (Moved + Cancelled + Added > 0)
        {
            yield return new CalendarLineTold(
                CalendarMark.Changed,
                new Text(
                    $"à venir, par quelqu'un : {Moved} déplacée{S(Moved)}, {Cancelled} annulée{S(Cancelled)}, {Added} ajoutée{S(Added)}",
                    $"to come, by somebody: {Moved} moved, {Cancelled} cancelled, {Added} added"
                )
            );
        }
    }

    private IEnumerable<CalendarLineTold> Disputed() =>
        Conflicts == 0
            ? []
            :
            [
                new CalendarLineTold(
                    CalendarMark.Warning,
                    new Text(
                        $"{Conflicts} désaccord{S(Conflicts)} entre le fichier et l'agenda : « connector calendar conflicts »",
                        $"{Conflicts} disagreement{S(Conflicts)} between file and calendar: 'connector calendar conflicts'"
                    )
                ),
            ];

    private static string S(int count) => count > 1 ? "s" : "";

    private static CalendarLineTold Step(PlanStep step, CalendarMark mark) =>
        new(
            mark,
            new Text(
                PlanSentence.Of(step, Language.French).ToString(),
                PlanSentence.Of(step, Language.English).ToString()
            )
        );
}
