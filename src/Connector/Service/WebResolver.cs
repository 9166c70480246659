using System.Net;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.TerritoryFiles;

namespace Connector.Service;

/// <summary>Turns what was written about people's sign-in into what the service goes by; reports what cannot be.</summary>
internal sealed class WebResolver(
    ServiceDraft draft,
    ServiceEnvironment said,
    IPEndPoint listen,
    ProblemList problems,
    Func<Located<string>?, string?> secretOf,
    bool withSecrets
)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public WebSettings Resolve()
    {
        var address = Address();
        if (withSecrets && draft.SignIns is [{ Id.Place: var place }, ..] && address is null)
        {
            Tell("address-missing", place, NoAddress, SayAddress);
        }

        return new WebSettings
        {
            Address = address,
            Proxies = [.. draft.Proxies.Select(Proxy).OfType<IPNetwork>()],
            SignIns = withSecrets ? [.. draft.SignIns.Select(SignIn).OfType<SignInServer>()] : [],
        };
    }

    private Uri? Address()
    {
        var (written, place) = said.Address is { } variable
            ? (variable, ServiceResolver.Variable("CONNECTOR_ADDRESS"))
            : (draft.Address?.Value, draft.Address?.Place ?? default);
        if (written is null)
        {
            // A port that is not known yet is no address for a browser.
            return IPAddress.IsLoopback(listen.Address) && listen.Port != 0
                ? new Uri($"http://{listen}/")
                : null;
        }

        if (
            Uri.TryCreate(written, UriKind.Absolute, out var address)
            && address is { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" }
            && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
        )
        {
            return address;
        }

        Tell("bad-public-address", place, BadAddress, SayAddress);
        return null;
    }

    private IPNetwork? Proxy(Located<string> written)
    {
        if (IPAddress.TryParse(written.Value, out var one))
        {
            return new IPNetwork(one, one.GetAddressBytes().Length * 8);
        }

        if (IPNetwork.TryParse(written.Value, out var network))
        {
            return network;
        }

        Tell(
            "bad-proxy",
            written.Place,
            new Text(
                $"« {written.Value} » n'est pas une adresse IP ni un réseau.",
                $"'{written.Value}' is neither an IP address nor a network."
            ),
            new Text("Écrivez 127.0.0.1 ou 10.0.0.0/8.", "Write 127.0.0.1 or 10.0.0.0/8.")
        );
        return null;
    }

    private SignInServer? SignIn(SignInEntry entry)
    {
        var (id, place) = (entry.Id.Value, entry.Id.Place);
        if (id.Length == 0 || entry.Server is not { } server || entry.Client is not { } client)
        {
            return null;
        }

        if (!_ids.Add(id))
        {
            Tell(
                "duplicate-id",
                place,
                new Text($"Deux connexions s'appellent « {id} ».", $"Two sign-ins are called '{id}'."),
                new Text("Changez l'identifiant de l'une des deux.", "Change the id of one of them.")
            );
        }

        if (
            !Uri.TryCreate(server.Value, UriKind.Absolute, out var address)
            || !ServerAddress.IsUsable(address)
        )
        {
            Tell(
                "bad-server-address",
                server.Place,
                new Text("Ce n'est pas l'adresse d'un serveur.", "This is not the address of a server."),
                new Text("Écrivez https://nuage.exemple.fr.", "Write https://cloud.example.org.")
            );
            return null;
        }

        return Secret(entry) is { } secret
            ? new SignInServer
            {
                Id = id,
                Server = ServerAddress.Normalise(address),
                Client = client.Value,
                Secret = secret,
            }
            : null;
    }

    private string? Secret(SignInEntry entry)
    {
        var secret = entry.Variable is { } variable ? said.Variables(variable.Value) : secretOf(entry.Secret);
        if (!string.IsNullOrEmpty(secret) && entry is not { Variable: not null, Secret: not null })
        {
            return secret;
        }

        Tell(
            "no-client-secret",
            entry.Id.Place,
            new Text(
                $"La connexion « {entry.Id.Value} » n'a pas son secret, ou en a deux.",
                $"The sign-in '{entry.Id.Value}' lacks its secret, or has two."
            ),
            new Text(
                "Donnez-le par « secret » (un fichier) ou par « environnement » (une variable).",
                "Give it through 'secret' (a file) or 'environnement' (a variable)."
            )
        );
        return null;
    }

    private void Tell(string code, SourcePlace place, Text what, Text remedy) =>
        problems.Add(code, place, what, remedy);

    private static readonly Text NoAddress = new(
        "On ne sait pas à quelle adresse les navigateurs trouvent le service.",
        "It is not known at which address browsers find the service."
    );

    private static readonly Text BadAddress = new(
        "L'adresse du service doit être en https, ou en http sur cette machine seule, sans chemin.",
        "The service's address must be https, or http on this machine alone, without a path."
    );

    private static readonly Text SayAddress = new(
        "Écrivez « adresse: https://connector.exemple.fr ».",
        "Write 'adresse: https://connector.example.org'."
    );
}
