using System.Text;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Jobs;
using Connector.Service;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Beginning;

namespace Connector.Web.Console.FirstRun;

/// <summary>
/// Writes a territory beside <c>connector.yaml</c>: <c>{id}/territoire.yaml</c>, the sign-in in <c>secrets/{id}</c>, and its line in the
/// configuration, in this order. What exists is never written over; what could not be finished is taken back.
/// </summary>
internal sealed class TerritoryFounder(ServiceState state, ServiceNode node)
{
    public const string FileName = "territoire.yaml";

    /// <returns>What stood in the way; nothing is left of it then.</returns>
    public IReadOnlyList<Problem> Found(string id, NewTerritory said, KeptAccount account, DateOnly today)
    {
        if (state.Configuration.Path is not { } configuration)
        {
            return [NoConfiguration];
        }

        var root = Path.GetDirectoryName(configuration)!;
        var (folder, secrets) = (Path.Combine(root, id), Path.Combine(root, "secrets", id));
        var file = Path.Combine(folder, FileName);
        if (state.Configuration.Find(id) is not null || File.Exists(file) || Directory.Exists(secrets))
        {
            return [ThereAlready(id)];
        }

        var made = new List<string>();
        try
        {
            Write(file, NewTerritoryText.Of(said, account.Server, today), made);
            if (Judge(file) is { Count: > 0 } problems)
            {
                return TakeBack(made, problems);
            }

            Write(FirstConsent.Mark(file), $"{today:O}\n", made);
            made.AddRange([Path.Combine(secrets, "user"), Path.Combine(secrets, SignInVault.FileName)]);
            var vault = new SignInVault(state.Configuration.Database.Folder, state.Configuration.Protection);
            vault.Keep(secrets, account.User, account.Password);
            return
                TerritoryRegistration.Add(
                    configuration,
                    id,
                    $"{id}/{FileName}",
                    $"secrets/{id}",
                    node.Environment
                )
                    is { Count: > 0 } refused
                ? TakeBack(made, refused)
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return TakeBack(made, [Unwritable(root)]);
        }
    }

    private static void Write(string file, string text, List<string> made)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        made.Add(file);
        stream.Write(new UTF8Encoding(false).GetBytes(text));
    }

    private static IReadOnlyList<Problem> Judge(string file)
    {
        var loaded = TerritoryFile.Load(file);
        return loaded.Territory is null ? loaded.Problems : WorkspaceSpecBuilder.Check(loaded.Territory);
    }

    /// <summary>Only what this very call wrote, and folders that are empty then.</summary>
    private static IReadOnlyList<Problem> TakeBack(List<string> made, IReadOnlyList<Problem> problems)
    {
        foreach (var file in made.Where(File.Exists))
        {
            File.Delete(file);
        }

        foreach (var folder in made.Select(file => Path.GetDirectoryName(file)!).Distinct())
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }

        return problems;
    }

    private static Problem NoConfiguration { get; } =
        new()
        {
            Code = "no-configuration",
            Message = new Text(
                "Ce service n'a pas de fichier connector.yaml : le territoire n'y serait pas gardé.",
                "This service has no file connector.yaml: the territory would not be kept in it."
            ),
            Remedy = new Text(
                "Écrivez-en un avec la ligne « territoires: [] », puis démarrez le service avec --config.",
                "Write one with the line 'territoires: []', then start the service with --config."
            ),
        };

    private static Problem ThereAlready(string id) =>
        new()
        {
            Code = "territory-there-already",
            Message = new Text(
                $"Il y a déjà un territoire « {id} » sur cette machine ; rien n'a été écrit.",
                $"There is a territory '{id}' on this machine already; nothing was written."
            ),
            Remedy = new Text(
                "Donnez un autre nom au territoire (étape 3).",
                "Give the territory another name (step 3)."
            ),
        };

    private static Problem Unwritable(string folder) =>
        new()
        {
            Code = "folder-unwritable",
            Message = new Text(
                $"Le service n'a pas le droit d'écrire dans « {folder} ».",
                $"The service may not write in '{folder}'."
            ),
            Remedy = new Text(
                "Donnez-le à l'utilisateur du service pour la durée de la mise en route, puis recommencez.",
                "Allow it to the service's user for the time of the set-up, then do it again."
            ),
        };
}
