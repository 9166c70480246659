using System.Collections.Concurrent;
using System.Text;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about calendars and events.</summary>
/// <param name="client">The server.</param>
/// <param name="eventText">The iCalendar text of an event, by its key in the ledger.</param>
/// <param name="timeZone">A VCALENDAR with the territory's VTIMEZONE, for what clients add without one.</param>
internal sealed class CalendarSteps(
    NextcloudClient client,
    Func<EventSpec, string> eventText,
    string timeZone
)
{
    private readonly ConcurrentDictionary<string, Uri> _published = new(StringComparer.Ordinal);

    /// <summary>Public addresses of the calendars that this run published, by calendar URI.</summary>
    public IReadOnlyDictionary<string, Uri> Published => _published;

    public async Task<StepOutcome> Create(PlanStep step, CreateCalendar action, CancellationToken ct)
    {
        var spec = new Nextcloud.CalDav.CalendarSpec
        {
            Uri = action.Calendar.Uri,
            DisplayName = action.Calendar.DisplayName,
            Colour = action.Calendar.Colour,
            TimeZone = timeZone,
        };
        var outcome = await client.Calendars.CreateCalendar(spec, ct);
        return outcome.IsThere
            ? StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = spec.Uri })
            : Refused(outcome);
    }

    public async Task<StepOutcome> Share(PlanStep step, ShareCalendar action, CancellationToken ct)
    {
        var outcome = await client.Calendars.Share(action.CalendarUri, action.GroupId, action.ReadWrite, ct);
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
