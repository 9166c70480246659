using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles;

namespace Connector.Tests.Year;

/// <summary>A territory of five groups that meet once a month, as its file stands on a day of the year.</summary>
internal static class YearTerritory
{
    /// <summary>Leads every group and signs in to Nextcloud: whose hands the tests are.</summary>
    public const string Member = "annee.lea";

    public const int Year = 2027;

    public static readonly IReadOnlyList<string> Groups = ["droits", "jeunes", "aines", "lieux", "materiel"];

    private static readonly string[] Rules =
    [
        "premier jeudi du mois",
        "deuxième mardi du mois",
        "le 15 de chaque mois",
        "dernier vendredi du mois",
        "troisième lundi du mois",
    ];

    /// <summary>Reads the file as the program does. Some join in March, others leave in September.</summary>
    public static (Territory Territory, IReadOnlyDictionary<string, Blueprint> Blueprints) On(
        DateOnly day,
        string folder
    )
    {
        var path = Path.Combine(folder, "territoire.yaml");
        File.WriteAllText(path, Text(day));
        var read = TerritoryFile.Load(path);
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return (read.Territory!, read.Blueprints);
    }

    private static string Text(DateOnly day) =>
        $$"""
            nom: Pays d'une année
            périmètre: groupement de communes
            fuseau: Europe/Paris
            raison d'être: Que personne ne reste seul devant un écran.
            coordination: ccas
            coordinateurs: [annee.ines]
            créer-les-comptes: oui
            organisations:
              - { id: ccas, nom: CCAS de Bellerive, type: CCAS }
              - { id: biblio, nom: Médiathèque L'Échappée, type: BIB }
              - { id: mission, nom: Mission locale, type: ML }
            personnes:
              - { id: annee.ines, prénom: Inès, nom: Le Goff, organisation: ccas }
              - { id: annee.lea, prénom: Léa, nom: D'Almeida, organisation: biblio }
              - { id: annee.noe, prénom: Noé, nom: Çelik, organisation: mission }
              - { id: annee.zoe, prénom: Zoé, nom: Saint-Exupère, organisation: ccas }
              - { id: annee.abel, prénom: Abel, nom: N'Diaye, organisation: mission }
            feuille-de-route:
              version: "{{Year}}"
              chantiers:
                - { id: bus, titre: Le bus numérique, groupe: jeunes, porteur: mission, fin: {{Year}}-10-29 }
            groupes-de-travail:
            {{string.Join('\n', Groups.Select((group, index) => Group(group, index, day)))}}
            """;

    private static string Group(string id, int index, DateOnly day) =>
        $$"""
              - id: {{id}}
                nom: Groupe {{id}}
                raison d'être: Se retrouver, décider, agir.
                animation: {{Member}}
                membres: [{{string.Join(", ", Members(index, day))}}]
                rencontres:
                  - id: habitude
                    titre: Rencontre {{id}}
                    genre: {{(index == 3 ? "convivial" : "travail")}}
                    règle: {{Rules[index]}}
                    début: {{Year}}-01-01
                    heure: 14:00
                    durée: 2h
                    lieu: Salle des fêtes
                    ordre-du-jour: [Tour de table, Points d'étape]
            """;

    private static IEnumerable<string> Members(int index, DateOnly day)
    {
        yield return "annee.zoe";
        if (day.Month >= 3 && index % 2 == 0)
        {
            yield return "annee.abel";
        }

        if (day.Month < 9 || index % 2 == 1)
        {
            yield return "annee.noe";
        }
    }
}
