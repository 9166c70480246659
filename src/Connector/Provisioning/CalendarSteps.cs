using System.Collections.Concurrent;
using System.Text;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about calendars and events.</summary>
/// <param name="client">The server.</param>
/// <param name="recipients">Who stands for a group.</param>
/// <param name="timeZone">A VCALENDAR with the territory's VTIMEZONE, for what clients add without one.</param>
internal sealed class CalendarSteps(CalendarClient client, Recipients recipients, string timeZone)
{
    private readonly ConcurrentDictionary<string, Uri> _published = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Uri, string Name), CalendarText> _written = [];

    /// <summary>Public addresses of the calendars that this run published, by calendar URI.</summary>
    public IReadOnlyDictionary<string, Uri> Published => _published;

    /// <summary>The objects as this run left or found them when it wrote, by calendar URI and name.</summary>
    public IReadOnlyDictionary<(string Uri, string Name), CalendarText> Written => _written;

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
        var calendars = (await client.ListCalendars(ct)).ToDictionary(
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
                await client.CreateCalendar(Wire(create), ct);
            }

            var shares = actions.OfType<ShareCalendar>().Select(Wire).OfType<CalendarShare>().ToList();
            if (shares.Count > 0)
            {
                await client.SendShares(calendar.Key, shares, ct);
            }

            if (actions.OfType<PublishCalendar>().Any())
            {
                await client.SendPublish(calendar.Key, ct);
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
        var outcome = await client.CreateCalendar(spec, ct);
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

        var outcome = await client.Share(action.CalendarUri, share, ct);
        return outcome.IsThere
            ? StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = action.GroupId })
            : Refused(outcome);
    }

    public async Task<StepOutcome> Publish(PlanStep step, PublishCalendar action, CancellationToken ct)
    {
        var calendar = await client.Publish(action.CalendarUri, ct);
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

    /// <summary>That an object is so now.</summary>
    public void Note(string uri, string name, CalendarText text) => _written[(uri, name)] = text;

    /// <param name="step">Of the plan.</param>
    /// <param name="action">What is to be written where.</param>
    /// <param name="text">Its iCalendar text.</param>
    /// <param name="ct">Stops.</param>
    public Task<StepOutcome> Put(PlanStep step, PutEvent action, string text, CancellationToken ct) =>
        Put(
            new WrittenObject(
                step.Key,
                action.CalendarUri,
                action.Event.ObjectName,
                action.Event.ContentHash,
                action.IfMatch
            ),
            text,
            ct
        );

    /// <inheritdoc cref="Put(PlanStep, PutEvent, string, CancellationToken)"/>
    public Task<StepOutcome> Put(PlanStep step, PutMilestone action, string text, CancellationToken ct) =>
        Put(
            new WrittenObject(
                step.Key,
                action.CalendarUri,
                action.Milestone.ObjectName,
                action.Milestone.ContentHash,
                action.IfMatch
            ),
            text,
            ct
        );

    /// <inheritdoc cref="Put(PlanStep, PutEvent, string, CancellationToken)"/>
    public Task<StepOutcome> Put(PlanStep step, CallOffEvent action, CancellationToken ct) =>
        Put(
            new WrittenObject(
                step.Key,
                action.CalendarUri,
                action.ObjectName,
                WorkspaceKeys.CalledOff,
                action.IfMatch
            ),
            action.Text,
            ct
        );

    /// <param name="step">Of the plan.</param>
    /// <param name="action">Where to, and on what condition.</param>
    /// <param name="text">What the object that it is of gives now; null where there is none, or nothing to show.</param>
    /// <param name="known">The copy as the ledger has it.</param>
    /// <param name="ct">Stops before.</param>
    public async Task<StepOutcome> Copy(
        PlanStep step,
        CopyEvent action,
        string? text,
        KnownResource? known,
        CancellationToken ct
    )
    {
        if (text is null)
        {
            return StepOutcome.Done();
        }

        var hash = ContentHash.Md5(Encoding.UTF8.GetBytes(text));
        return action.IfMatch is not null && known?.ContentHash == hash
            ? StepOutcome.Done()
            : await Put(
                new WrittenObject(step.Key, action.CalendarUri, action.Copy.ObjectName, hash, action.IfMatch),
                text,
                ct
            );
    }

    private async Task<StepOutcome> Put(WrittenObject item, string text, CancellationToken ct)
    {
        var condition = item.IfMatch is null
            ? PutCondition.IfNoneMatchAny
            : PutCondition.IfMatch(item.IfMatch);
        var sent = text;
        var outcome = await client.PutObject(item.CalendarUri, item.Name, text, condition, ct);
        var etag = outcome.Changed ? outcome.ETag : null;
        if (etag is null)
        {
            if (!outcome.Changed && outcome.Result != DavResult.PreconditionFailed)
            {
                return Refused(outcome);
            }

            var there = await client.GetObjects(item.CalendarUri, [item.Name], ct);
            if (there.Count == 0)
            {
                return Refused(outcome);
            }

            etag = there[0].ETag;
            text = there[0].Ics ?? "";
        }

        Note(item.CalendarUri, item.Name, new CalendarText(etag, text));

        var ours = outcome.Changed || etag == ContentHash.Md5(Encoding.UTF8.GetBytes(sent));
        return StepOutcome.Done(
            new KnownResource
            {
                Key = item.Key,
                RemoteId = item.Name,
                ETag = etag,
                ContentHash = ours ? item.ContentHash : null,
            }
        );
    }

    private static StepOutcome Refused(DavOutcome outcome) =>
        StepOutcome.Failed(
            outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
        );

    private sealed record WrittenObject(
        string Key,
        string CalendarUri,
        string Name,
        string ContentHash,
        string? IfMatch
    );
}
