using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>
/// People from a table: identifiant, prénom, nom, courriel, organisation, groupes, rôle. Several groups are separated
/// by <c>|</c>, <c>;</c> or <c>,</c>, each with its own role if need be: <c>gt-jeunes: animation | gt-seniors</c>.
/// </summary>
internal static class PeopleTable
{
    private static readonly char[] Separators = ['|', ';', ','];

    public static bool Fits(Table table) =>
        !OrganisationTable.HasPlaces(table)
        && Column(table, PersonRecord.Id) is not null
        && Column(table, PersonRecord.Name) is not null
        && (
            Column(table, PersonRecord.Email)
            ?? Column(table, PersonRecord.Groups)
            ?? Column(table, PersonRecord.FirstName)
        )
            is not null;

    public static IReadOnlyList<PersonDraft> Read(Table table, ProblemList problems) =>
        [.. table.Rows.Select(row => Read(table, row, problems)).OfType<PersonDraft>()];

    private static PersonDraft? Read(Table table, TableRow row, ProblemList problems)
    {
        var cells = new CellReader(table, row, problems);
        var id = cells.Required(Column(table, PersonRecord.Id), Identifiers.Person, "identifiant");
        var name = cells.Required(Column(table, PersonRecord.Name), TextShape.Name, "nom");
        var email = cells.Text(Column(table, PersonRecord.Email), Identifiers.Email);
        var first = cells.Text(Column(table, PersonRecord.FirstName), TextShape.Name);
        var organisationColumn = Column(table, PersonRecord.Organisation);
        var organisation = cells.Text(organisationColumn, Identifiers.Organisation);
        var groups = Groups(table, row, problems);
        return id is null
            ? null
            : new PersonDraft(
                id,
                new Person
                {
                    Id = id.Value,
                    Name = $"{first} {name?.Value}".Trim(),
                    FirstName = first,
                    Email = email,
                    Telephone = cells.Lenient(Column(table, PersonRecord.Telephone), TextShape.Name),
                    Organisation = organisation,
                    IsElected =
                        cells.Choice(Column(table, PersonRecord.Elected), OrganisationRecord.YesNo) ?? false,
                    ConfirmedOn = cells.Day(table.Column("confirmé le", "vérifié le")),
                    Consent = ReadConsent(table, cells, problems),
                },
                organisation is null ? null : new Located<string>(organisation, cells.At(organisationColumn)),
                groups
            );
    }

    private static Consent ReadConsent(Table table, CellReader cells, ProblemList problems)
    {
        var agreed = Column(table, ConsentRecord.Agreed);
        return ConsentRecord.Checked(
            new Consent
            {
                InformedOn = cells.Day(Column(table, ConsentRecord.InformedOn)),
                Agreed = cells.Choice(agreed, ConsentRecord.AgreedShape) ?? Listing.Nothing,
                AgreedOn = cells.Day(Column(table, ConsentRecord.AgreedOn)),
                ObjectedOn = cells.Day(Column(table, ConsentRecord.ObjectedOn)),
                LastContact = cells.Day(Column(table, ConsentRecord.LastContact)),
            },
            cells.At(agreed),
            problems
        );
    }

    private static List<ParticipationDraft> Groups(Table table, TableRow row, ProblemList problems)
    {
        var column = Column(table, PersonRecord.Groups);
        var roleColumn = table.Column("rôle", "rôles");
        var otherwise = RoleCell.Read(row[roleColumn], table.At(row, roleColumn), problems);
        var groups = new List<ParticipationDraft>();
        foreach (
            var part in row[column]
                .Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var pair = part.Split(':', 2, StringSplitOptions.TrimEntries);
            var role = pair.Length == 2 ? RoleCell.Read(pair[1], table.At(row, column), problems) : otherwise;
            var place = table.At(row, column);
            if (Identifiers.Group.Fault(pair[0]) is { } fault)
            {
                problems.Add(fault.Code, place, fault.Message, fault.Remedy);
                continue;
            }

            groups.Add(new ParticipationDraft(new Located<string>(pair[0], place), role ?? GroupRole.Member));
        }

        return groups;
    }

    private static int? Column(Table table, Key key) => table.Column(key, Others(key));

    private static string[] Others(Key key) =>
        key == PersonRecord.Email ? ["adresse mail", "courriels"]
        : key == PersonRecord.Groups ? ["groupe"]
        : key == PersonRecord.Name ? ["nom complet"]
        : [];
}

/// <summary>A role in a cell; an empty cell is no role.</summary>
internal static class RoleCell
{
    public static GroupRole? Read(string words, SourcePlace place, ProblemList problems)
    {
        if (words.Length == 0)
        {
            return null;
        }

        if (ParticipationsShape.Role.TryFind(words, out var role))
        {
            return role;
        }

        problems.Add(
            "unknown-value",
            place,
            new Text(
                $"« {Words.Shown(words)} » n'est pas un rôle.",
                $"'{Words.Shown(words)}' is not a role."
            ),
            ParticipationsShape.Role.Advice(words)
        );
        return null;
    }
}
