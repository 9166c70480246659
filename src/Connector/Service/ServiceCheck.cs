using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Login;
using Connector.TerritoryFiles;

namespace Connector.Service;

/// <summary>
/// Everything that can be known of a configuration without a network: its own file, every territory file with all that it
/// names, and whether there is a sign-in for each. The service itself starts with less: see decision 91.
/// </summary>
internal static class ServiceCheck
{
    public static IReadOnlyList<Problem> Run(
        ServiceConfiguration configuration,
        Func<string, string?> environment
    ) =>
        [
            .. configuration.Territories.SelectMany(territory => Of(territory, environment)),
            .. configuration.Database.IsShared ? SharedNames(configuration) : [],
        ];

    private static IEnumerable<Problem> Of(ServiceTerritory territory, Func<string, string?> environment)
    {
        var loaded = TerritoryFile.Load(territory.File);
        foreach (var problem in loaded.Problems)
        {
            yield return problem;
        }

        if (loaded.Territory is null)
        {
            yield break;
        }

        foreach (var problem in WorkspaceSpecBuilder.Check(loaded.Territory))
        {
            yield return problem;
        }

        var lookup = new CredentialStore(territory.Environment(environment)).Find(
            territory.Server ?? loaded.Territory.Server
        );
        if (lookup.Problem is { } missing)
        {
            yield return missing with
            {
                Place = territory.Place,
            };
        }
    }

    /// <summary>In one database, ledgers are told apart by the territory's name.</summary>
    private static IEnumerable<Problem> SharedNames(ServiceConfiguration configuration) =>
        configuration
            .Territories.Select(territory => (territory, TerritoryFile.Load(territory.File).Territory))
            .Where(pair => pair.Territory is not null)
            .GroupBy(pair => Slug.Of(pair.Territory!.Name))
            .Where(same => same.Count() > 1)
            .Select(same =>
                SameName(same.First().territory, same.Last().territory, same.Last().Territory!.Name)
            );

    public static Problem SameName(ServiceTerritory first, ServiceTerritory second, string name) =>
        new()
        {
            Code = "territory-name-twice",
            Message = new Text(
                $"Les territoires « {first.Id} » et « {second.Id} » portent tous deux le nom « {name} ».",
                $"The territories '{first.Id}' and '{second.Id}' both have the name '{name}'."
            ),
            Remedy = new Text(
                "Dans une base partagée, les noms doivent différer : changez « nom » dans l'un des deux fichiers.",
                "In a shared database names must differ: change 'nom' in one of the two files."
            ),
            Place = second.Place,
        };
}
