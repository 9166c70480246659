using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Nextcloud;
using Connector.TerritoryFiles;

namespace Connector.Service;

/// <summary>The territories of a configuration: those of its file, then those that the environment names.</summary>
internal sealed class TerritoryEntries(
    ServiceDraft draft,
    ServiceEnvironment said,
    string folder,
    ProblemList problems,
    SignInVault? vault
)
{
    private readonly Dictionary<string, SourcePlace> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ledgers = new(StringComparer.Ordinal);

    public IReadOnlyList<ServiceTerritory> Resolve() =>
        [
            .. draft.Territories.Select(Written).OfType<ServiceTerritory>(),
            .. said.Territories.Select(Named).OfType<ServiceTerritory>(),
        ];

    private ServiceTerritory? Written(TerritoryEntry entry)
    {
        if (entry.Id.Value.Length == 0 || entry.File is not { } file)
        {
            return null;
        }

        var found = Existing(file.Value, file.Place);
        if (vault is not null)
        {
            CheckSecrets(entry);
        }

        return found is null || !IsNew(entry.Id.Value, entry.Id.Place)
            ? null
            : WithOwnLedger(
                new ServiceTerritory
                {
                    Id = entry.Id.Value,
                    File = found,
                    Place = entry.Id.Place,
                    Server = Server(entry.Server),
                    SecretsFolder = entry.Secrets is { } secrets ? Full(secrets.Value) : null,
                    SecretsPrefix = entry.Environment?.Value,
                    Vault = vault,
                    Ledger = entry.Ledger is { } ledger ? Full(ledger) : LedgerBeside(found),
                    Schedules = ServiceDefaults.With(draft.Schedules, entry.Schedules),
                }
            );
    }

    private ServiceTerritory? Named(string path)
    {
        var place = ServiceResolver.Variable("CONNECTOR_TERRITORIES");
        if (Existing(path, place) is not { } found)
        {
            return null;
        }

        var id = Slug.Of(Path.GetFileName(Path.GetDirectoryName(found)!));
        return !IsNew(id, place)
            ? null
            : WithOwnLedger(
                new ServiceTerritory
                {
                    Id = id,
                    File = found,
                    Place = place,
                    Ledger = LedgerBeside(found),
                    Schedules = ServiceDefaults.With(draft.Schedules),
                }
            );
    }

    /// <summary>Where the ledger of a territory file is unless said otherwise: where every verb looks for it.</summary>
    private static string LedgerBeside(string file) =>
        Path.Combine(Path.GetDirectoryName(file)!, ".connector", "ledger.db");

    private string Full(string path) => Path.GetFullPath(Path.Combine(folder, path));

    private string? Existing(string path, SourcePlace place)
    {
        var full = Full(path);
        if (File.Exists(full))
        {
            return full;
        }

        problems.Add(
            "file-not-found",
            place,
            new Text($"Le fichier « {path} » n'existe pas.", $"The file '{path}' does not exist."),
            new Text(
                "Écrivez son chemin depuis le dossier de la configuration ; « connector init » écrit un exemple.",
                "Write its path from the configuration's folder; 'connector init' writes an example."
            )
        );
        return null;
    }

    private bool IsNew(string id, SourcePlace place)
    {
        if (_ids.TryAdd(id, place))
        {
            return true;
        }

        problems.Add(
            "duplicate-id",
            place,
            new Text($"Deux territoires s'appellent « {id} ».", $"Two territories are called '{id}'."),
            new Text("Changez l'identifiant de l'un des deux.", "Change the id of one of them.")
        );
        return false;
    }

    private ServiceTerritory WithOwnLedger(ServiceTerritory territory)
    {
        if (!_ledgers.TryAdd(territory.Ledger, territory.Id))
        {
            problems.Add(
                "ledger-twice",
                territory.Place ?? default,
                new Text(
                    $"Les territoires « {_ledgers[territory.Ledger]} » et « {territory.Id} » ont le même registre.",
                    $"The territories '{_ledgers[territory.Ledger]}' and '{territory.Id}' have the same ledger."
                ),
                new Text(
                    "Donnez à l'un des deux un « registre » à lui, ou rangez les deux fichiers dans deux dossiers.",
                    "Give one of them a 'registre' of its own, or put the two files in two folders."
                )
            );
        }

        return territory;
    }

    private Uri? Server(Located<string>? written)
    {
        if (written is null)
        {
            return null;
        }

        if (
            Uri.TryCreate(written.Value, UriKind.Absolute, out var address) && ServerAddress.IsUsable(address)
        )
        {
            return ServerAddress.Normalise(address);
        }

        problems.Add(
            "bad-server-address",
            written.Place,
            new Text(
                "Ce n'est pas l'adresse d'un serveur, ou elle porte un nom ou un mot de passe.",
                "This is not the address of a server, or it carries a name or a password."
            ),
            new Text("Écrivez https://nuage.exemple.fr.", "Write https://cloud.example.org.")
        );
        return null;
    }

    private void CheckSecrets(TerritoryEntry entry)
    {
        if (entry is { Secrets: { } both, Environment: not null })
        {
            problems.Add(
                "secrets-twice",
                both.Place,
                new Text(
                    "Ce territoire a deux sources de secrets : « secrets » et « environnement ».",
                    "This territory has two sources of secrets: 'secrets' and 'environnement'."
                ),
                new Text("Gardez l'une des deux.", "Keep one of them.")
            );
        }

        if (entry.Secrets is { } secrets && !Directory.Exists(Full(secrets.Value)))
        {
            problems.Add(
                "no-secrets-folder",
                secrets.Place,
                new Text(
                    $"Le dossier de secrets « {secrets.Value} » n'existe pas.",
                    $"The folder of secrets '{secrets.Value}' does not exist."
                ),
                new Text(
                    "Créez-le avec les fichiers user et password, lisibles par le service seul.",
                    "Make it with the files user and password, readable by the service alone."
                )
            );
        }

        if (entry.Environment is { } prefix && string.IsNullOrEmpty(said.Variables($"{prefix.Value}_USER")))
        {
            problems.Add(
                "no-secrets-variable",
                prefix.Place,
                new Text(
                    $"La variable {prefix.Value}_USER n'existe pas.",
                    $"There is no variable {prefix.Value}_USER."
                ),
                new Text(
                    $"Donnez au service {prefix.Value}_USER et {prefix.Value}_PASSWORD.",
                    $"Give the service {prefix.Value}_USER and {prefix.Value}_PASSWORD."
                )
            );
        }
    }
}
