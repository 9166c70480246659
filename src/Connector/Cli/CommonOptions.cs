using System.CommandLine;
using Connector.Domain;

namespace Connector.Cli;

/// <summary>Options that several verbs share, described once.</summary>
internal sealed class CommonOptions
{
    public const string DefaultTerritory = "territoire.yaml";

    public CommonOptions(Language language)
    {
        Lang = new Option<string?>("--lang")
        {
            Description = new Text(
                "Langue des messages : fr (par défaut) ou en.",
                "Language of the messages: fr (default) or en."
            ).In(language),
            HelpName = "fr|en",
            Recursive = true,
        };
        Territory = new Argument<string>("TERRITOIRE")
        {
            Description = new Text(
                "Le fichier du territoire. Par défaut : territoire.yaml dans le dossier courant.",
                "The territory file. Default: territoire.yaml in the current folder."
            ).In(language),
            DefaultValueFactory = _ => DefaultTerritory,
        };
        Server = new Option<Uri?>("--server")
        {
            Description = new Text(
                "Adresse du Nextcloud. Par défaut : « serveur » du fichier, sinon la seule connexion enregistrée.",
                "Address of the Nextcloud. Default: 'serveur' of the file, else the only sign-in kept."
            ).In(language),
            HelpName = "URL",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
                {
                    return address;
                }

                result.AddError(
                    new Text(
                        $"« {result.Tokens[0].Value} » n'est pas une adresse ; exemple : https://nuage.exemple.fr",
                        $"'{result.Tokens[0].Value}' is not an address; example: https://cloud.example.org"
                    ).In(language)
                );
                return null;
            },
        };
        Ledger = new Option<string?>("--ledger")
        {
            Description = new Text(
                "Fichier du registre. Par défaut : .connector/ledger.db à côté du fichier du territoire.",
                "Ledger file. Default: .connector/ledger.db beside the territory file."
            ).In(language),
            HelpName = "FICHIER",
        };
        Json = new Option<bool>("--json")
        {
            Description = new Text(
                "Écrit le résultat en JSON sur la sortie standard, et rien d'autre.",
                "Writes the result as JSON to standard output, and nothing else."
            ).In(language),
        };
        Html = new Option<string?>("--html")
        {
            Description = new Text(
                "Écrit aussi le résultat dans une page web complète, à lire, envoyer ou imprimer.",
                "Also writes the result to one whole web page, to read, send or print."
            ).In(language),
            HelpName = "FICHIER.html",
        };
        Restore = new Option<bool>("--restore")
        {
            Description = new Text(
                "Reprend de la corbeille, avec son contenu, ce que quelqu'un a supprimé, sinon le refait ; sans cela, c'est seulement signalé.",
                "Takes what somebody deleted out of the trash bin with its content, else makes it again; without it, that is only told."
            ).In(language),
        };
        Confirm = new Option<bool>("--confirm")
        {
            Description = new Text(
                "Permet qu'un groupe perde plus d'un quart de ses membres en un passage.",
                "Lets a group lose more than a quarter of its members in one run."
            ).In(language),
        };
        All = new Option<bool>("--all", "-a")
        {
            Description = new Text(
                "Montre aussi, ligne par ligne, ce qui est déjà en place.",
                "Also shows, line by line, what is in place already."
            ).In(language),
        };
    }

    public Option<string?> Lang { get; }

    public Argument<string> Territory { get; }

    public Option<Uri?> Server { get; }

    public Option<string?> Ledger { get; }

    public Option<bool> Json { get; }

    public Option<bool> All { get; }

    public Option<string?> Html { get; }

    public Option<bool> Restore { get; }

    public Option<bool> Confirm { get; }

    /// <summary>Where the ledger of a territory file is unless said otherwise.</summary>
    public static string LedgerPath(string territoryPath, string? given) =>
        given
        ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(territoryPath))!, ".connector", "ledger.db");
}
