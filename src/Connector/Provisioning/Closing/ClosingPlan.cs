using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.TeamFolders;

namespace Connector.Provisioning.Closing;

/// <summary>All that closing a group works from, after looking and before touching anything.</summary>
internal sealed record ClosingPlan
{
    public required Territory Territory { get; init; }

    public required WorkingGroup Group { get; init; }

    /// <summary>What the ledger will say; its stage tells where to begin.</summary>
    public required ClosedGroup Record { get; init; }

    /// <summary>The team folder as it is now.</summary>
    public required TeamFolder Folder { get; init; }

    /// <summary>Null for a group without a calendar, or whose calendar somebody deleted.</summary>
    public Calendar? Calendar { get; init; }

    /// <summary>Whether a zip of the same name is our own, of a closing that was stopped.</summary>
    public bool ReplacesZip { get; init; }

    public string TerritorySlug => Slug.Of(Territory.Name);

    /// <summary>Groups whose rights are more than reading now.</summary>
    public IReadOnlyDictionary<string, int> ToRestrict =>
        Record
            .Rights.Where(right =>
                Folder.Groups.TryGetValue(right.Key, out var now)
                && (int)now != ClosedGroup.ReadOnly((int)now)
            )
            .ToDictionary(right => right.Key, right => ClosedGroup.ReadOnly(right.Value));

    /// <summary>Groups that may write in the calendar now.</summary>
    public IReadOnlyList<string> CalendarWriters =>
        Calendar is null ? [] : [.. Writers(Calendar).Order(StringComparer.Ordinal)];

    /// <summary>People and teams who were given the calendar one by one: told, for their share is a person's decision.</summary>
    public IReadOnlyList<string> OtherWriters =>
        Calendar is null
            ? []
            :
            [
                .. Calendar
                    .Shares.Where(share => share is { Kind: not "groups", ReadWrite: true })
                    .Select(share => share.Id),
            ];

    public static IEnumerable<string> Writers(Calendar calendar) =>
        calendar
            .Shares.Where(share => share is { Kind: "groups", ReadWrite: true })
            .Select(share => share.Id);

    /// <summary>What is still to be done, in order.</summary>
    public IEnumerable<Text> Sentences()
    {
        if (Record is { Stage: ClosingStage.Exporting, ZipPath: { } zip })
        {
            yield return new Text(
                $"exporter les documents et l'agenda dans « {zip} »",
                $"export the documents and the calendar to '{zip}'"
            );
        }

        if (ToRestrict.Count > 0)
        {
            var names = string.Join(", ", ToRestrict.Keys);
            yield return new Text(
                $"mettre « {Folder.MountPoint} » en lecture seule pour {names}",
                $"make '{Folder.MountPoint}' read-only for {names}"
            );
        }

        if (Folder.MountPoint != Record.MountAfter)
        {
            yield return new Text(
                $"déplacer « {Folder.MountPoint} » vers « {Record.MountAfter} »",
                $"move '{Folder.MountPoint}' to '{Record.MountAfter}'"
            );
        }

        if (CalendarWriters.Count > 0)
        {
            var names = string.Join(", ", CalendarWriters);
            yield return new Text(
                $"garder l'agenda « {Calendar!.DisplayName} », en lecture seule pour {names}",
                $"keep the calendar '{Calendar!.DisplayName}', read-only for {names}"
            );
        }
    }
}
