using System.Globalization;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Links from events to minutes, last of all: what they lead to has to be there. A link that somebody took out stays out.
/// </summary>
internal static class LinkPlanning
{
    public static void Plan(AreaSpec area, PlanningTable table)
    {
        if (
            area.Calendar is not { } calendar
            || table.Snapshot.CalendarOf(calendar, table.Known) is not { IsEmptied: false } state
        )
        {
            return;
        }

        var made = table
            .Steps.Where(step => step.Action is PutDocument or CreateFolder)
            .Select(step => step.Key)
            .ToHashSet(StringComparer.Ordinal);
        var adopted = table
            .Steps.Select(step => (step.Action as Link)?.Resource)
            .OfType<KnownResource>()
            .ToLookup(resource => resource.Key, StringComparer.Ordinal);
        foreach (var item in area.Links.GroupBy(link => link.ObjectName, StringComparer.Ordinal))
        {
            var missing = item.Where(link => IsMissing(link, calendar, made, adopted, table)).ToList();
            if (missing.Count == 0)
            {
                continue;
            }

            var title = missing[0].Title;
            table.Add(
                PlanStep.In(
                    area,
                    PlanStage.Links,
                    WorkspaceKeys.Link(calendar.Key, item.Key, ""),
                    Change.Update,
                    new Text($"la rencontre « {title} »", $"the meeting '{title}'"),
                    Reason,
                    new LinkEvent(state.Uri, calendar.Key, item.Key, missing)
                ) with
                {
                    Deed = new Text(
                        $"ajouter à la rencontre « {title} » le lien vers son compte-rendu",
                        $"add to the meeting '{title}' the link to its minutes"
                    ),
                }
            );
        }
    }

    private static bool IsMissing(
        EventLink link,
        CalendarSpec calendar,
        HashSet<string> made,
        ILookup<string, KnownResource> adopted,
        PlanningTable table
    )
    {
        if (made.Contains(link.NodeKey))
        {
            return true;
        }

        var known = adopted[link.NodeKey].FirstOrDefault() ?? table.Known.Find(link.NodeKey);
        if (known?.Number is not { } number || table.AnyNodeOf(known) is null)
        {
            return false;
        }

        var id = number.ToString(CultureInfo.InvariantCulture);
        var given = table.Known.Find(WorkspaceKeys.Link(calendar.Key, link.ObjectName, link.OverrideId));
        return given?.ContentHash != id
            && !link.Description.Split('\n').Any(line => line.EndsWith($"/f/{id}", StringComparison.Ordinal));
    }

    private static readonly Text Reason = new(
        "qui ouvre la rencontre dans l'agenda doit y trouver son compte-rendu",
        "who opens the meeting in the calendar should find its minutes there"
    );
}
