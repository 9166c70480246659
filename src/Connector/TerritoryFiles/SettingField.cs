using Connector.Domain;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles;

/// <summary>A value of the territory file that a form shows.</summary>
/// <param name="Name">What the form calls it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Key">What the file calls it.</param>
internal sealed record SettingField(string Name, Text Label, Key Key)
{
    /// <summary>What to write; null where the label says it.</summary>
    public Text? Help { get; init; }

    /// <summary>Words to choose from, with what they mean; none where anything can be written.</summary>
    public IReadOnlyList<(string Words, Text Name)> Choices { get; init; } = [];

    /// <summary>Whether it may be some lines long.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it is a list: an entry a line.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether its entries are people, by their identifiers.</summary>
    public bool IsOfPeople { get; init; }
}

/// <summary>Which values of the territory file forms show. The file has more; what is not here stays as it is.</summary>
internal static partial class SettingFields
{
    private static (string, Text)[] YesNo =>
        [("oui", new Text("oui", "yes")), ("non", new Text("non", "no"))];

    public static IReadOnlyList<SettingField> Network { get; } =
    [
        new("raison", new Text("Raison d'être du réseau", "Why the network exists"), TerritoryRecord.Purpose)
        {
            IsLong = true,
        },
        new(
            "comptes-rendus",
            new Text("Préparer les comptes-rendus", "Make minutes ready"),
            TerritoryRecord.MinutesDays
        )
        {
            Help = new Text(
                "Combien de jours avant chaque rencontre, par exemple « 14 jours ». Vide : 14 jours.",
                "How many days before each meeting, for instance '14 jours'. Empty: 14 days."
            ),
        },
        new("jours-feries", new Text("Jours fériés", "Public holidays"), DaysOffRecord.Region)
        {
            Choices =
            [
                ("métropole", Text.Same("métropole")),
                ("alsace-moselle", Text.Same("Alsace-Moselle")),
                ("guadeloupe", Text.Same("Guadeloupe")),
                ("martinique", Text.Same("Martinique")),
                ("guyane", Text.Same("Guyane")),
                ("la-réunion", Text.Same("La Réunion")),
                ("mayotte", Text.Same("Mayotte")),
                ("saint-barthélemy", Text.Same("Saint-Barthélemy")),
                ("saint-martin", Text.Same("Saint-Martin")),
            ],
        },
        new(
            "zone-scolaire",
            new Text("Zone des vacances scolaires", "Zone of school holidays"),
            DaysOffRecord.SchoolZone
        )
        {
            Help = new Text(
                "A, B, C, Corse… Sert quand un calendrier scolaire est donné au service.",
                "A, B, C, Corse… Used where the service was given a school calendar."
            ),
        },
        new(
            "conservation",
            new Text("Garder une personne après le dernier contact", "Keep a person after the last contact"),
            TerritoryRecord.Retention
        )
        {
            Help = new Text(
                "« 2 ans » ou « 18 mois ». Vide : 2 ans.",
                "'2 ans' or '18 mois'. Empty: two years."
            ),
        },
        new(
            "carnet",
            new Text("Tenir un carnet d'adresses dans Nextcloud", "Keep an address book in Nextcloud"),
            TerritoryRecord.AddressBook
        )
        {
            Choices = YesNo,
        },
    ];

    public static IReadOnlyList<SettingField> Group { get; } =
    [
        new("nom", new Text("Nom du groupe", "Name of the group"), GroupRecord.Name)
        {
            Help = new Text("C'est aussi le nom de son dossier.", "It is also the name of its folder."),
        },
        new("raison", new Text("Raison d'être", "Why it exists"), GroupRecord.Purpose) { IsLong = true },
        new("publics", new Text("Publics", "Audiences"), GroupRecord.Audiences)
        {
            IsList = true,
            Help = new Text("Un par ligne : Jeunes, Seniors…", "One a line: Jeunes, Seniors…"),
        },
        People("animation", "Qui anime", "Who leads", GroupRecord.Leads),
        People("membres", "Membres", "Members", GroupRecord.Members),
        People("observateurs", "Qui suit sans écrire", "Who follows without writing", GroupRecord.Observers),
        People(
            "coordination",
            "Qui coordonne, dans ce groupe",
            "Who coordinates, in this group",
            GroupRecord.Coordination
        ),
    ];

    private static SettingField People(string name, string french, string english, Key key) =>
        new(name, new Text(french, english), key)
        {
            IsList = true,
            IsOfPeople = true,
            Help = new Text(
                "Une personne par ligne, par son nom ou son compte. Ceux que l'annuaire dit dans ce groupe s'y ajoutent.",
                "A person a line, by name or account. Those whom the directory has in this group come on top."
            ),
        };

    public static IReadOnlyList<SettingField> Meeting { get; } =
    [
        new("titre", new Text("Titre", "Title"), MeetingRecord.Title),
        new("regle", new Text("Quand", "When"), MeetingRecord.Rule)
        {
            Help = new Text(
                "En français : « premier jeudi du mois », « tous les mardis de 14 h à 16 h ».",
                "In French: 'premier jeudi du mois', 'tous les mardis de 14 h à 16 h'."
            ),
        },
        new("heure", new Text("Heure", "Time"), MeetingRecord.Time)
        {
            Help = new Text("14:30 ou 14 h 30.", "14:30 or 14 h 30."),
        },
        new("duree", new Text("Durée", "Length"), MeetingRecord.Duration)
        {
            Help = new Text("2 h, 1h30 ou 90 min.", "2 h, 1h30 or 90 min."),
        },
        new("lieu", new Text("Lieu", "Place"), MeetingRecord.Location),
        new("ordre-du-jour", new Text("Ordre du jour habituel", "Usual agenda"), MeetingRecord.Agenda)
        {
            IsList = true,
            Help = new Text("Un point par ligne.", "An item a line."),
        },
        new(
            "exceptions",
            new Text("Dates sans rencontre", "Days without a meeting"),
            MeetingRecord.Exceptions
        )
        {
            IsList = true,
            Help = new Text(
                "Une date par ligne, parmi celles du rythme : 2026-12-24.",
                "A date a line, among those of the rhythm: 2026-12-24."
            ),
        },
    ];
}
