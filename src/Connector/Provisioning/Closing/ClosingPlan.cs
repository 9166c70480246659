using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;

namespace Connector.Provisioning.Closing;

/// <summary>All that closing a group works from, after looking and before touching anything.</summary>
internal sealed record ClosingPlan
{
    public required Territory Territory { get; init; }

    public required WorkingGroup Group { get; init; }

    /// <summary>What the ledger will say; its stage tells where to begin.</summary>
    public required ClosedGroup Record { get; init; }

    /// <summary>Its folder as it is now.</summary>
    public required ClosingFolder Folder { get; init; }

    /// <summary>The kind of those with whom calendars are shared: <c>groups</c>, or <c>circles</c>.</summary>
    public required string Sharers { get; init; }

    /// <summary>Null for a group without a calendar, or whose calendar somebody deleted.</summary>
    public Calendar? Calendar { get; init; }

    /// <summary>Whether a zip of the same name is our own, of a closing that was stopped.</summary>
    public bool ReplacesZip { get; init; }

    public string TerritorySlug => Slug.Of(Territory.Name);

    /// <summary>Whose rights are more than reading now.</summary>
    public IReadOnlyDictionary<string, int> ToRestrict =>
        Record
            .Rights.Where(right =>
                Folder.Rights.TryGetValue(right.Key, out var now) && now != ClosedGroup.ReadOnly(now)
            )
            .ToDictionary(right => right.Key, right => ClosedGroup.ReadOnly(right.Value));

    /// <summary>Groups that may write in the calendar now.</summary>
    public IReadOnlyList<string> CalendarWriters =>
        Calendar is null ? [] : [.. Writers(Calendar, Sharers).Order(StringComparer.Ordinal)];

    /// <summary>People and teams who were given the calendar one by one: told, for their share is a person's decision.</summary>
    public IReadOnlyList<string> OtherWriters =>
        Calendar is null
            ? []
            :
            [
                .. Calendar
                    .Shares.Where(share => share.Kind != Sharers && share.ReadWrite)
                    .Select(share => share.Id),
            ];

    public static IEnumerable<string> Writers(Calendar calendar, string kind) =>
        calendar.Shares.Where(share => share.Kind == kind && share.ReadWrite).Select(share => share.Id);

    /// <summary>The server's numbers of teams tell nobody anything.</summary>
    public static Text Called(IReadOnlyList<string> groups, string kind) =>
        kind == "groups" ? Text.Same(string.Join(", ", groups)) : new Text("ses équipes", "its teams");

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
            var names = Folder.NamesOf(ToRestrict.Keys);
            yield return new Text(
                $"mettre « {Folder.Path} » en lecture seule pour {names}",
                $"make '{Folder.Path}' read-only for {names}"
            );
        }

        if (Folder.Path != Record.MountAfter)
        {
            yield return new Text(
                $"déplacer « {Folder.Path} » vers « {Record.MountAfter} »",
                $"move '{Folder.Path}' to '{Record.MountAfter}'"
            );
        }

        if (CalendarWriters.Count > 0)
        {
            var names = Called(CalendarWriters, Sharers);
            yield return new Text(
                $"garder l'agenda « {Calendar!.DisplayName} », en lecture seule pour {names.French}",
                $"keep the calendar '{Calendar!.DisplayName}', read-only for {names.English}"
            );
        }
    }
}
