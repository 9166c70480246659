using System.CommandLine;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector access [PERSONNE|DOSSIER]</c></summary>
internal static class AccessVerb
{
    /// <summary>Where the witness's app password is: an argument would show in the list of processes.</summary>
    private const string Secret = "CONNECTOR_AS_PASSWORD";

    public static Command Build(Doorway door, CommonOptions common)
    {
        var who = new Argument<string?>("PERSONNE|DOSSIER")
        {
            Description = new Text(
                "Une personne (identifiant, nom ou adresse) ou un dossier. Sans rien : les dossiers principaux.",
                "A person (id, name or e-mail) or a folder. Nothing: the main folders."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var witness = new Option<string?>("--as")
        {
            Description = new Text(
                $"Vérifie auprès du serveur en se connectant comme cette personne ; mot de passe d'application dans {Secret}.",
                $"Checks with the server by signing in as this person; app password in {Secret}."
            ).In(door.Language),
            HelpName = "COMPTE",
        };
        var file = new GroupOptions(door.Language).Territory;
        var verb = new Command("access") { who, file, witness, common.Server, common.Ledger, common.Json };
        verb.SetAction(
            async (result, ct) =>
            {
                var path = result.GetRequiredValue(file);
                var request = new TerritoryRequest(
                    path,
                    result.GetValue(common.Server),
                    CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
                );
                if (result.GetValue(witness) is not null && door.Environment(Secret) is not { Length: > 0 })
                {
                    door.Complain(NoSecret);
                    return 1;
                }

                var report = await RunAsync(
                    door,
                    request,
                    result.GetValue(who),
                    result.GetValue(witness),
                    ct
                );
                return Show(door, report, result.GetValue(common.Json));
            }
        );
        return verb;
    }

    private static Task<AccessReport> RunAsync(
        Doorway door,
        TerritoryRequest request,
        string? who,
        string? user,
        CancellationToken ct
    ) =>
        TerritoryDoor.OpenAsync(
            door,
            request,
            async (client, ledger, loaded) =>
            {
                await using var witness = Witness(door, client, user);
                return await new AccessRun(client, ledger, door.Time).RunAsync(
                    loaded.Territory!,
                    loaded.Blueprints,
                    who,
                    witness,
                    ct
                );
            },
            (_, problems) => new AccessReport { Territory = request.TerritoryPath, Problems = problems },
            ct
        );

    private static NextcloudClient? Witness(Doorway door, NextcloudClient client, string? user) =>
        user is not null && door.Environment(Secret) is { Length: > 0 } secret
            ? new NextcloudClientFactory(door.Time).Create(
                new NextcloudAccount
                {
                    BaseUrl = client.Account.BaseUrl,
                    UserName = user,
                    AppPassword = secret,
                }
            )
            : null;

    private static int Show(Doorway door, AccessReport report, bool json)
    {
        if (json)
        {
            JsonReport.Write(door.Out, Json(report, door.Language));
        }
        else
        {
            report.Write(door.Out, door.Language);
            door.Complain(report.Problems);
            if (report.Unknown is { } unknown)
            {
                door.Complain(Nobody(unknown, report.Known));
            }
        }

        return (int)report.Outcome;
    }

    private static Problem Nobody(string who, IReadOnlyCollection<string> known) =>
        new()
        {
            Code = "unknown-person-or-folder",
            Message = new Text(
                $"« {who} » n'est ni une personne ni un dossier de ce territoire.",
                $"'{who}' is neither a person nor a folder of this territory."
            ),
            Remedy = Nearest.Advice(who, known),
        };

    private static readonly Problem NoSecret = new()
    {
        Code = "missing-app-password",
        Message = new Text(
            "« --as » demande un mot de passe d'application de cette personne.",
            "'--as' needs an app password of that person."
        ),
        Remedy = new Text(
            $"Mettez-le dans la variable d'environnement {Secret}, jamais dans la commande.",
            $"Put it into the environment variable {Secret}, never into the command."
        ),
    };

    private static object Json(AccessReport report, Language language) =>
        new
        {
            report.Territory,
            report.Server,
            report.Outcome,
            report.Subject,
            groups = report.Groups,
            access = report.Entries.Select(entry => new
            {
                user = entry.UserId,
                entry.Path,
                entry.Bits,
                why = entry.Why.Select(reason => reason.In(language)),
            }),
            hazards = report.Hazards.Select(hazard => new
            {
                hazard.Code,
                hazard.Path,
                sentence = hazard.Sentence.In(language),
            }),
            proofs = report.Proofs.Select(proof => new
            {
                proof.Path,
                proof.Computed,
                proof.Told,
                proof.IsMount,
                proof.Holds,
            }),
            problems = report.Problems.Select(problem => problem.Message.In(language)),
        };
}
