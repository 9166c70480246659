using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« annonces »: what is told by which channels, and when.</summary>
internal static class AnnouncementsRecord
{
    /// <summary>In place of channels: told by the usual ones, as without the key.</summary>
    public const string Usual = "défaut";

    /// <summary>In place of channels: told by none.</summary>
    public const string Nobody = "aucun";

    private static readonly ListShape<Located<string>> Mentions = new(
        new LocatedShape<string>(TextShape.Name)
    );

    /// <summary>The table: what each kind is called in the file.</summary>
    public static readonly IReadOnlyList<(
        AnnouncementKind Kind,
        Key<IReadOnlyList<Located<string>>> Key
    )> Rows =
    [
        (
            AnnouncementKind.MeetingComing,
            Row("rencontre", "une rencontre approche.", "a meeting is near.", "meeting")
        ),
        (
            AnnouncementKind.MeetingChanged,
            Row(
                "changement",
                "une rencontre est déplacée ou annulée.",
                "a meeting is moved or off.",
                "change"
            )
        ),
        (
            AnnouncementKind.MinutesPublished,
            Row("compte-rendu", "un compte-rendu est publié.", "minutes are published.", "minutes")
        ),
        (
            AnnouncementKind.AbsentDigest,
            Row("absents", "ce que les absents doivent savoir.", "what the absent have to know.", "absent")
        ),
        (
            AnnouncementKind.RoadmapPublished,
            Row("feuille-de-route", "une feuille de route est publiée.", "a roadmap is published.", "roadmap")
        ),
        (
            AnnouncementKind.SignatureAsked,
            Row("signature", "une signature est attendue.", "a signature is awaited.", "signatures")
        ),
        (
            AnnouncementKind.ActionDue,
            Row("échéance", "une action arrive à son terme.", "an action is due.", "due")
        ),
        (
            AnnouncementKind.Newcomer,
            Row("bienvenue", "quelqu'un est nouveau.", "somebody is new.", "welcome")
        ),
        (
            AnnouncementKind.MonthlyLetter,
            Row("lettre", "la lettre du mois.", "the letter of the month.", "letter")
        ),
    ];

    public static readonly Key<QuietHours> Quiet = new(
        "heures-calmes",
        new QuietHoursShape(),
        new Text(
            "heures sans message ; « 20 h – 8 h » par défaut, ou aucune.",
            "hours without messages; default '20 h – 8 h', or aucune (none)."
        )
    )
    {
        Aliases = ["quiet-hours"],
    };

    public static readonly Key<TimeOnly> DigestAt = new(
        "résumé-à",
        Moments.Time,
        new Text(
            "heure à laquelle ce qui peut attendre part ensemble ; 8 h par défaut.",
            "time at which what can wait leaves together; default 8 h."
        )
    )
    {
        Aliases = ["digest-at"],
    };

    public static readonly Key<int> BeforeMeeting = new(
        "prévenir",
        new DaysShape(1, 60),
        new Text(
            "combien de jours avant une rencontre on l'annonce ; 3 jours par défaut.",
            "how many days before a meeting it is told of; default 3 jours."
        )
    )
    {
        Aliases = ["days-before-meeting"],
    };

    public static readonly Key<int> BeforeDue = new(
        "rappeler",
        new DaysShape(1, 60),
        new Text(
            "combien de jours avant son terme on rappelle une action ; 3 jours par défaut.",
            "how many days before an action is due it is told of; default 3 jours."
        )
    )
    {
        Aliases = ["days-before-due"],
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Refusals = new(
        "refus",
        new ListShape<Located<string>>(new LocatedShape<string>(Identifiers.Person)),
        new Text(
            "personnes qui ne veulent pas de messages à elles.",
            "people who want no messages of their own."
        )
    )
    {
        Aliases = ["refusals"],
    };

    public static readonly Key<AnnouncementsDraft> Key = new(
        "annonces",
        new RecordShape<AnnouncementsDraft>(
            new Text("annonces", "announcements"),
            () => [.. Rows.Select(row => row.Key), Quiet, DigestAt, BeforeMeeting, BeforeDue, Refusals],
            Build
        ),
        new Text("qui apprend quoi, par quels canaux, et quand.", "who is told what, how, and when.")
    )
    {
        Aliases = ["announcements"],
    };

    private static AnnouncementsDraft Build(RecordReader record) =>
        new()
        {
            Place = record.Place,
            Table = Rows.Where(row => record.Has(row.Key))
                .ToDictionary(row => row.Kind, row => record.Get(row.Key, [])),
            Quiet = record.FindValue(Quiet) ?? QuietHours.Default,
            DigestAt = record.FindValue(DigestAt) ?? AnnouncementsDraft.Empty.DigestAt,
            DaysBeforeMeeting = record.FindValue(BeforeMeeting) ?? AnnouncementsDraft.Empty.DaysBeforeMeeting,
            DaysBeforeDue = record.FindValue(BeforeDue) ?? AnnouncementsDraft.Empty.DaysBeforeDue,
            Refusals = record.Get(Refusals, []),
        };

    private static Key<IReadOnlyList<Located<string>>> Row(
        string name,
        string french,
        string english,
        string alias
    ) =>
        new(
            name,
            Mentions,
            new Text(
                $"{french} Types ou noms de canaux ; « aucun » pour ne pas l'annoncer, « défaut » comme sans cette clé.",
                $"{english} Types or names of channels; 'aucun' (none) to tell nobody, 'défaut' as without this key."
            )
        )
        {
            Aliases = [alias],
        };
}
