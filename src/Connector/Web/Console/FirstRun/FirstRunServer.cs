using System.Net.Sockets;
using Connector.Announcing;
using Connector.Domain;
using Connector.Jobs;
using Connector.Nextcloud;

namespace Connector.Web.Console.FirstRun;

/// <summary>
/// Reaches an address that somebody typed into a page, within what the machine's administrator allows: servers of the Internet over
/// TLS, this machine where the console itself is open to it alone, and hosts of a private network that the environment names.
/// </summary>
internal sealed class FirstRunServer(ServiceState state, ServiceNode node, TimeProvider time)
{
    public const string Variable = "CONNECTOR_SERVER_HOSTS";

    /// <summary>A person waits for the page.</summary>
    private static readonly NextcloudClientOptions Options = new()
    {
        AttemptTimeout = TimeSpan.FromSeconds(20),
        TotalTimeout = TimeSpan.FromSeconds(45),
        MaxRetries = 1,
        MaxRetryAfter = TimeSpan.FromSeconds(3),
    };

    private AddressGuard Guard =>
        new(node.Environment, Variable) { AllowsThisMachine = state.Configuration.Web.IsPlain };

    /// <summary>Clients that connect to nothing that was not judged: the address that was judged is the one connected to.</summary>
    public NextcloudClientFactory Factory()
    {
        var guard = Guard;
        return new NextcloudClientFactory(
            time,
            Options,
            jar =>
            {
                var transport = NextcloudClientFactory.Transport(jar);
                transport.UseProxy = false;
                transport.ConnectCallback = async (context, ct) =>
                    new NetworkStream(
                        await guard.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct),
                        ownsSocket: true
                    );
                return transport;
            }
        );
    }

    /// <summary>The address that was meant; without a scheme, https.</summary>
    /// <returns>Null, with what is wrong, for one that cannot be meant.</returns>
    public (Uri? Server, Text? Wrong) Read(string typed)
    {
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        if (
            !Uri.TryCreate(whole, UriKind.Absolute, out var address)
            || address.Host.Length == 0
            || !ServerAddress.IsUsable(address)
        )
        {
            return (null, NoAddress);
        }

        var guard = Guard;
        var mayBePlain =
            guard.Names(address.Host)
            || (guard.AllowsThisMachine && AddressGuard.IsThisMachine(address.Host));
        return address.Scheme == Uri.UriSchemeHttp && !mayBePlain
            ? (null, Plain)
            : (ServerAddress.Normalise(address), null);
    }

    /// <summary>What stood in the way, in words for a person.</summary>
    public static Text Told(NextcloudException error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is AddressRefusedException)
            {
                return Private;
            }
        }

        var problem = error.Problem;
        return new Text(
            $"{problem.Message.French} {problem.Remedy.French}",
            $"{problem.Message.English} {problem.Remedy.English}"
        );
    }

    private static readonly Text NoAddress = new(
        "Ce n'est pas l'adresse d'un serveur. Écrivez-la comme dans votre navigateur, sans nom ni mot de passe : https://nuage.exemple.fr.",
        "This is not the address of a server. Write it as in your browser, without name or password: https://cloud.example.org."
    );

    private static readonly Text Plain = new(
        "Cette adresse doit commencer par https:// : sans cela, le mot de passe voyagerait en clair.",
        "This address has to begin with https://: without, the password would travel in the clear."
    );

    private static readonly Text Private = new(
        $"Ce serveur est dans un réseau privé, que cette page ne peut pas atteindre. L'administrateur de la machine peut le permettre : {Variable}=nuage.lan dans l'environnement du service.",
        $"This server is in a private network, which this page may not reach. The machine's administrator can allow it: {Variable}=cloud.lan in the service's environment."
    );
}
