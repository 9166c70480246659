using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Records;

namespace Connector.TerritoryFiles;

/// <summary>How a network speaks: its channels, its announcements, its public page.</summary>
internal static partial class SettingFields
{
    /// <summary>Names of the fields of <see cref="AnnouncementRows"/> begin so: a page shows them as one table.</summary>
    public const string RowPrefix = "annonce-";

    /// <summary>What is told by which channels.</summary>
    public static IReadOnlyList<(AnnouncementKind Kind, SettingField Field)> AnnouncementRows { get; } =
    [
        .. AnnouncementsRecord.Rows.Select(row =>
            (
                row.Kind,
                new SettingField($"{RowPrefix}{row.Key.Name}", Text.Same(row.Key.Name), row.Key)
                {
                    IsList = true,
                }
            )
        ),
    ];

    public static IReadOnlyList<SettingField> Announcements { get; } =
    [
        .. AnnouncementRows.Select(row => row.Field),
        new("heures-calmes", new Text("Heures calmes", "Quiet hours"), AnnouncementsRecord.Quiet)
        {
            Help = new Text(
                "Rien ne part entre ces heures : « 19 h 30 – 8 h », ou « aucune ». Vide : 20 h – 8 h.",
                "Nothing leaves between these hours: '19 h 30 – 8 h', or 'aucune' for none. Empty: 20 h – 8 h."
            ),
        },
        new("resume-a", new Text("Heure du résumé", "Time of the digest"), AnnouncementsRecord.DigestAt)
        {
            Help = new Text(
                "Ce qui peut attendre part ensemble à cette heure. Vide : 8 h.",
                "What can wait leaves together at this time. Empty: 8 h."
            ),
        },
        new(
            "prevenir",
            new Text("Prévenir d'une rencontre", "Tell of a meeting"),
            AnnouncementsRecord.BeforeMeeting
        )
        {
            Help = new Text(
                "Combien de jours avant : « 5 jours ». Vide : 3 jours.",
                "How many days before: '5 jours'. Empty: 3 days."
            ),
        },
        new("rappeler", new Text("Rappeler une action", "Remind of an action"), AnnouncementsRecord.BeforeDue)
        {
            Help = new Text(
                "Combien de jours avant son terme : « 2 jours ». Vide : 3 jours.",
                "How many days before it is due: '2 jours'. Empty: 3 days."
            ),
        },
        new(
            "refus",
            new Text("Ne veulent pas de messages à elles", "Want no messages of their own"),
            AnnouncementsRecord.Refusals
        )
        {
            IsList = true,
            IsOfPeople = true,
            Help = new Text(
                "Une personne par ligne, par son nom ou son compte.",
                "A person a line, by name or account."
            ),
        },
    ];

    public static IReadOnlyList<SettingField> PublicPage { get; } =
    [
        new(
            "page-publique",
            new Text("Montrer la page à tous", "Show the page to everybody"),
            TerritoryRecord.PublicPage
        )
        {
            Choices = YesNo,
        },
    ];

    public static IReadOnlyList<SettingField> PublicDocument { get; } =
    [
        new("titre", new Text("Titre", "Title"), PublicDocumentRecord.Title),
        new("lien", new Text("Lien", "Link"), PublicDocumentRecord.Link),
    ];

    private static SettingField Conversation { get; } =
        new(
            "conversation",
            new Text("Nom de la conversation", "Name of the conversation"),
            ChannelRecord.Conversation
        )
        {
            Help = new Text(
                "Vide : le nom du groupe, ou du réseau.",
                "Empty: the name of the group, or of the network."
            ),
        };

    private static IReadOnlyList<SettingField> Mail { get; } =
    [
        new("serveur", new Text("Serveur d'envoi", "Mail server"), ChannelRecord.Server)
        {
            Help = Text.Same("smtp.exemple.fr"),
        },
        new("port", Text.Same("Port"), ChannelRecord.Port)
        {
            Help = new Text("Vide : 587, ou 465 avec « tls ».", "Empty: 587, or 465 with 'tls'."),
        },
        new("securite", new Text("Chiffrement", "Encryption"), ChannelRecord.Security)
        {
            Choices =
            [
                ("starttls", Text.Same("STARTTLS")),
                ("tls", Text.Same("TLS")),
                (
                    "aucune",
                    new Text("aucun, vers un serveur de cette machine", "none, to a server of this machine")
                ),
            ],
        },
        new("compte", new Text("Compte d'envoi", "Account"), ChannelRecord.Account)
        {
            Help = new Text("Vide si le serveur n'en demande pas.", "Empty where the server asks for none."),
        },
        new("expediteur", new Text("Adresse de l'expéditeur", "Address of the sender"), ChannelRecord.From)
        {
            Help = new Text(
                "On y répond pour ne plus recevoir de messages.",
                "People answer there to get no more messages."
            ),
        },
        new("nom", new Text("Nom de l'expéditeur", "Name of the sender"), ChannelRecord.SenderName),
    ];

    /// <summary>Of a channel, by its type as the file writes it; none where there is nothing to say beside the secret.</summary>
    public static IReadOnlyList<SettingField> Channel(string? type) =>
        ChannelRecord.Kinds.TryFind(type ?? "", out var kind)
            ? kind switch
            {
                ChannelKind.Talk => [Conversation],
                ChannelKind.Email => Mail,
                _ => [],
            }
            : [];
}
