using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;

namespace Connector.Provisioning.Closing;

/// <summary>What reopening a group brings back, and what it leaves because somebody changed it meanwhile.</summary>
internal sealed record ReopeningPlan(
    Territory Territory,
    ClosedGroup Record,
    ClosingFolder Folder,
    Calendar? Calendar
)
{
    public string TerritorySlug => Slug.Of(Territory.Name);

    /// <summary>A name that somebody gave it since is kept.</summary>
    public bool MovesBack => Folder.Path == Record.MountAfter;

    /// <summary>Who has the rights that the closing gave them, and had more.</summary>
    public IReadOnlyDictionary<string, int> RightsBack =>
        Record
            .Rights.Where(right =>
                right.Value != ClosedGroup.ReadOnly(right.Value)
                && Folder.Rights.TryGetValue(right.Key, out var now)
                && now == ClosedGroup.ReadOnly(right.Value)
            )
            .ToDictionary();

    /// <summary>Groups that may read the calendar, and could write in it.</summary>
    public IReadOnlyList<string> WritersBack =>
        [.. Record.CalendarWriters.Where(group => Share(group) is { ReadWrite: false })];

    public IEnumerable<Text> Sentences()
    {
        if (MovesBack)
        {
            yield return new Text(
                $"remettre « {Folder.Path} » à « {Record.MountBefore} »",
                $"move '{Folder.Path}' back to '{Record.MountBefore}'"
            );
        }

        if (RightsBack.Count > 0)
        {
            var names = Folder.NamesOf(RightsBack.Keys);
            yield return new Text($"rendre leurs droits à {names}", $"give {names} their rights back");
        }

        if (WritersBack.Count > 0)
        {
            var names = ClosingPlan.Called(WritersBack, Record.Sharers);
            yield return new Text(
                $"rendre l'agenda « {Calendar!.DisplayName} » modifiable par {names.French}",
                $"let {names.English} write in the calendar '{Calendar!.DisplayName}' again"
            );
        }
    }

    /// <summary>Decisions of people: told.</summary>
    public IEnumerable<Problem> Left()
    {
        if (!MovesBack && Folder.Path != Record.MountBefore)
        {
            yield return ClosingProblems.LeftAsIs(
                new Text("Le nom du dossier", "The folder's name"),
                Text.Same($"« {Folder.Path} »")
            );
        }

        foreach (var (group, before) in Record.Rights)
        {
            var now = Folder.Rights.TryGetValue(group, out var bits) ? bits : -1;
            if (now != before && now != ClosedGroup.ReadOnly(before))
            {
                yield return ClosingProblems.LeftAsIs(
                    Rights(group),
                    now < 0
                        ? new Text("son accès a été retiré", "its access was taken away")
                        : new Text($"{now} au lieu de {before}", $"{now} instead of {before}")
                );
            }
        }

        foreach (var group in Record.CalendarWriters.Where(group => Share(group) is null))
        {
            yield return ClosingProblems.LeftAsIs(
                new Text($"L'agenda pour le groupe « {group} »", $"The calendar for the group '{group}'"),
                new Text("le partage ou l'agenda a été supprimé", "the share or the calendar was removed")
            );
        }
    }

    private Text Rights(string key) =>
        Record.IsShared
            ? new Text(
                $"Le partage avec {Folder.Names.GetValueOrDefault(key, key)}",
                $"The share with {Folder.Names.GetValueOrDefault(key, key)}"
            )
            : new Text($"Les droits du groupe « {key} »", $"The rights of the group '{key}'");

    private CalendarShare? Share(string group)
    {
        foreach (var share in Calendar?.Shares ?? [])
        {
            if (share.Kind == Record.Sharers && share.Id == group)
            {
                return share;
            }
        }

        return null;
    }
}
