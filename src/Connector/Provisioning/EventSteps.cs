using Connector.CalendarSync;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about events: writes those that are ours, and merges into those that people changed.</summary>
/// <param name="client">The server.</param>
/// <param name="scope">What the run works from.</param>
/// <param name="calendars">Writes whole objects.</param>
/// <param name="numberOf">The server's number of what an event leads to; null while it has none.</param>
internal sealed class EventSteps(
    NextcloudClient client,
    ProvisionScope scope,
    CalendarSteps calendars,
    Func<string?, long?> numberOf
)
{
    private readonly MeetingLinks _links = new(scope.Source, client.Account.BaseUrl);

    private readonly EventMergeSteps _merges = new(
        client,
        calendars.Note,
        DateTimeZoneProviders.Tzdb[scope.Source.TimeZone]
    );

    /// <summary>The line of a link; null while what it leads to is not there.</summary>
    public EventLinkLine? LineOf(EventLink link) => _links.Line(link.IsFolder, numberOf(link.NodeKey));

    /// <summary>
    /// An event of ours has its link from the start, and with it goes on record that it has. What somebody saved between the
    /// look and our writing gets the territory's changes merged into it.
    /// </summary>
    public async Task<StepOutcome> Put(PlanStep step, PutEvent action, CancellationToken ct)
    {
        var item = action.Event;
        var text = _links.Text(PlaceOf(step).Group.Id, item, numberOf(item.LinkKey));
        var outcome = await calendars.Put(step, action, text, ct);
        if (outcome.State != StepState.Done)
        {
            return outcome;
        }

        if (action.IfMatch is not null && outcome.Made is [{ ContentHash: null }])
        {
            return await _merges.Merge(
                ToMerge(step, action.CalendarUri, item.ObjectName, item.ContentHash),
                null,
                ct
            );
        }

        return OnRecord(step, outcome);
    }

    /// <summary>As <see cref="Put(PlanStep, PutEvent, CancellationToken)"/>, many new ones together.</summary>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> CreateAll(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        var made = await new NewEvents(client.Calendars, TextOf, calendars.Note).Create(steps, ct);
        return steps
            .Where(step => made.ContainsKey(step.Key))
            .ToDictionary(step => step.Key, step => OnRecord(step, made[step.Key]), StringComparer.Ordinal);

        string TextOf(PlanStep step) =>
            step.Action is PutEvent put
                ? _links.Text(PlaceOf(step).Group.Id, put.Event, numberOf(put.Event.LinkKey))
                : Ours(step);
    }

    /// <summary>What was written, with what later merges compare with, and that it was given its link.</summary>
    private StepOutcome OnRecord(PlanStep step, StepOutcome outcome)
    {
        var calendar = PlaceOf(step).Calendar;
        var (name, hash) = step.Action switch
        {
            PutEvent put => (put.Event.ObjectName, put.Event.ContentHash),
            PutMilestone put => (put.Milestone.ObjectName, put.Milestone.ContentHash),
            _ => throw new InvalidOperationException($"{step.Action} writes no event"),
        };
        var made = outcome
            .Made.Append(new EventBases(hash, Ours(step), []).OnRecord(calendar.Key, name))
            .ToList();
        if (
            step.Action is PutEvent { Event: var item }
            && _links.Line(isFolder: true, numberOf(item.LinkKey)) is { } line
        )
        {
            var link = new EventLink(name, "", item.LinkKey!, true, "", "");
            made.Add(EventLinkSteps.Given(calendar.Key, link, line));
        }

        return outcome with
        {
            Made = made,
        };
    }

    public Task<StepOutcome> Merge(PlanStep step, MergeEvent action, CancellationToken ct)
    {
        var merge = action.Merge;
        return _merges.Merge(
            ToMerge(step, action.CalendarUri, action.ObjectName, action.ContentHash),
            (merge.ETag, merge.Text!, merge.Conflicts),
            ct
        );
    }

    /// <summary>Whoever saved the event since the look has touched it: it is not called off.</summary>
    public Task<StepOutcome> CallOff(PlanStep step, CallOffEvent action, CancellationToken ct) =>
        calendars.Put(step, action, ct);

    /// <inheritdoc cref="Put(PlanStep, PutEvent, CancellationToken)"/>
    public async Task<StepOutcome> Put(PlanStep step, PutMilestone action, CancellationToken ct)
    {
        var (item, ours) = (action.Milestone, Ours(step));
        var outcome = await calendars.Put(step, action, ours, ct);
        if (outcome.State != StepState.Done)
        {
            return outcome;
        }

        if (action.IfMatch is not null && !item.IsCancelled && outcome.Made is [{ ContentHash: null }])
        {
            return await _merges.Merge(
                ToMerge(step, action.CalendarUri, item.ObjectName, item.ContentHash),
                null,
                ct
            );
        }

        return OnRecord(step, outcome);
    }

    /// <summary>What the territory gives for the event of a step, without a link.</summary>
    private string Ours(PlanStep step)
    {
        var (group, calendar) = PlaceOf(step);
        return calendar.Events.FirstOrDefault(item => item.Key == step.Key) is { } item
            ? MeetingCalendar.Write(scope.Source, group, item.Series)
            : MilestoneCalendar.Write(
                scope.Source,
                group,
                calendar.Milestones!.Events.Single(milestone => milestone.Key == step.Key)
            );
    }

    private EventToMerge ToMerge(PlanStep step, string calendarUri, string name, string hash)
    {
        var (calendar, ours) = (PlaceOf(step).Calendar, Ours(step));
        return new EventToMerge
        {
            Key = step.Key,
            CalendarUri = calendarUri,
            CalendarKey = calendar.Key,
            Name = name,
            Hash = hash,
            Ours = ours,
            Base =
                EventBases.Recall(scope.Known, calendar.Key, name)
                ?? new EventBases(hash, Written(calendar, step.Key, name) ?? ours, []),
        };
    }

    /// <summary>What a ledger of before, which kept no bases, saw in the calendar when nobody had touched it yet.</summary>
    private string? Written(CalendarSpec calendar, string key, string name) =>
        scope.Known.Find(key) is { ContentHash: not null } link
        && CalendarMemory.Recall(scope.Known, calendar.Key)?.GetValueOrDefault(name) is { } seen
        && seen.ETag == link.ETag
            ? seen.Text
            : null;

    private (WorkingGroup Group, CalendarSpec Calendar) PlaceOf(PlanStep step)
    {
        var area = scope.AreaOf(step.AreaKey!);
        return (MilestoneOwner.Of(scope.Source, area)!, area.Calendar!);
    }
}
