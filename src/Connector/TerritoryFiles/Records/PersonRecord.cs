using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>A person as written, with what can only be judged when organisations and groups are known.</summary>
internal sealed record PersonDraft(
    Located<string> Id,
    Person Person,
    Located<string>? Organisation,
    IReadOnlyList<ParticipationDraft> Groups
);

/// <summary>« personnes »: the keys of one.</summary>
internal static class PersonRecord
{
    public static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Person),
        new Text(
            "nom du compte Nextcloud, par exemple ines.le-goff.",
            "Nextcloud account, such as ines.le-goff."
        )
    )
    {
        IsRequired = true,
        Aliases = ["identifiant", "compte"],
    };

    public static readonly Key<string> Name = new(
        "nom",
        TextShape.Name,
        new Text("prénom et nom, ou nom seul avec « prénom ».", "full name, or surname with 'prénom'.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> FirstName = new(
        "prénom",
        TextShape.Name,
        new Text("prénom, quand « nom » ne le contient pas.", "first name, when 'nom' does not contain it.")
    );

    public static readonly Key<string> Email = new(
        "courriel",
        Identifiers.Email,
        new Text("adresse professionnelle.", "professional e-mail address.")
    )
    {
        Aliases = ["e-mail", "mail", "adresse électronique"],
    };

    public static readonly Key<Located<string>> Organisation = new(
        "organisation",
        new LocatedShape<string>(Identifiers.Organisation),
        new Text("identifiant de sa structure.", "identifier of the person's organisation.")
    )
    {
        Aliases = ["structure"],
    };

    public static readonly Key<IReadOnlyList<ParticipationDraft>> Groups = new(
        "groupes",
        new ParticipationsShape(),
        new Text(
            "ses groupes : une liste, ou « groupe: rôle » (coordination, animation, membre, observateur).",
            "the person's groups: a list, or 'group: role' (coordination, animation, membre, observateur)."
        )
    );

    public static readonly Key<bool> Elected = new(
        "élu",
        OrganisationRecord.YesNo,
        new Text("oui pour une élue, un élu ; non par défaut.", "oui for an elected person; default non.")
    )
    {
        Aliases = ["élue"],
    };

    public static readonly Key<string> Telephone = new(
        "téléphone",
        TextShape.Name,
        new Text("téléphone professionnel.", "professional telephone.")
    )
    {
        Aliases = ["tél", "tel", "telephone"],
    };

    public static readonly RecordShape<PersonDraft> Shape = new(
        new Text("personne", "person"),
        () => [Id, Name, FirstName, Email, Telephone, Organisation, Groups, Elected, .. ConsentRecord.Keys],
        Build
    );

    private static PersonDraft Build(RecordReader record)
    {
        var id = record.Get(Id, new Located<string>("", record.Place));
        var organisation = record.Find(Organisation);
        return new PersonDraft(
            id,
            new Person
            {
                Id = id.Value,
                Name = $"{record.Find(FirstName)} {record.Get(Name, "")}".Trim(),
                FirstName = record.Find(FirstName),
                Email = record.Find(Email),
                Telephone = record.Find(Telephone),
                Organisation = organisation?.Value,
                IsElected = record.Get(Elected, false),
                Consent = ConsentRecord.Build(record),
            },
            organisation,
            record.Get(Groups, [])
        );
    }
}
