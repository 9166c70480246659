using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// What becomes of one object that Connector wrote, now that what it should say may be something else and people may have
/// changed it. Asks the server for nothing: what is merged is what was read.
/// </summary>
/// <param name="known">What is remembered.</param>
/// <param name="zone">Of the territory.</param>
/// <param name="learnt">Gets what the ledger is to remember.</param>
internal sealed class ObjectMerging(KnownWorkspace known, DateTimeZone zone, List<KnownResource> learnt)
{
    /// <param name="calendarKey">Of its calendar.</param>
    /// <param name="key">Of the event.</param>
    /// <param name="name">Of the object.</param>
    /// <param name="hash">Of what it should say: see <see cref="EventSpec.ContentHash"/>.</param>
    /// <param name="write">What it should say, without a link.</param>
    /// <param name="there">The object as it is.</param>
    /// <returns>Null where nothing is to be merged.</returns>
    public MergedEvent? Of(
        string calendarKey,
        string key,
        string name,
        string hash,
        Func<string> write,
        CalendarText there
    )
    {
        var link = known.Find(key);
        var kept = EventBases.Recall(known, calendarKey, name);
        var isOurs = link is { ContentHash: not null } && link.ETag == there.ETag;
        if (kept?.Hash == hash || (isOurs && link!.ContentHash != hash))
        {
            // Nothing new of the territory's, or nothing of anybody else's: the planner sees that by itself.
            Settle(link, hash, there, isOurs);
            return null;
        }

        var ours = write();
        if (link is null || link.ContentHash == hash)
        {
            learnt.Add(new EventBases(hash, ours, []).OnRecord(calendarKey, name));
            return null;
        }

        // Ledgers of before did not keep what was written: whatever differs then is a person's.
        if (EventMerge.Merge(kept?.Text ?? ours, ours, there.Text, zone) is not { } merged)
        {
            return null;
        }

        var conflicts = kept is null ? Differences(ours, there.Text) : merged.Merge.Conflicts;
        var writes = merged.Text != there.Text;
        if (!writes)
        {
            var all = EventBases.Together(kept?.Conflicts ?? [], conflicts);
            learnt.Add(new EventBases(hash, ours, all).OnRecord(calendarKey, name));
            learnt.Add(Theirs(link, there));
        }

        return new MergedEvent(
            there.ETag,
            writes ? merged.Text : null,
            [.. merged.Merge.Patches.Select(patch => patch.Field).Distinct()],
            conflicts
        );
    }

    /// <summary>An event that people changed is not asked for again and again because it once was to be changed.</summary>
    private void Settle(KnownResource? link, string hash, CalendarText there, bool isOurs)
    {
        if (!isOurs && link is { ContentHash: { } older } && older != hash)
        {
            learnt.Add(Theirs(link, there));
        }
    }

    private IReadOnlyList<FieldConflict> Differences(string ours, string theirs) =>
        EventMerge.Take(ours, theirs, null, null, zone)?.Merge is { } taken
        && EventObjects.Read(theirs, zone)?.GetValueOrDefault(taken.Merged.Uid) is { } there
            ?
            [
                .. taken.Patches.Select(patch => new FieldConflict(
                    null,
                    patch.Field,
                    patch.Value,
                    there.Master[patch.Field]
                )),
            ]
            : [];

    private static KnownResource Theirs(KnownResource link, CalendarText there) =>
        link with
        {
            ETag = there.ETag,
            ContentHash = null,
        };
}
