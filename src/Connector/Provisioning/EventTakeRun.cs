using System.Text;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// Undoes a conflict: an event of the calendar gets the territory's value of a field after all, for a whole series or for
/// one of its occurrences, and everything else in it stays. What <c>connector calendar take</c> calls; <see cref="Open"/>
/// lists what it can be asked for. Two requests when nobody writes at the same time.
/// </summary>
internal sealed class EventTakeRun(NextcloudClient client, LedgerStore ledger)
{
    /// <summary>Somebody who saves again and again is left in peace.</summary>
    private const int MostTries = 4;

    /// <summary>The conflicts that were told and that nobody settled, by the key of their event (<c>event:jeunes/mensuelle</c>).</summary>
    public static IReadOnlyList<(string EventKey, FieldConflict Conflict)> Open(
        Territory territory,
        KnownWorkspace known
    ) =>
        [
            .. territory
                .Groups.SelectMany(group => group.Meetings.Select(series => (group, series)))
                .SelectMany(pair =>
                    (
                        EventBases
                            .Recall(
                                known,
                                WorkspaceKeys.Calendar(pair.group.Id),
                                WorkspaceKeys.EventObject(pair.group.Id, pair.series.Id)
                            )
                            ?.Conflicts
                        ?? []
                    ).Select(conflict => (WorkspaceKeys.Event(pair.group.Id, pair.series.Id), conflict))
                ),
        ];

    /// <param name="territory">Whose values are taken.</param>
    /// <param name="groupId">Of the group.</param>
    /// <param name="seriesId">Of the series in the territory file.</param>
    /// <param name="original">
    /// Day on which the series places the occurrence; null for the series as a whole, or a single event.
    /// </param>
    /// <param name="fields">Which fields; empty for all.</param>
    /// <param name="ct">Stops before writing.</param>
    /// <returns>What was done, in words, or why nothing was: one of the two is null.</returns>
    public async Task<(Text? Said, Problem? Problem)> RunAsync(
        Territory territory,
        string groupId,
        string seriesId,
        DateOnly? original,
        IReadOnlyCollection<EventField> fields,
        CancellationToken ct
    )
    {
        var slug = Slug.Of(territory.Name);
        var known = await ledger.LoadAsync(slug, ct);
        var group = territory.Groups.FirstOrDefault(group => group.Id == groupId);
        var series = group?.Meetings.FirstOrDefault(series => series.Id == seriesId);
        if (
            group is null
            || series is null
            || known.Find(WorkspaceKeys.Calendar(groupId)) is not { } calendar
            || known.Find(WorkspaceKeys.Event(groupId, seriesId)) is not { } link
        )
        {
            return (null, Unknown($"{groupId}/{seriesId}"));
        }

        var ours = MeetingCalendar.Write(territory, group, series);
        var zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (
                await client.Calendars.GetObjects(calendar.RemoteId, [link.RemoteId], ct)
                    is not [{ Ics: { } theirs } there]
                || EventMerge.Take(ours, theirs, original, Wanted(fields), zone) is not { } taken
            )
            {
                return (null, NotThere(series.Title));
            }

            var etag = there.ETag;
            if (taken.Text != theirs)
            {
                var condition = PutCondition.IfMatch(there.ETag);
                var put = await client.Calendars.PutObject(
                    calendar.RemoteId,
                    link.RemoteId,
                    taken.Text,
                    condition,
                    ct
                );
                if (put.Result == DavResult.PreconditionFailed)
                {
                    continue;
                }

                if (!put.Changed)
                {
                    return (null, EventProblems.Refused(series.Title, put.Message));
                }

                etag = put.ETag;
            }

            await Remember(
                slug,
                groupId,
                known,
                link with
                {
                    ETag = etag,
                    ContentHash = null,
                },
                ours,
                original,
                fields
            );
            return (Said(series.Title, taken.Text != theirs), null);
        }

        return (null, EventProblems.Busy(series.Title));
    }

    private Task Remember(
        string slug,
        string groupId,
        KnownWorkspace known,
        KnownResource link,
        string ours,
        DateOnly? original,
        IReadOnlyCollection<EventField> fields
    )
    {
        var calendarKey = WorkspaceKeys.Calendar(groupId);
        // What the territory changed beside is merged by the next run, with the base that it has.
        var kept =
            EventBases.Recall(known, calendarKey, link.RemoteId)
            ?? new EventBases(ContentHash.Md5(Encoding.UTF8.GetBytes(ours)), ours, []);
        var left = kept
            .Conflicts.Where(conflict =>
                conflict.Original != original || !(fields.Count == 0 || fields.Contains(conflict.Field))
            )
            .ToList();
        return ledger.RememberAsync(
            slug,
            [link, (kept with { Conflicts = left }).OnRecord(calendarKey, link.RemoteId)],
            CancellationToken.None
        );
    }

    private static Func<EventField, bool>? Wanted(IReadOnlyCollection<EventField> fields) =>
        fields.Count == 0 ? null : fields.Contains;

    private static Text Said(string title, bool isNew) =>
        isNew
            ? new Text(
                $"« {title} » a maintenant dans l'agenda ce que dit le fichier du territoire ; le reste n'a pas changé",
                $"'{title}' has in the calendar what the territory file says now; the rest has not changed"
            )
            : new Text(
                $"« {title} » avait déjà dans l'agenda ce que dit le fichier du territoire",
                $"'{title}' had in the calendar what the territory file says already"
            );

    private static Problem Unknown(string name) =>
        new()
        {
            Code = "unknown-series",
            Message = new Text(
                $"« {name} » n'est pas une série de rencontres que Connector a mise dans un agenda.",
                $"'{name}' is not a series of meetings that Connector put into a calendar."
            ),
            Remedy = new Text(
                "Écrivez l'identifiant du groupe et celui de la série comme dans le fichier du territoire : jeunes/mensuelle.",
                "Write the identifiers of the group and of the series as in the territory file: jeunes/mensuelle."
            ),
        };

    private static Problem NotThere(string title) =>
        new()
        {
            Code = "event-not-there",
            Message = new Text(
                $"« {title} » n'est plus dans l'agenda, ou ne s'y lit plus.",
                $"'{title}' is in the calendar no more, or cannot be read there."
            ),
            Remedy = new Text(
                "Regardez dans la corbeille de l'agenda, ou relancez apply avec --restore.",
                "Look into the calendar's trash bin, or run apply with --restore."
            ),
        };
}
