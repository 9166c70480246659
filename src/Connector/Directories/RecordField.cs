using Connector.Domain;
using Connector.Domain.Directories;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Directories;

/// <summary>Of which kind a record of the directory is.</summary>
internal enum RecordKind
{
    Organisation,
    Person,
}

/// <summary>A cell of a record that somebody may write in.</summary>
internal sealed record RecordField
{
    /// <summary>What forms call it.</summary>
    public required string Name { get; init; }

    public required Text Label { get; init; }

    /// <summary>In the territory file, and as a header; null for one that only directories have.</summary>
    public Key? Key { get; init; }

    /// <summary>A column of the national standard; null for one of ours.</summary>
    public StandardColumn? Column { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Words to choose from; none where anything can be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it may be some lines long.</summary>
    public bool IsLong { get; init; }

    /// <summary>What is wrong with words that are not empty; null when nothing is.</summary>
    public Func<string, (string Code, Text Message, Text Remedy)?> Fault { get; init; } = _ => null;

    /// <summary>Of a column that is not there yet.</summary>
    public string Header => Column is { } column ? StandardColumns.Name(column) : Key!.Name;

    /// <summary>Whether a header is this field's.</summary>
    public bool Answers(string header) =>
        (Key?.Answers(header) ?? false) || (Column is { } column && StandardHeaders.Find(header) == column);
}

/// <summary>Which fields each kind of record has.</summary>
internal static class RecordFields
{
    public static IReadOnlyList<RecordField> Of(RecordKind kind) =>
        kind == RecordKind.Person ? People : Organisations;

    /// <summary>What a record is known by; nobody changes it once it is written.</summary>
    public static RecordField IdOf(RecordKind kind) =>
        kind == RecordKind.Person
            ? new RecordField
            {
                Name = "compte",
                Label = new Text("Compte Nextcloud", "Nextcloud account"),
                Key = PersonRecord.Id,
                Fault = Identifiers.Person.Fault,
            }
            : new RecordField
            {
                Name = "id",
                Label = new Text("Identifiant", "Identifier"),
                Key = OrganisationRecord.Id,
                Fault = Identifiers.Organisation.Fault,
            };

    /// <summary>The organisation of a person, by its identifier.</summary>
    public static RecordField Employer { get; } =
        new()
        {
            Name = "structure",
            Label = new Text("Structure", "Organisation"),
            Key = PersonRecord.Organisation,
        };

    /// <summary>The groups of a person, in a table without a sheet of its own for them.</summary>
    public static RecordField Groups { get; } =
        new()
        {
            Name = "groupes",
            Label = new Text("Groupes", "Groups"),
            Key = PersonRecord.Groups,
        };

    private static readonly IReadOnlyList<RecordField> Organisations =
    [
        new()
        {
            Name = "nom",
            Label = new Text("Nom", "Name"),
            Key = OrganisationRecord.Name,
            Column = StandardColumn.Name,
            IsRequired = true,
            Fault = TextShape.Name.Fault,
        },
        new()
        {
            Name = "etat",
            Label = new Text("État", "State"),
            Key = OrganisationRecord.Contact,
            Choices = ["à rencontrer", "rencontré", "invité", "membre"],
        },
        Place("type", new Text("Type", "Type"), OrganisationRecord.Type, StandardColumn.Type),
        Place(
            "pivot",
            new Text("SIRET ou RNA", "SIRET or RNA"),
            OrganisationRecord.Pivot,
            StandardColumn.Pivot
        ),
        Place("adresse", new Text("Adresse", "Address"), OrganisationRecord.Address, StandardColumn.Address),
        Place(
            "code-postal",
            new Text("Code postal", "Postal code"),
            OrganisationRecord.PostalCode,
            StandardColumn.PostalCode
        ),
        Place(
            "commune",
            new Text("Commune", "Municipality"),
            OrganisationRecord.Commune,
            StandardColumn.Commune
        ),
        Place(
            "telephone",
            new Text("Téléphone", "Telephone"),
            OrganisationRecord.Telephone,
            StandardColumn.Telephone
        ),
        Place("courriels", new Text("Courriels", "E-mail addresses"), null, StandardColumn.Emails),
        Place(
            "site-web",
            new Text("Site web", "Web site"),
            OrganisationRecord.WebSite,
            StandardColumn.WebSite
        ),
        Place("horaires", new Text("Horaires", "Opening hours"), null, StandardColumn.OpeningHours),
        Place("presentation", new Text("Présentation", "Summary"), null, StandardColumn.Summary) with
        {
            IsLong = true,
        },
        new()
        {
            Name = "role",
            Label = new Text("Place dans le réseau", "Place in the network"),
            Key = OrganisationRecord.Role,
            Fault = TextShape.Name.Fault,
        },
    ];

    private static readonly IReadOnlyList<RecordField> People =
    [
        new()
        {
            Name = "prenom",
            Label = new Text("Prénom", "First name"),
            Key = PersonRecord.FirstName,
            Fault = TextShape.Name.Fault,
        },
        new()
        {
            Name = "nom",
            Label = new Text("Nom", "Name"),
            Key = PersonRecord.Name,
            IsRequired = true,
            Fault = TextShape.Name.Fault,
        },
        new()
        {
            Name = "courriel",
            Label = new Text("Courriel professionnel", "Professional e-mail"),
            Key = PersonRecord.Email,
            Fault = Identifiers.Email.Fault,
        },
        new()
        {
            Name = "telephone",
            Label = new Text("Téléphone professionnel", "Professional telephone"),
            Key = PersonRecord.Telephone,
            Fault = TextShape.Name.Fault,
        },
    ];

    /// <summary>A column of the standard: what the standard does not allow is said before it is written.</summary>
    private static RecordField Place(string name, Text label, Key? key, StandardColumn column) =>
        new()
        {
            Name = name,
            Label = label,
            Key = key,
            Column = column,
            Fault = words =>
                TextShape.Name.Fault(words)
                ?? (
                    PlaceReading.Of([KeyValuePair.Create(column, words)]).Doubts is [var doubt, ..]
                        ? (doubt.Code, doubt.Message, doubt.Remedy)
                        : null
                ),
        };
}
