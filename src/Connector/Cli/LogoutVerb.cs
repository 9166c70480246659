using System.CommandLine;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Login;

namespace Connector.Cli;

/// <summary><c>connector logout [URL]</c></summary>
internal static class LogoutVerb
{
    public static Command Build(Doorway door)
    {
        var url = new Argument<string?>("URL")
        {
            Description = new Text(
                "Adresse du Nextcloud ; inutile s'il n'y en a qu'un.",
                "Address of the Nextcloud; not needed when there is only one."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("logout") { url };
        verb.SetAction((result, ct) => RunAsync(door, result.GetValue(url), ct));
        return verb;
    }

    private static async Task<int> RunAsync(Doorway door, string? address, CancellationToken ct)
    {
        Uri? server = null;
        if (address is not null && !Uri.TryCreate(address, UriKind.Absolute, out server))
        {
            door.Complain(CredentialProblems.BadAddress());
            return 1;
        }

        var store = new CredentialStore(door.Environment);
        if (store.Find(server) is not { Account: { } account })
        {
            door.Complain(store.Find(server).Problem!);
            return 1;
        }

        try
        {
            await new AppPasswords(new NextcloudClientFactory(door.Time)).Revoke(account, ct);
        }
        catch (NextcloudException error)
        {
            door.Complain(error.Problem);
            return 1;
        }

        store.Forget(account.BaseUrl);
        door.Say(
            new Text(
                $"✓ Connexion à {account.BaseUrl} révoquée et oubliée.",
                $"✓ Sign-in to {account.BaseUrl} revoked and forgotten."
            )
        );
        return 0;
    }
}
