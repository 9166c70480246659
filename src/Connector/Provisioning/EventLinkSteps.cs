using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>Puts links into descriptions: read, patch one line, write on the condition that it still is what was read.</summary>
/// <param name="client">The server.</param>
/// <param name="lineOf">The line of a link; null when what it leads to was not made after all.</param>
/// <param name="known">What the ledger remembers of our own events.</param>
internal sealed class EventLinkSteps(
    CalendarClient client,
    Func<EventLink, EventLinkLine?> lineOf,
    KnownWorkspace known
)
{
    /// <summary>Somebody who saves again and again is left in peace until the next run.</summary>
    private const int MostTries = 3;

    public async Task<StepOutcome> Link(
        LinkEvent action,
        Action<string, string, CalendarText> written,
        CancellationToken ct
    )
    {
        var lines = action
            .Links.Select(link => (link, line: lineOf(link)))
            .Where(pair => pair.line is not null)
            .ToDictionary(pair => pair.link, pair => pair.line!);
        if (lines.Count == 0)
        {
            return StepOutcome.Skipped(NotMade);
        }

        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = await client.GetObjects(action.CalendarUri, [action.ObjectName], ct);
            if (found is not [{ Ics: { } text } there])
            {
                return StepOutcome.Waiting(Vanished);
            }

            var patched = EventPatch.WithLinks(
                text,
                lines.ToDictionary(pair => pair.Key.OverrideId, pair => pair.Value)
            );
            if (patched == text)
            {
                return Done(action, lines, there.ETag, there.ETag);
            }

            var outcome = await client.PutObject(
                action.CalendarUri,
                action.ObjectName,
                patched,
                PutCondition.IfMatch(there.ETag),
                ct
            );
            if (outcome.Changed)
            {
                var stored = await Stored(action, patched, outcome.ETag, ct);
                if (stored is not null)
                {
                    written(action.CalendarUri, action.ObjectName, stored);
                }

                return Done(action, lines, there.ETag, stored?.ETag);
            }

            if (outcome.Result != DavResult.PreconditionFailed)
            {
                return StepOutcome.Failed(
                    outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
                );
            }
        }

        return StepOutcome.Waiting(SavedMeanwhile);
    }

    /// <summary>Without an ETag in its answer the server may have changed the text (RFC 4791, 5.3.4): it is read again.</summary>
    private async Task<CalendarText?> Stored(
        LinkEvent action,
        string sent,
        string? etag,
        CancellationToken ct
    )
    {
        if (etag is not null)
        {
            return new CalendarText(etag, sent);
        }

        return
            await client.GetObjects(action.CalendarUri, [action.ObjectName], ct) is [{ Ics: { } text } there]
            ? new CalendarText(there.ETag, text)
            : null;
    }

    /// <summary>An event of ours that nobody touched stays ours: the line that we added does not make it somebody's.</summary>
    private StepOutcome Done(
        LinkEvent action,
        Dictionary<EventLink, EventLinkLine> lines,
        string before,
        string? after
    )
    {
        var made = lines.Select(pair => Given(action.CalendarKey, pair.Key, pair.Value)).ToList();
        var ours = known.Resources.Values.FirstOrDefault(resource =>
            resource.RemoteId == action.ObjectName
            && resource.Key.StartsWith("event:", StringComparison.Ordinal)
        );
        if (ours is { ContentHash: not null } && ours.ETag == before && after is not null && after != before)
        {
            made.Add(ours with { ETag = after });
        }

        return StepOutcome.Done([.. made]);
    }

    /// <summary>That an event was given its link: where somebody takes it out, it stays out.</summary>
    public static KnownResource Given(string calendarKey, EventLink link, EventLinkLine line) =>
        new()
        {
            Key = WorkspaceKeys.Link(calendarKey, link.ObjectName, link.OverrideId),
            RemoteId = $"link {link.NodeKey}",
            ContentHash = FormattableString.Invariant($"{line.Number}"),
        };

    private static readonly Text NotMade = new(
        "pas essayé : ce vers quoi il mène n'est pas là",
        "not tried: what it leads to is not there"
    );

    private static readonly Text Vanished = new(
        "l'événement n'est plus dans l'agenda",
        "the event is in the calendar no more"
    );

    private static readonly Text SavedMeanwhile = new(
        "quelqu'un l'enregistre en ce moment : laissé tel quel jusqu'au prochain passage",
        "somebody is saving it just now: left as it is until the next run"
    );
}
