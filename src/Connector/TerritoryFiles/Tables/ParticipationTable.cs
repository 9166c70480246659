using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>The sheet « Participation »: one row per person and group, with a role.</summary>
internal static class ParticipationTable
{
    public const string Group = "groupe";
    public const string Role = "rôle";

    /// <summary>Names that the column with a person's account may have.</summary>
    public static readonly string[] Person = ["personne", "identifiant", "id", "compte"];

    public static bool Fits(Table table) =>
        table.Column(Person) is not null
        && table.Column(Group) is not null
        && table.Column(PersonRecord.Name) is null;

    /// <summary>Adds the groups to people read before; a person who is not among them is reported.</summary>
    public static void Read(Table table, ProblemList problems, List<PersonDraft> people)
    {
        var (personColumn, groupColumn, roleColumn) = (
            table.Column(Person),
            table.Column(Group),
            table.Column(Role)
        );
        foreach (var row in table.Rows)
        {
            var cells = new CellReader(table, row, problems);
            var person = cells.Required(personColumn, Identifiers.Person, "personne");
            var group = cells.Required(groupColumn, Identifiers.Group, "groupe");
            var role = RoleCell.Read(row[roleColumn], cells.At(roleColumn), problems);
            if (person is null || group is null)
            {
                continue;
            }

            Add(people, person, new ParticipationDraft(group, role ?? GroupRole.Member), problems);
        }
    }

    private static void Add(
        List<PersonDraft> people,
        Located<string> id,
        ParticipationDraft participation,
        ProblemList problems
    )
    {
        var index = people.FindIndex(person => person.Id.Value == id.Value);
        if (index >= 0)
        {
            people[index] = people[index] with { Groups = [.. people[index].Groups, participation] };
            return;
        }

        problems.Add(
            "unknown-reference",
            id.Place,
            new Text(
                $"« {Words.Shown(id.Value)} » n'existe pas ici ({Nouns.Person.French}).",
                $"There is no '{Words.Shown(id.Value)}' here ({Nouns.Person.English})."
            ),
            Nearest.Advice(id.Value, [.. people.Select(person => person.Id.Value)])
        );
    }
}
