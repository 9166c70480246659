using System.CommandLine;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Login;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector login URL</c></summary>
internal static class LoginVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var url = new Argument<string>("URL")
        {
            Description = new Text(
                "Adresse du Nextcloud, telle qu'on la tape.",
                "Address of the Nextcloud, as people type it."
            ).In(door.Language),
        };
        var user = new Option<string?>("--user")
        {
            Description = new Text(
                "Nom du compte de service (avec --password-stdin).",
                "Name of the service account (with --password-stdin)."
            ).In(door.Language),
            HelpName = "NOM",
        };
        var stdin = new Option<bool>("--password-stdin")
        {
            Description = new Text(
                "Lit le mot de passe sur l'entrée standard.",
                "Reads the password from standard input."
            ).In(door.Language),
        };
        var verb = new Command("login") { url, user, stdin };
        verb.SetAction(
            (result, ct) =>
                RunAsync(
                    door,
                    result.GetRequiredValue(url),
                    result.GetValue(user),
                    result.GetValue(stdin),
                    ct
                )
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        Doorway door,
        string address,
        string? user,
        bool stdin,
        CancellationToken ct
    )
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || !ServerAddress.IsUsable(server))
        {
            door.Complain(CredentialProblems.BadAddress());
            return 1;
        }

        if (stdin != user is not null)
        {
            door.Complain(BothOrNeither);
            return 1;
        }

        var factory = new NextcloudClientFactory(door.Time);
        try
        {
            var account = user is null
                ? await ThroughBrowser(door, factory, server, ct)
                : await WithPassword(door, factory, server, user, ct);
            return account is null ? 1 : Keep(door, account);
        }
        catch (NextcloudException error)
        {
            door.Complain(error.Problem);
            return 1;
        }
    }

    private static async Task<NextcloudAccount?> ThroughBrowser(
        Doorway door,
        NextcloudClientFactory factory,
        Uri server,
        CancellationToken ct
    )
    {
        var flow = new LoginFlow(factory, door.Time);
        var attempt = await flow.Begin(server, ct);
        door.Say(
            new Text(
                "Ouvrez cette adresse dans un navigateur et accordez l'accès :",
                "Open this address in a browser and grant access:"
            )
        );
        door.Out.WriteLine();
        door.Out.WriteLine($"  {attempt.LoginUrl.AbsoluteUri}");
        door.Out.WriteLine();
        door.Say(
            new Text(
                "En attente (20 minutes au plus, Ctrl-C pour abandonner) …",
                "Waiting (20 minutes at most, Ctrl-C to give up) …"
            )
        );
        var account = await flow.Wait(attempt, ct);
        if (account is null)
        {
            door.Complain(TooLate);
        }

        return account;
    }

    private static async Task<NextcloudAccount?> WithPassword(
        Doorway door,
        NextcloudClientFactory factory,
        Uri server,
        string user,
        CancellationToken ct
    )
    {
        var password = (await door.Input.ReadLineAsync(ct))?.TrimEnd('\r', '\n');
        if (string.IsNullOrEmpty(password))
        {
            door.Complain(NoPassword);
            return null;
        }

        return await new AppPasswords(factory).FromPassword(server, user, password, ct);
    }

    private static int Keep(Doorway door, NextcloudAccount account)
    {
        var store = new CredentialStore(door.Environment);
        if (store.Save(account) is { } problem)
        {
            door.Complain(problem);
            return 1;
        }

        door.Say(
            new Text(
                $"✓ Connecté en tant que « {account.UserName} » sur {account.BaseUrl}. Connexion gardée dans {store.Path}.",
                $"✓ Signed in as '{account.UserName}' on {account.BaseUrl}. Sign-in kept in {store.Path}."
            )
        );
        return 0;
    }

    private static readonly Problem BothOrNeither = new()
    {
        Code = "login-options",
        Message = new Text(
            "--user et --password-stdin vont ensemble.",
            "--user and --password-stdin go together."
        ),
        Remedy = new Text(
            "Donnez les deux (compte de service), ou aucun (par le navigateur).",
            "Give both (service account), or neither (through the browser)."
        ),
    };

    private static readonly Problem TooLate = new()
    {
        Code = "login-timeout",
        Message = new Text(
            "L'accès n'a pas été accordé en 20 minutes.",
            "Access was not granted within 20 minutes."
        ),
        Remedy = new Text("Relancez « connector login ».", "Run 'connector login' again."),
    };

    private static readonly Problem NoPassword = new()
    {
        Code = "login-no-password",
        Message = new Text("Aucun mot de passe sur l'entrée standard.", "No password on standard input."),
        Remedy = new Text(
            "Exemple : connector login URL --user robot --password-stdin < fichier-secret",
            "Example: connector login URL --user robot --password-stdin < secret-file"
        ),
    };
}
