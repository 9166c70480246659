using System.Globalization;
using System.Text;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning;

namespace Connector.DocumentFlow;

/// <summary>The short text that Nextcloud shows above a folder: what it is for, who is there, what is where.</summary>
internal static class WelcomeComposer
{
    public static MadeDocument Compose(ComposedTerritory context, AreaSpec area)
    {
        var text = area.Area switch
        {
            WorkspaceArea.Group => Group(context, area, context.Group(area)!),
            WorkspaceArea.Network => Network(context, area),
            _ => Steering(context, area),
        };
        return new MadeDocument(Encoding.UTF8.GetBytes(text), MadeDocument.Markdown);
    }

    private static string Group(ComposedTerritory context, AreaSpec area, WorkingGroup group)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# {Markdown.Plain(group.Name)}\n\n{Markdown.Plain(group.Purpose)}\n"
        );
        var leads = string.Join(", ", context.Leads(group).Select(Markdown.Plain));
        if (leads.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**Animation :** {leads}\n");
        }

        foreach (var series in group.Meetings)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n**Rencontres :** {Markdown.Plain(series.Title)} – {Markdown.Plain(ComposedTerritory.RhythmOf(series))}"
            );
            text.Append(series.Place.Length > 0 ? $", {Markdown.Plain(series.Place)}\n" : "\n");
        }

        return text.Append(Contents(area)).ToString();
    }

    private static string Network(ComposedTerritory context, AreaSpec area) =>
        $"""
            # Réseau – {Markdown.Plain(context.Territory.Name)}

            {Markdown.Plain(context.Territory.Purpose)}

            **Coordination :** {Markdown.Plain(context.Coordination)}

            Ce dossier est commun à tous les membres. Pour recevoir les rencontres sur un téléphone, ouvrez le dossier « S'abonner à l'agenda ».

            """ + Contents(area);

    private static string Steering(ComposedTerritory context, AreaSpec area) =>
        $"""
            # Pilotage – {Markdown.Plain(context.Territory.Name)}

            Ce dossier n'est visible que de la coordination : modèles, suivi et fichiers de travail.

            Un .docx déposé dans « Modèles » et nommé comme un document (« Compte-rendu.docx », « Feuille de route.docx ») devient son modèle au passage suivant.

            """ + Contents(area);

    private static string Contents(AreaSpec area)
    {
        var top = area.Folders.Where(folder => folder.ParentKey == area.Key).ToList();
        return top.Count == 0
            ? ""
            : "\n## Ce que vous trouverez ici\n\n"
                + string.Concat(top.Select(folder => $"- {Markdown.Plain(folder.Name)}\n"));
    }
}
