using System.Collections.Concurrent;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;

namespace Connector.Provisioning;

/// <summary>
/// Writes many new events of a calendar together: told to the ledger at once, sent one after the other, and read back in
/// one request where the server does not say what it made of them.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="textOf">The iCalendar text of a step's event.</param>
/// <param name="written">Told each object as it is now.</param>
internal sealed class NewEvents(
    CalendarClient client,
    Func<PlanStep, string> textOf,
    Action<string, string, CalendarText> written
)
{
    /// <summary>Fewer are as well written alone.</summary>
    private const int Fewest = 5;

    /// <returns>The outcome of those that are there now; the others are to be tried alone.</returns>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> Create(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        var made = new ConcurrentDictionary<string, StepOutcome>(StringComparer.Ordinal);
        var calendars = steps
            .Select(New)
            .OfType<NewObject>()
            .GroupBy(item => item.CalendarUri, StringComparer.Ordinal)
            .Where(calendar => calendar.Count() >= Fewest);
        await Lanes.ForEach(calendars, (calendar, stop) => Create(calendar, made, stop), ct);
        return made;
    }

    private async Task Create(
        IGrouping<string, NewObject> calendar,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        var there = await client.CreateObjects(
            calendar.Key,
            [.. calendar.Select(item => (item.Name, textOf(item.Step)))],
            ct
        );
        foreach (var item in calendar)
        {
            if (there.GetValueOrDefault(item.Name) is not { } found)
            {
                continue;
            }

            written(calendar.Key, item.Name, new CalendarText(found.ETag, found.Ics ?? ""));
            made[item.Step.Key] = StepOutcome.Done(
                new KnownResource
                {
                    Key = item.Step.Key,
                    RemoteId = item.Name,
                    ETag = found.ETag,
                    ContentHash = item.Hash,
                }
            );
        }
    }

    private static NewObject? New(PlanStep step) =>
        step.Action switch
        {
            PutEvent { IfMatch: null } put => new NewObject(
                step,
                put.CalendarUri,
                put.Event.ObjectName,
                put.Event.ContentHash
            ),
            PutMilestone { IfMatch: null } put => new NewObject(
                step,
                put.CalendarUri,
                put.Milestone.ObjectName,
                put.Milestone.ContentHash
            ),
            _ => null,
        };

    private sealed record NewObject(PlanStep Step, string CalendarUri, string Name, string Hash);
}
