using System.Globalization;
using System.Text;

namespace Connector.Tests.Console;

/// <summary>The files of a made-up network of 50 groups, 400 organisations and 2,000 people, with names as long as real ones.</summary>
internal static class LargeNetwork
{
    public const int Groups = 50;
    public const int Organisations = 400;
    public const int People = 2_000;

    /// <summary>One whom the directory has; leads the first group.</summary>
    public static string Account(int person) =>
        $"personne-{person.ToString("0000", CultureInfo.InvariantCulture)}";

    public static string Territory()
    {
        var yaml = new StringBuilder(
            """
            nom: Grand Pays de Valombre
            périmètre: département
            raison d'être: Que chaque habitante et chaque habitant trouve, à moins de vingt minutes de chez soi, quelqu'un pour l'aider.
            coordination: structure-001
            coordinateurs: [personne-0001]
            créer-les-comptes: non
            page-publique: oui
            annuaire: [annuaire.csv, lieux.csv]
            groupes-de-travail:

            """
        );
        for (var group = 1; group <= Groups; group++)
        {
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"""
                  - id: groupe-{group:00}
                    nom: Groupe de travail numéro {group:00} – accès aux droits
                    raison d'être: Qu'aucune démarche en ligne ne prive quelqu'un de ce à quoi il a droit, dans chaque commune.
                    animation: {Account(group)}
                    rencontres:
                      - id: rencontre-{group:00}
                        titre: Rencontre du groupe de travail numéro {group:00}
                        règle: un mardi sur deux
                        début: 2026-09-{1 + (group % 28):00}
                        heure: {9 + (group % 8)} h
                        durée: 1 h 30
                        lieu: Salle du conseil, maison des associations

                """
            );
        }

        yaml.Append(
            """
            feuille-de-route:
              version: "2026-2027"
              date: 2026-09-01
              chantiers:

            """
        );
        for (var group = 1; group <= Groups; group++)
        {
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"""
                    - id: chantier-{group:00}
                      titre: Chantier numéro {group:00} – trente aidants habilités Aidants Connect
                      groupe: groupe-{group:00}
                      porteur: structure-{group:000}
                      début: 2026-09-15
                      fin: 2027-06-30

                """
            );
        }

        yaml.AppendLine("  engagements:");
        for (var one = 1; one <= Organisations; one++)
        {
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"""
                    - organisation: structure-{one:000}
                      promesses: Ouvrir une salle une fois par semaine

                """
            );
        }

        return yaml.ToString();
    }

    public static string Directory()
    {
        var csv = new StringBuilder("identifiant,prénom,nom,courriel,organisation,groupes\n");
        for (var person = 1; person <= People; person++)
        {
            // The last group is everybody's who came once.
            var also = person % 4 == 0 ? " | groupe-50" : "";
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{Account(person)},Marie-Françoise,Saint-Exupère {person:0000},personne-{person:0000}@structure.example.org,structure-{1 + (person % Organisations):000},groupe-{1 + (person % (Groups - 1)):00}{also}\n"
            );
        }

        return csv.ToString();
    }

    public static string Places()
    {
        var csv = new StringBuilder(
            "id,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,telephone,rôle,état\n"
        );
        string[] states = ["membre", "à rencontrer", "rencontré", "invité"];
        string[] types = ["CCAS", "BIB", "ASSO", "RFS", "ML"];
        for (var one = 1; one <= Organisations; one++)
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"structure-{one:000},Médiathèque intercommunale et espace numérique {one:000},Saint-Aubin-des-Bois-sur-Isle {one % 120:000},24{one % 120:000},24{one % 120:000},{one} rue des Lavandières,{45 + (one / 1000.0):0.0000},{0.5 + (one / 1000.0):0.0000},{types[one % 5]},+33199{one:000000},membre,{states[one % 4]}\n"
            );
        }

        return csv.ToString();
    }
}
