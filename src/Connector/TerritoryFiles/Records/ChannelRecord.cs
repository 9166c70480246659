using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« canaux »: the keys of one. Which of them a channel needs follows from its type.</summary>
internal static class ChannelRecord
{
    public static readonly ChoiceShape<ChannelKind> Kinds = new(
        (ChannelKind.Talk, ["talk", "discussion"]),
        (ChannelKind.Mattermost, ["mattermost"]),
        (ChannelKind.Slack, ["slack"]),
        (ChannelKind.Email, ["courriel", "email", "e-mail", "mail"]),
        (ChannelKind.Notifications, ["notifications", "notification"])
    );

    public static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Plain),
        new Text(
            "nom court et stable du canal : lettres minuscules, chiffres, tirets.",
            "short and stable name of the channel: lower-case letters, digits, hyphens."
        )
    )
    {
        IsRequired = true,
        Aliases = ["identifiant"],
    };

    public static readonly Key<ChannelKind> Kind = new(
        "type",
        Kinds,
        new Text(
            "talk, mattermost, slack, courriel ou notifications.",
            "talk, mattermost, slack, courriel (e-mail) or notifications."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> Conversation = new(
        "conversation",
        TextShape.Name,
        new Text(
            "nom de la conversation de Talk ; celui du groupe ou du réseau par défaut.",
            "name of the Talk conversation; default that of the group or network."
        )
    );

    public static readonly Key<Located<string>> SecretFile = new(
        "secret",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "fichier qui contient l'adresse du webhook ou le mot de passe ; son nom commence par « annonces ».",
            "file that holds the webhook's address or the password; its name begins with 'annonces'."
        )
    );

    public static readonly Key<Located<string>> SecretVariable = new(
        "environnement",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "variable d'environnement qui le contient, à la place ; elle commence par ANNONCES_.",
            "environment variable that holds it, instead; it begins with ANNONCES_."
        )
    )
    {
        Aliases = ["environment"],
    };

    public static readonly Key<Located<string>> Server = new(
        "serveur",
        new LocatedShape<string>(TextShape.Name),
        new Text("serveur d'envoi du courriel : smtp.exemple.fr.", "mail server: smtp.example.org.")
    )
    {
        Aliases = ["server"],
    };

    public static readonly Key<int> Port = new(
        "port",
        new PortShape(),
        new Text("587 par défaut, 465 avec « tls ».", "default 587, 465 with 'tls'.")
    );

    public static readonly Key<MailSecurity> Security = new(
        "sécurité",
        new ChoiceShape<MailSecurity>(
            (MailSecurity.StartTls, ["starttls"]),
            (MailSecurity.Tls, ["tls", "ssl"]),
            (MailSecurity.None, ["aucune", "none"])
        ),
        new Text(
            "starttls (par défaut), tls, ou aucune vers un serveur de cette machine.",
            "starttls (the default), tls, or aucune (none) to a server on this machine."
        )
    )
    {
        Aliases = ["security"],
    };

    public static readonly Key<string> Account = new(
        "compte",
        TextShape.Line,
        new Text("nom du compte du serveur d'envoi.", "account on the mail server.")
    )
    {
        Aliases = ["account"],
    };

    public static readonly Key<string> From = new(
        "expéditeur",
        Identifiers.Email,
        new Text(
            "adresse d'où partent les messages, et où l'on écrit pour ne plus en recevoir.",
            "address that messages come from, and to which people write to be left in peace."
        )
    )
    {
        Aliases = ["from"],
    };

    public static readonly Key<string> SenderName = new(
        "nom",
        TextShape.Name,
        new Text(
            "nom de l'expéditeur ; celui du territoire par défaut.",
            "name of the sender; default the territory's."
        )
    )
    {
        Aliases = ["name"],
    };

    private static readonly RecordShape<ChannelDraft> Shape = new(
        new Text("canal", "channel"),
        () =>
            [
                Id,
                Kind,
                Conversation,
                SecretFile,
                SecretVariable,
                Server,
                Port,
                Security,
                Account,
                From,
                SenderName,
            ],
        Build
    );

    /// <summary>The same key at the top of the file and at a group.</summary>
    public static readonly Key<IReadOnlyList<ChannelDraft>> Key = new(
        "canaux",
        new ListShape<ChannelDraft>(Shape, allowSingle: false),
        new Text(
            "par où le réseau, ou ce groupe, annonce ; sans canal, rien n'est envoyé.",
            "how the network, or this group, announces; without channels nothing is sent."
        )
    )
    {
        Aliases = ["channels"],
    };

    private static ChannelDraft Build(RecordReader record)
    {
        var kind = record.Get(Kind, ChannelKind.Talk);
        var needs = new ChannelNeeds(record.Problems);
        return new ChannelDraft
        {
            Id = record.Get(Id, new Located<string>("", record.Place)),
            Kind = kind,
            Conversation = record.Get(Conversation, ""),
            Secret = needs.Secret(
                record.Find(SecretFile),
                record.Find(SecretVariable),
                NeedsSecret(record, kind) ? record.Place : null,
                kind == ChannelKind.Email
                    ? "secret: secrets/annonces-courriel"
                    : "secret: secrets/annonces-webhook"
            ),
            Mail = kind == ChannelKind.Email ? Mail(record, needs) : null,
        };
    }

    private static bool NeedsSecret(RecordReader record, ChannelKind kind) =>
        record.Has(Kind)
        && (
            kind is ChannelKind.Mattermost or ChannelKind.Slack
            || (kind == ChannelKind.Email && record.Has(Account))
        );

    private static MailSettings? Mail(RecordReader record, ChannelNeeds needs)
    {
        var (server, from) = (record.Find(Server), record.Find(From));
        var security = record.Get(Security, MailSecurity.StartTls);
        needs.Present(record.Has(Server), "serveur: smtp.exemple.fr", record.Place);
        needs.Present(record.Has(From), "expéditeur: reseau@exemple.fr", record.Place);
        needs.Private(server, security);
        return server is null || from is null
            ? null
            : new MailSettings
            {
                Server = server.Value,
                Port = record.FindValue(Port) ?? (security == MailSecurity.Tls ? 465 : 587),
                Security = security,
                Account = record.Find(Account),
                From = from,
                Name = record.Find(SenderName),
            };
    }
}
