using Connector.Domain.Workspaces.Drift;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>Who changed what, and when, from what the server keeps: its trash bin, then the app Activity.</summary>
internal sealed class DriftWitness(NextcloudClient client)
{
    /// <returns>The lines, told more closely where the server knows; whether it has the app Activity.</returns>
    public async Task<(IReadOnlyList<DriftLine> Lines, bool HasActivity)> AskAsync(
        IReadOnlyList<DriftLine> lines,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        if (lines.Count == 0)
        {
            return (lines, true);
        }

        // The server tells whole seconds: what is done in the one that the run began in counts as well.
        var asking = client.Activity.OfOthersSince(since.AddSeconds(-1), ct);
        var trash = lines.Any(line => line.Kind == DriftKind.Deleted) ? await client.Trash.List(ct) : [];
        var activities = await asking;
        var thrown = trash.ToLookup(item => item.FileId);
        var deeds = (activities ?? [])
            .SelectMany(activity => activity.FileIds.Select(id => (id, activity)))
            .ToLookup(pair => pair.id, pair => pair.activity);
        return ([.. lines.Select(line => Told(line, thrown, deeds))], activities is not null);
    }

    private static DriftLine Told(
        DriftLine line,
        ILookup<long, TrashItem> thrown,
        ILookup<long, FileActivity> deeds
    )
    {
        if (Kinds(line.Kind) is not { Length: > 0 } kinds)
        {
            return line;
        }

        var item =
            line.Kind == DriftKind.Deleted
                ? line.FileIds.SelectMany(id => thrown[id]).FirstOrDefault()
                : null;
        var found = line
            .FileIds.SelectMany(id => deeds[id].Where(deed => kinds.Contains(deed.Kind)).Take(1))
            .ToList();
        var who = found.Select(deed => deed.UserId).Distinct(StringComparer.Ordinal).ToList();
        return line with
        {
            At = item?.DeletedAt ?? (found.Count == 0 ? null : found.Max(deed => deed.At)),
            // Of many additions by several people nobody is the author of all.
            By = item?.DeletedBy ?? (who.Count == 1 && found.Count == line.FileIds.Count ? who[0] : null),
        };
    }

    private static ActivityKind[] Kinds(DriftKind kind) =>
        kind switch
        {
            // A document moved out of reach is shown as deleted to those who do not see it any more.
            DriftKind.Deleted => [ActivityKind.Deleted, ActivityKind.RenamedOrMoved],
            DriftKind.Renamed or DriftKind.Moved => [ActivityKind.RenamedOrMoved],
            DriftKind.Edited => [ActivityKind.Changed],
            DriftKind.Added => [ActivityKind.Created, ActivityKind.Restored, ActivityKind.RenamedOrMoved],
            _ => [],
        };
}
