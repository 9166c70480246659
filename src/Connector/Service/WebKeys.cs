using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Service;

/// <summary>The keys of <c>connector.yaml</c> that concern people who sign in.</summary>
internal static class WebKeys
{
    public static readonly Key<Located<string>> Address = new(
        "adresse",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "adresse du service dans un navigateur : https://connector.exemple.fr (CONNECTOR_ADDRESS).",
            "address of the service in a browser: https://connector.example.org (CONNECTOR_ADDRESS)."
        )
    )
    {
        Aliases = ["address"],
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Proxies = new(
        "mandataires",
        new ListShape<Located<string>>(new LocatedShape<string>(TextShape.Line), allowSingle: true),
        new Text(
            "adresses des serveurs mandataires dont X-Forwarded-For est cru ; aucun par défaut.",
            "addresses of the proxies whose X-Forwarded-For is believed; default none."
        )
    )
    {
        Aliases = ["proxies"],
    };

    public static readonly Key<Located<string>> Protection = new(
        "clé-de-protection",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "fichier dont la première ligne, 32 caractères au moins, chiffre les clés des sessions ; les suivantes lisent les anciennes (CONNECTOR_PROTECTION_KEY pour les lignes elles-mêmes).",
            "file whose first line, 32 characters or more, encrypts the keys of sessions; those after it read former ones (CONNECTOR_PROTECTION_KEY for the lines themselves)."
        )
    )
    {
        Aliases = ["protection-key"],
    };

    private static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Plain),
        new Text(
            "nom court : Nextcloud renvoie vers adresse/connexion/ID/retour.",
            "short name: Nextcloud redirects to address/connexion/ID/retour."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Server = new(
        "serveur",
        new LocatedShape<string>(TextShape.Line),
        new Text("adresse du Nextcloud.", "address of the Nextcloud.")
    )
    {
        IsRequired = true,
        Aliases = ["server"],
    };

    private static readonly Key<Located<string>> Client = new(
        "client",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "identifiant du client OAuth 2.0 que l'administration de Nextcloud a créé.",
            "identifier of the OAuth 2.0 client that Nextcloud's administration made."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Secret = new(
        "secret",
        new LocatedShape<string>(TextShape.Line),
        new Text("fichier qui contient son secret.", "file that holds its secret.")
    );

    private static readonly Key<Located<string>> Variable = new(
        "environnement",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "variable d'environnement qui contient son secret.",
            "environment variable that holds its secret."
        )
    )
    {
        Aliases = ["environment"],
    };

    private static readonly RecordShape<SignInEntry> Entry = new(
        new Text("connexion", "sign-in"),
        () => [Id, Server, Client, Secret, Variable],
        record => new SignInEntry
        {
            Id = record.Get(Id, new Located<string>("", record.Place)),
            Server = record.Find(Server),
            Client = record.Find(Client),
            Secret = record.Find(Secret),
            Variable = record.Find(Variable),
        }
    );

    public static readonly Key<IReadOnlyList<SignInEntry>> SignIns = new(
        "connexions",
        new ListShape<SignInEntry>(Entry, allowSingle: false),
        new Text(
            "les Nextcloud avec lesquels on se connecte à la console.",
            "the Nextcloud servers with which people sign in to the console."
        )
    )
    {
        Aliases = ["sign-ins"],
    };
}

/// <summary>One entry of « connexions » as written.</summary>
internal sealed record SignInEntry
{
    public required Located<string> Id { get; init; }

    public required Located<string>? Server { get; init; }

    public required Located<string>? Client { get; init; }

    public required Located<string>? Secret { get; init; }

    public required Located<string>? Variable { get; init; }
}
