using System.Collections.Concurrent;
using System.Text;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about calendars and events.</summary>
/// <param name="client">The server.</param>
/// <param name="recipients">Who stands for a group.</param>
/// <param name="eventText">The iCalendar text of an event, by its key in the ledger.</param>
/// <param name="timeZone">A VCALENDAR with the territory's VTIMEZONE, for what clients add without one.</param>
internal sealed class CalendarSteps(
    NextcloudClient client,
    Recipients recipients,
    Func<EventSpec, string> eventText,
    string timeZone
)
{
    private readonly ConcurrentDictionary<string, Uri> _published = new(StringComparer.Ordinal);

    /// <summary>Public addresses of the calendars that this run published, by calendar URI.</summary>
    public IReadOnlyDictionary<string, Uri> Published => _published;

    /// <summary>
    /// Makes, shares and publishes many calendars, areas side by side, and reads all of them back in one listing; what
    /// that does not show is tried again alone.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> Prepare(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        await Lanes.ForEach(steps.GroupBy(step => step.AreaKey), Send, ct);
        var calendars = (await client.Calendars.ListCalendars(ct)).ToDictionary(
            calendar => calendar.Uri,
            StringComparer.Ordinal
        );
        var made = new Dictionary<string, StepOutcome>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (calendars.GetValueOrDefault(UriOf(step)) is { } there && Seen(step, there) is { } resource)
            {
                made[step.Key] = StepOutcome.Done(resource);
            }
        }

        return made;
    }

    private async Task Send(IEnumerable<PlanStep> steps, CancellationToken ct)
    {
        foreach (var calendar in steps.GroupBy(UriOf, StringComparer.Ordinal))
        {
            var actions = calendar.Select(step => step.Action).ToList();
            if (actions.OfType<CreateCalendar>().FirstOrDefault() is { } create)
            {
                await client.Calendars.CreateCalendar(Wire(create), ct);
            }

            var shares = actions.OfType<ShareCalendar>().Select(Wire).OfType<CalendarShare>().ToList();
            if (shares.Count > 0)
            {
                await client.Calendars.SendShares(calendar.Key, shares, ct);
            }

            if (actions.OfType<PublishCalendar>().Any())
            {
                await client.Calendars.SendPublish(calendar.Key, ct);
            }
        }
    }

    private static string UriOf(PlanStep step) =>
        step.Action switch
        {
            CreateCalendar action => action.Calendar.Uri,
            ShareCalendar action => action.CalendarUri,
            PublishCalendar action => action.CalendarUri,
            _ => throw new InvalidOperationException($"{step.Action} is not about a calendar as a whole"),
        };

    /// <summary>What the ledger is to remember of the step; null when the calendar does not show it.</summary>
    private KnownResource? Seen(PlanStep step, Nextcloud.CalDav.Calendar there)
    {
        switch (step.Action)
        {
            case CreateCalendar:
                return new KnownResource { Key = step.Key, RemoteId = there.Uri };
            case ShareCalendar share when Wire(share) is { } given && there.Shares.Contains(given):
                return new KnownResource { Key = step.Key, RemoteId = share.GroupId };
            case PublishCalendar when there.FeedUrl is { } feed:
                _published[there.Uri] = feed;
                return new KnownResource { Key = step.Key, RemoteId = feed.AbsoluteUri };
            default:
                return null;
        }
    }

    private CalendarShare? Wire(ShareCalendar action) =>
        recipients.OnCalendar(action.GroupId, action.ReadWrite);

    private Nextcloud.CalDav.CalendarSpec Wire(CreateCalendar action) =>
        new()
        {
            Uri = action.Calendar.Uri,
            DisplayName = action.Calendar.DisplayName,
            Colour = action.Calendar.Colour,
            TimeZone = timeZone,
        };

    public async Task<StepOutcome> Create(PlanStep step, CreateCalendar action, CancellationToken ct)
    {
        var spec = Wire(action);
        var outcome = await client.Calendars.CreateCalendar(spec, ct);
        return outcome.IsThere
            ? StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = spec.Uri })
            : Refused(outcome);
    }

    public async Task<StepOutcome> Share(PlanStep step, ShareCalendar action, CancellationToken ct)
    {
        if (Wire(action) is not { } share)
        {
            return StepOutcome.Skipped(TeamSteps.NoTeam);
        }

        var outcome = await client.Calendars.Share(action.CalendarUri, share, ct);
        return outcome.IsThere
            ? StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = action.GroupId })
            : Refused(outcome);
    }

    public async Task<StepOutcome> Publish(PlanStep step, PublishCalendar action, CancellationToken ct)
    {
        var calendar = await client.Calendars.Publish(action.CalendarUri, ct);
        if (calendar?.FeedUrl is not { } feed)
        {
            return StepOutcome.Failed(
                new Text(
                    "le serveur n'a pas donné d'adresse publique : vérifiez que la publication d'agendas est permise",
                    "the server gave no public address: check that publishing calendars is allowed"
                )
            );
        }

        _published[action.CalendarUri] = feed;
        return StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = feed.AbsoluteUri });
    }

    public async Task<StepOutcome> Put(PlanStep step, PutEvent action, CancellationToken ct)
    {
        var condition = action.IfMatch is null
            ? PutCondition.IfNoneMatchAny
            : PutCondition.IfMatch(action.IfMatch);
        var text = eventText(action.Event);
        var outcome = await client.Calendars.PutObject(
            action.CalendarUri,
            action.Event.ObjectName,
            text,
            condition,
            ct
        );
        var etag = outcome.Changed ? outcome.ETag : null;
        if (etag is null)
        {
            if (!outcome.Changed && outcome.Result != DavResult.PreconditionFailed)
            {
                return Refused(outcome);
            }

            var there = await client.Calendars.GetObjects(action.CalendarUri, [action.Event.ObjectName], ct);
            if (there.Count == 0)
            {
                return Refused(outcome);
            }

            etag = there[0].ETag;
        }

        var ours = outcome.Changed || etag == action.Event.ContentHash;
        return StepOutcome.Done(
            new KnownResource
            {
                Key = step.Key,
                RemoteId = action.Event.ObjectName,
                ETag = etag,
                ContentHash = ours ? action.Event.ContentHash : null,
            }
        );
    }

    private static StepOutcome Refused(DavOutcome outcome) =>
        StepOutcome.Failed(
            outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
        );
}
