using System.CommandLine;
using Connector.Domain;
using Connector.Ledger;
using Connector.Service;
using Connector.Web;

namespace Connector.Cli;

/// <summary><c>connector serve --config connector.yaml</c></summary>
internal static class ServeVerb
{
    public static Command Build(Doorway door)
    {
        var config = ConfigVerb.Option(door);
        var verb = new Command("serve") { config };
        verb.SetAction(
            (result, ct) =>
            {
                var path = result.GetValue(config)!;
                // Only where nobody named one: a name that was mistyped is a mistake.
                if (result.GetResult(config) is null or { Implicit: true })
                {
                    Begin(door, path);
                }

                return RunAsync(door, path, ct);
            }
        );
        return verb;
    }

    /// <summary>Where there is nothing yet: a configuration without a territory, for the console's assistant to add one.</summary>
    private static void Begin(Doorway door, string path)
    {
        if (File.Exists(path) || door.Environment("CONNECTOR_TERRITORIES") is { Length: > 0 })
        {
            return;
        }

        try
        {
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            file.Write(Empty);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The service says itself that there is no configuration.
            return;
        }

        door.Say(
            new Text(
                $"Aucune configuration ici : « {path} » a été écrit, sans territoire.",
                $"No configuration here: '{path}' was written, without a territory."
            )
        );
    }

    private const string Empty = """
        # Écrit par « connector serve », qui n'a trouvé aucune configuration. L'assistant de la console ajoute un territoire :
        # « connector console link » donne le lien qui l'ouvre.
        territoires: []

        """;

    private static async Task<int> RunAsync(Doorway door, string path, CancellationToken ct)
    {
        var loaded = ServiceFile.Load(path, door.Environment);
        if (loaded.Configuration is not { } configuration)
        {
            door.Complain(loaded.Problems);
            return 1;
        }

        try
        {
            using var only = configuration.Database.IsShared
                ? null
                : RunLock.TryTake(configuration.Database.JobsFile);
            if (only is null && !configuration.Database.IsShared)
            {
                door.Complain(Twice(configuration.Database));
                return 1;
            }

            await using var host = await ServiceHost.StartAsync(
                configuration,
                door.Environment,
                door.Time,
                ct
            );
            // The first line of the log, in the log's language.
            door.Say(Text.Same(Ready(host.Addresses, configuration).In(configuration.Language)));
            if (configuration.Territories.Count == 0)
            {
                door.Say(Text.Same(Start.In(configuration.Language)));
            }

            await host.WaitAsync(ct);
            return 0;
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return 1;
        }
        catch (IOException error)
            when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            door.Complain(Taken(configuration));
            return 1;
        }
    }

    private static Text Ready(IReadOnlyList<Uri> addresses, ServiceConfiguration configuration)
    {
        var where = string.Join(", ", addresses);
        var count = configuration.Count;
        return new Text(
            $"Connector est prêt : {where} ; {count.French} ; {configuration.Database}",
            $"Connector is ready: {where}; {count.English}; {configuration.Database}"
        );
    }

    private static readonly Text Start = new(
        "Aucun territoire encore : « connector console link » donne le lien qui ouvre l'assistant de mise en route.",
        "No territory yet: 'connector console link' gives the link that opens the set-up assistant."
    );

    private static Problem Twice(ServiceDatabase database) =>
        new()
        {
            Code = "service-runs",
            Message = new Text(
                $"Un service tient déjà la base « {database.JobsFile} ».",
                $"A service holds the database '{database.JobsFile}' already."
            ),
            Remedy = new Text(
                "Arrêtez-le d'abord. Pour plusieurs nœuds, mettez la base dans PostgreSQL (« postgresql » dans connector.yaml).",
                "Stop it first. For several nodes, put the database in PostgreSQL ('postgresql' in connector.yaml)."
            ),
        };

    private static Problem Taken(ServiceConfiguration configuration) =>
        new()
        {
            Code = "address-taken",
            Message = new Text(
                $"Un autre programme écoute déjà sur {configuration.Listen}.",
                $"Another program listens on {configuration.Listen} already."
            ),
            Remedy = new Text(
                "Choisissez un autre port : « écoute: 127.0.0.1:8421 », ou CONNECTOR_LISTEN.",
                "Choose another port: 'écoute: 127.0.0.1:8421', or CONNECTOR_LISTEN."
            ),
        };
}
