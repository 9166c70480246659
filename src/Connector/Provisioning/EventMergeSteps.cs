using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// Writes what the territory changed into objects that people changed, on the condition that they still are what was merged;
/// else they are read and merged again, a few times at most.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="written">Told each object that is so now: calendar, name, text.</param>
/// <param name="zone">Of the territory.</param>
internal sealed class EventMergeSteps(
    NextcloudClient client,
    Action<string, string, CalendarText> written,
    DateTimeZone zone
)
{
    /// <summary>Somebody who saves again and again is left in peace until the next run.</summary>
    private const int MostTries = 4;

    /// <param name="item">What is merged into which object.</param>
    /// <param name="first">The object as it was merged already, and the text to write; null to read it first.</param>
    /// <param name="ct">Stops.</param>
    public async Task<StepOutcome> Merge(
        EventToMerge item,
        (string ETag, string Text, IReadOnlyList<FieldConflict> Conflicts)? first,
        CancellationToken ct
    )
    {
        var next = first;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (next is null)
            {
                if (
                    await client.Calendars.GetObjects(item.CalendarUri, [item.Name], ct)
                    is not [{ Ics: { } theirs } there]
                )
                {
                    return StepOutcome.Waiting(Vanished);
                }

                if (EventMerge.Merge(item.Base.Text, item.Ours, theirs, zone) is not { } merged)
                {
                    return StepOutcome.Waiting(Unreadable);
                }

                if (merged.Text == theirs)
                {
                    written(item.CalendarUri, item.Name, new CalendarText(there.ETag, theirs));
                    return Done(item, there.ETag, merged.Merge.Conflicts, first?.Conflicts);
                }

                next = (there.ETag, merged.Text, merged.Merge.Conflicts);
            }

            var (etag, text, conflicts) = next.Value;
            var outcome = await client.Calendars.PutObject(
                item.CalendarUri,
                item.Name,
                text,
                PutCondition.IfMatch(etag),
                ct
            );
            if (outcome.Changed)
            {
                return await Written(item, text, outcome, conflicts, first?.Conflicts, ct);
            }

            if (outcome.Result != DavResult.PreconditionFailed)
            {
                return StepOutcome.Failed(
                    outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
                );
            }

            next = null;
        }

        return StepOutcome.Waiting(SavedMeanwhile);
    }

    /// <summary>A server that gives no ETag changed the text: what it made of it is read.</summary>
    private async Task<StepOutcome> Written(
        EventToMerge item,
        string text,
        DavOutcome outcome,
        IReadOnlyList<FieldConflict> conflicts,
        IReadOnlyList<FieldConflict>? told,
        CancellationToken ct
    )
    {
        var now = outcome.ETag is { } etag ? new CalendarText(etag, text) : null;
        if (
            now is null
            && await client.Calendars.GetObjects(item.CalendarUri, [item.Name], ct)
                is [{ Ics: { } ics } there]
        )
        {
            now = new CalendarText(there.ETag, ics);
        }

        if (now is null)
        {
            return StepOutcome.Waiting(Vanished);
        }

        written(item.CalendarUri, item.Name, now);
        return Done(item, now.ETag, conflicts, told);
    }

    /// <summary>What the plan did not know of is told in the report.</summary>
    private static StepOutcome Done(
        EventToMerge item,
        string etag,
        IReadOnlyList<FieldConflict> conflicts,
        IReadOnlyList<FieldConflict>? told
    )
    {
        var all = EventBases.Together(item.Base.Conflicts, conflicts);
        return StepOutcome.Done(
            new KnownResource
            {
                Key = item.Key,
                RemoteId = item.Name,
                ETag = etag,
            },
            new EventBases(item.Hash, item.Ours, all).OnRecord(item.CalendarKey, item.Name)
        ) with
        {
            Details = [.. conflicts.Except(told ?? []).Select(conflict => MergeWords.Of(conflict, item.Key))],
        };
    }

    private static readonly Text Vanished = new(
        "l'événement n'est plus dans l'agenda",
        "the event is in the calendar no more"
    );

    private static readonly Text Unreadable = new(
        "ce que quelqu'un vient d'enregistrer ne se lit pas : laissé tel quel jusqu'au prochain passage",
        "what somebody has just saved cannot be read: left as it is until the next run"
    );

    private static readonly Text SavedMeanwhile = new(
        "quelqu'un l'enregistre en ce moment : laissé tel quel jusqu'au prochain passage",
        "somebody is saving it just now: left as it is until the next run"
    );
}

/// <summary>An event whose changes are to get into its object.</summary>
internal sealed record EventToMerge
{
    /// <summary>Of the event, in the ledger.</summary>
    public required string Key { get; init; }

    public required string CalendarUri { get; init; }

    public required string CalendarKey { get; init; }

    /// <summary>Of the object.</summary>
    public required string Name { get; init; }

    /// <summary>As <see cref="EventSpec.ContentHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>What the territory gives now, without a link.</summary>
    public required string Ours { get; init; }

    public required EventBases Base { get; init; }
}
