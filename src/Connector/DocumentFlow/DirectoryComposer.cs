using Connector.Domain.Cartography;
using Connector.Domain.Territories;
using Connector.Provisioning;
using Connector.Templates.Spreadsheets;

namespace Connector.DocumentFlow;

/// <summary>
/// The network's directory as members see it: the organisations that its map shows, and who represents them in which group.
/// Somebody who objected to being listed has no address in it.
/// </summary>
internal static class DirectoryComposer
{
    private static readonly IReadOnlyList<SheetColumn> OrganisationColumns =
    [
        new("Organisation", 42),
        new("Type", 14),
        new("SIRET ou RNA", 18),
        new("Rôle", 18),
        new("Adresse", 34),
        new("Code postal", 12),
        new("Commune", 24),
        new("Téléphone", 18),
        new("Site", 34),
        new("Référent", 26),
    ];

    private static readonly IReadOnlyList<SheetColumn> PersonColumns =
    [
        new("Nom", 30),
        new("Courriel professionnel", 38),
        new("Organisation", 42),
        new("Groupes", 60),
    ];

    public static MadeDocument Compose(ComposedTerritory context)
    {
        var bytes = WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns = OrganisationColumns,
                Rows =
                [
                    .. context
                        .Territory.Organisations.Where(MapContent.Shows)
                        .Select(item => Row(context, item)),
                ],
            },
            new Sheet
            {
                Name = "Personnes",
                Columns = PersonColumns,
                Rows =
                [
                    .. context
                        .Territory.People.Where(person => TakesPart(context.Territory, person))
                        .Select(person => Row(context, person)),
                ],
            },
        ]);
        return new MadeDocument(bytes, MadeDocument.Xlsx);
    }

    private static IReadOnlyList<SheetCell?> Row(ComposedTerritory context, Organisation item) =>
        [
            item.Name,
            item.Type,
            item.Pivot,
            item.Role,
            item.Address,
            item.PostalCode,
            item.Commune,
            item.Telephone,
            item.WebSite,
            item.IsMember ? context.ReferentOf(item) : null,
        ];

    private static IReadOnlyList<SheetCell?> Row(ComposedTerritory context, Person person) =>
        [
            person.Name,
            person.Consent.HasObjected ? null : person.Email,
            context.OrganisationName(person.Organisation),
            string.Join(", ", Groups(context.Territory, person)),
        ];

    /// <summary>Contacts of organisations to meet are the coordinator's alone.</summary>
    private static bool TakesPart(Territory territory, Person person) =>
        territory.Coordinators.Contains(person.Id)
        || territory.Groups.Any(group => group.Participations.Any(one => one.PersonId == person.Id));

    private static IEnumerable<string> Groups(Territory territory, Person person) =>
        territory
            .Groups.SelectMany(group => group.Participations.Select(participation => (group, participation)))
            .Where(pair => pair.participation.PersonId == person.Id)
            .Select(pair => $"{pair.group.Name} ({Labels.Of(pair.participation.Role)})");
}
