using Connector.Domain.Documents;
using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>
/// An all-day event for each milestone of a group's roadmap. It follows the roadmap field by field; who changed a field in
/// the calendar is right, and where roadmap and calendar then say two dates, both are left and somebody is told.
/// </summary>
internal static class MilestonePlanning
{
    public static void Plan(
        AreaSpec area,
        CalendarSpec calendar,
        string uri,
        CalendarState? state,
        PlanningTable table
    )
    {
        if (calendar.Milestones is not { } milestones)
        {
            return;
        }

        if (milestones.Unreadable is { } why)
        {
            table.Add(Step(area, calendar.Key, Change.Notice, Of(milestones), Unread(why), null));
        }

        foreach (var item in milestones.Events)
        {
            Plan(area, item, uri, state, table);
        }

        foreach (
            var damaged in milestones.Book.Milestones.Where(item =>
                item.State == MilestoneState.Unreadable && item.Date is null
            )
        )
        {
            var key = WorkspaceKeys.Milestone(area.WorkingGroupId!, damaged.Id);
            table.Add(Step(area, key, Change.Notice, Named(damaged), NoDate(damaged), null));
        }
    }

    private static void Plan(
        AreaSpec area,
        MilestoneEvent item,
        string uri,
        CalendarState? state,
        PlanningTable table
    )
    {
        var known = table.Known.Find(item.Key);
        var etag = ETag(item, known, state);
        if (etag is null && (item.IsCancelled || item.Milestone.State == MilestoneState.Over))
        {
            return;
        }

        var (change, reason, action) = (known, etag) switch
        {
            (null, null) => item.Milestone.State == MilestoneState.Removed
                ? (Change.Keep, PlanReasons.InPlace, null)
                : (Change.Create, Written, (WorkspaceAction?)new PutMilestone(uri, item, null)),
            (not null, null) => table.Gone(new PutMilestone(uri, item, null)),
            (_, not null) when IsOurs(item, etag) => known?.ContentHash == item.ContentHash
            && known.ETag == etag
                ? Standing(item)
                : (Change.Adopt, PlanReasons.LinkedAnew, new Link(Adopted(item, etag))),
            (null, not null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(Adopted(item, etag))),
            _ when item.Merge is { Text: not null } merge => (
                Change.Update,
                MergeWords.Of(merge, item.Key),
                new MergeEvent(uri, item.ObjectName, item.ContentHash, merge)
            ),
            _ when item.Merge?.Conflicts.Any(conflict => conflict.Field != EventField.Day) == true => (
                Change.Notice,
                MergeWords.Of(item.Merge, item.Key),
                null
            ),
            _ when known.ContentHash is null || known.ETag != etag => Theirs(item),
            _ when known.ContentHash == item.ContentHash => Standing(item),
            _ => (Change.Update, Moved, new PutMilestone(uri, item, etag)),
        };
        table.Add(Step(area, item.Key, change, Named(item.Milestone), reason, action));
    }

    /// <summary>
    /// Of the event as the calendar has it; null when it has none. A calendar of which nothing is known is as it was left.
    /// </summary>
    private static string? ETag(MilestoneEvent item, KnownResource? known, CalendarState? state) =>
        state switch
        {
            null => null,
            { Texts: { } texts } => texts.GetValueOrDefault(item.ObjectName)?.ETag,
            { Objects: { } objects } => objects.GetValueOrDefault(item.ObjectName),
            _ => item.Milestone.Theirs?.ETag ?? known?.ETag,
        };

    /// <summary>As Connector wrote it. What the roadmap lacks is told.</summary>
    private static (Change, Text, WorkspaceAction?) Standing(MilestoneEvent item) =>
        item.Milestone.State switch
        {
            MilestoneState.Unreadable => (Change.Notice, DamagedDate(item), null),
            MilestoneState.Undated => (Change.Notice, DateTakenOut(item), null),
            MilestoneState.Removed when !item.IsCancelled => (Change.Notice, AllTakenOut, null),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };

    /// <summary>Somebody changed the event: whatever the roadmap says, it is left.</summary>
    private static (Change, Text, WorkspaceAction?) Theirs(MilestoneEvent item)
    {
        var theirs = item.Milestone.Theirs;
        return item.Milestone.State switch
        {
            MilestoneState.Over => (Change.Keep, PlanReasons.ChangedBySomebody, null),
            MilestoneState.Removed => theirs?.IsCancelled == true
                ? (Change.Keep, PlanReasons.ChangedBySomebody, null)
                : (Change.Notice, TakenOutButChanged, null),
            MilestoneState.Unreadable => (Change.Notice, DamagedDate(item), null),
            _ when theirs is null => (Change.Keep, PlanReasons.ChangedBySomebody, null),
            _ when theirs.IsCancelled => (Change.Notice, CancelledByThem(item), null),
            _ when theirs.Date != item.Date => (Change.Notice, TwoDates(item, theirs), null),
            _ => (Change.Keep, PlanReasons.ChangedBySomebody, null),
        };
    }

    private static bool IsOurs(MilestoneEvent item, string etag) => etag.Trim('"') == item.ContentHash;

    private static KnownResource Adopted(MilestoneEvent item, string etag) =>
        new()
        {
            Key = item.Key,
            RemoteId = item.ObjectName,
            ETag = etag,
            ContentHash = IsOurs(item, etag) ? item.ContentHash : null,
        };

    private static PlanStep Step(
        AreaSpec area,
        string key,
        Change change,
        Text subject,
        Text reason,
        WorkspaceAction? action
    ) => PlanStep.In(area, PlanStage.Calendars, key, change, subject, reason, action);

    private static Text Named(BookedMilestone item) =>
        new($"le jalon « {item.Title} » dans l'agenda", $"the milestone '{item.Title}' in the calendar");

    private static Text Of(MilestoneSpec milestones) =>
        new($"les jalons de « {milestones.Roadmap} »", $"the milestones of '{milestones.Roadmap}'");

    private static Text Unread(Text why) =>
        new(
            $"ne se lisent pas ({why.French}) : l'agenda reste tel quel",
            $"cannot be read ({why.English}): the calendar stays as it is"
        );

    private static Text NoDate(BookedMilestone item) =>
        new(
            $"sa date « {item.DateText} » ne se lit pas (ligne {item.Line} du tableau des jalons) : écrivez-la comme 31/03/2027",
            $"its date '{item.DateText}' cannot be read (line {item.Line} of the table of milestones): write it as 31/03/2027"
        );

    private static Text DamagedDate(MilestoneEvent item) =>
        new(
            $"sa date « {item.Milestone.DateText} » ne se lit pas dans la feuille de route (ligne {item.Milestone.Line} du tableau des jalons) : l'agenda reste au {item.Date:dd/MM/yyyy}",
            $"its date '{item.Milestone.DateText}' cannot be read in the roadmap (line {item.Milestone.Line} of the table of milestones): the calendar stays at {item.Date:dd/MM/yyyy}"
        );

    private static Text DateTakenOut(MilestoneEvent item) =>
        new(
            $"n'a plus de date dans la feuille de route (ligne {item.Milestone.Line} du tableau des jalons) : l'agenda reste au {item.Date:dd/MM/yyyy}",
            $"has no date any more in the roadmap (line {item.Milestone.Line} of the table of milestones): the calendar stays at {item.Date:dd/MM/yyyy}"
        );

    private static Text TwoDates(MilestoneEvent item, SeenEvent theirs) =>
        theirs.Date is { } day
            ? new(
                $"la date du jalon dans la feuille de route ({item.Date:dd/MM/yyyy}) et dans l'agenda ({day:dd/MM/yyyy}) diffèrent : gardées toutes deux, à vous de trancher",
                $"the date of the milestone in the roadmap ({item.Date:dd/MM/yyyy}) and in the calendar ({day:dd/MM/yyyy}) differ: both kept, it is for you to settle"
            )
            : new(
                $"quelqu'un a changé l'événement, et sa date ne se lit plus ; la feuille de route dit {item.Date:dd/MM/yyyy}",
                $"somebody changed the event, and its date cannot be read any more; the roadmap says {item.Date:dd/MM/yyyy}"
            );

    private static Text CancelledByThem(MilestoneEvent item) =>
        new(
            $"annulé dans l'agenda, mais toujours prévu le {item.Date:dd/MM/yyyy} dans la feuille de route : à vous de trancher",
            $"cancelled in the calendar, but still planned for {item.Date:dd/MM/yyyy} in the roadmap: it is for you to settle"
        );

    private static readonly Text Written = new("la feuille de route le prévoit", "the roadmap plans it");

    private static readonly Text Moved = new(
        "la feuille de route a changé, et personne n'a touché à l'événement",
        "the roadmap has changed, and nobody touched the event"
    );

    private static readonly Text AllTakenOut = new(
        "plus aucun jalon dans la feuille de route : l'événement reste, supprimez-le s'il n'a plus lieu d'être",
        "no milestone is left in the roadmap: the event stays, delete it where it has no reason to be any more"
    );

    private static readonly Text TakenOutButChanged = new(
        "n'est plus dans la feuille de route, mais quelqu'un a changé l'événement : gardé tel quel",
        "is no longer in the roadmap, but somebody changed the event: kept as it is"
    );
}
