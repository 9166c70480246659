using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>The report of a visit: what the directory knows is filled in, what was seen and heard is left to whoever went.</summary>
internal static class VisitComposer
{
    public static VisitContent Compose(ComposedTerritory context, DocumentSpec document)
    {
        var blank = new VisitContent
        {
            Stamp = context.Stamp(document.Key, document.Visit?.Date),
            Network = context.Territory.Name,
            Territory = context.Territory.Name,
        };
        return document.Visit is { } visit && context.Organisation(visit.Organisation) is { } organisation
            ? Filled(blank, context, visit, organisation)
            : blank;
    }

    private static VisitContent Filled(
        VisitContent blank,
        ComposedTerritory context,
        Visit visit,
        Organisation organisation
    ) =>
        blank with
        {
            Date = visit.Date,
            Visitors = visit.Visitors,
            Met = visit.Met,
            State = (visit.State ?? organisation.Contact) is { } state
                ? VisitContent.States[(int)state]
                : null,
            Organisation = organisation.Name,
            Type = organisation.Type,
            Address = AddressOf(organisation),
            Contact = ContactOf(context, organisation),
            Audiences = Listed(organisation, StandardColumn.Audiences),
            NextSteps = visit.Next is { } next
                ? [new MinutesAction("suite", next, visit.Visitors ?? "", visit.NextOn)]
                : [],
        };

    /// <summary>« 12 rue des Tilleuls, 24990 Valombre »; null where nothing is known.</summary>
    public static string? AddressOf(Organisation organisation)
    {
        var town = $"{organisation.PostalCode} {organisation.Commune}".Trim();
        var parts = new[] { organisation.Address, town.Length > 0 ? town : null };
        return parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join(", ", known) : null;
    }

    private static string? ContactOf(ComposedTerritory context, Organisation organisation)
    {
        var parts = new[]
        {
            context.ReferentOf(organisation),
            organisation.Telephone,
            Listed(organisation, StandardColumn.Emails),
        };
        return parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join(", ", known) : null;
    }

    private static string? Listed(Organisation organisation, StandardColumn column) =>
        organisation.Place.List(column) is { Count: > 0 } values ? string.Join(", ", values) : null;
}
