using System.Globalization;
using System.Text;
using Connector.TerritoryFiles.Yaml;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Beginning;

/// <summary>
/// Writes the first <c>territoire.yaml</c> of a network: a file that people go on with by hand or by forms, so it has comments. Pure.
/// </summary>
internal static class NewTerritoryText
{
    /// <param name="territory">Judged already.</param>
    /// <param name="server">Of the Nextcloud.</param>
    /// <param name="today">From when on meetings are.</param>
    public static string Of(NewTerritory territory, Uri server, DateOnly today)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Écrit par l'assistant de première mise en route. Tout se modifie ici à la main, ou dans la console (« Réglages »).
            # « connector plan » et la page « Mise en place » disent d'avance ce qu'un changement ferait dans Nextcloud.


            """
        );
        Line(text, "", "nom", territory.Name);
        Line(text, "", "périmètre", territory.Scope);
        Line(text, "", "serveur", server.AbsoluteUri);
        Line(text, "", "fuseau", territory.TimeZone);
        Line(text, "", "jours-fériés", territory.Holidays);
        Line(text, "", "raison d'être", territory.Purpose);
        var organisation = NewTerritoryNames.Organisation(territory.Organisation);
        Line(text, "", "coordination", organisation);
        var people = territory.Coordinators.Select(NewTerritoryNames.Person);
        text.Append(
            CultureInfo.InvariantCulture,
            $"coordinateurs: [{string.Join(", ", people.Select(Flow))}]\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"créer-les-comptes: {(territory.CreateAccounts ? "oui" : "non")}\n\n"
        );
        text.Append(
            """
            # Les autres structures et personnes s'ajoutent dans Annuaire.xlsx, que Connector prépare dans le dossier Pilotage de Nextcloud.
            annuaire: nextcloud

            organisations:

            """
        );
        Line(text, "  - ", "id", organisation);
        Line(text, "    ", "nom", territory.Organisation);
        text.Append("\npersonnes:\n");
        foreach (var person in territory.Coordinators)
        {
            Person(text, person, organisation);
        }

        Groups(text, "comités", [.. territory.Groups.Where(group => group.IsCommittee)], today);
        Groups(text, "groupes-de-travail", [.. territory.Groups.Where(group => !group.IsCommittee)], today);
        text.Append(
            """

            # Annoncer les rencontres et les comptes rendus (rien n'est envoyé sans « canaux ») :
            # canaux:
            #   - { id: reseau, type: talk, conversation: Mon réseau }

            """
        );
        return text.ToString();
    }

    private static void Person(StringBuilder text, NewPerson person, string organisation)
    {
        Line(text, "  - ", "id", NewTerritoryNames.Person(person));
        Line(text, "    ", "prénom", person.FirstName);
        Line(text, "    ", "nom", person.Name);
        Line(text, "    ", "courriel", person.Email);
        Line(text, "    ", "organisation", organisation);
    }

    private static void Groups(StringBuilder text, string key, IReadOnlyList<NewGroup> groups, DateOnly today)
    {
        if (groups.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{key}:\n");
        foreach (var group in groups)
        {
            var id = NewTerritoryNames.Group(group);
            Line(text, "  - ", "id", id);
            Line(text, "    ", "nom", group.Name);
            Line(text, "    ", "raison d'être", group.Purpose);
            if (group.Rule.Length == 0)
            {
                continue;
            }

            text.Append("    rencontres:\n");
            Line(text, "      - ", "id", id);
            Line(text, "        ", "titre", group.IsCommittee ? group.Name : $"Rencontre du {group.Name}");
            Line(text, "        ", "règle", group.Rule);
            Line(text, "        ", "début", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Line(text, "        ", "lieu", group.Place);
        }
    }

    /// <summary>What nobody said is left out.</summary>
    private static void Line(StringBuilder text, string margin, string key, string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        var style = words.Length > 80 ? ScalarStyle.Folded : ScalarStyle.Plain;
        var written = YamlWords.Of(words, style, margin.Length + 2, "\n");
        text.Append(CultureInfo.InvariantCulture, $"{margin}{key}: {written}\n");
    }

    private static string Flow(string words) => YamlWords.OnOneLine(words, ScalarStyle.Plain, isFlow: true);
}
