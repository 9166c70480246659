using System.Text;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Publishing;
using Connector.Templates;

namespace Connector.Roadmaps;

/// <summary>
/// Words to send to members who have not signed yet, one message each, ready to be copied: Connector sends nothing by
/// itself. In French, the language of the network.
/// </summary>
internal static class Reminder
{
    /// <param name="territory">For names and addresses, which stay in the coordinators' own folder.</param>
    /// <param name="file">Whose roadmap.</param>
    /// <param name="published">The version to sign.</param>
    /// <param name="waiting">Members who have not signed it.</param>
    /// <returns>Markdown.</returns>
    public static string Write(
        Territory territory,
        RoadmapFile file,
        Publication published,
        IReadOnlyList<Signer> waiting
    )
    {
        var text = new StringBuilder()
            .Append("# Relances – feuille de route de ")
            .Append(Plain(file.Owner))
            .Append(", version ")
            .Append(Plain(published.Version))
            .Append("\n\nÀ relire et à envoyer vous-même : Connector n'envoie rien. ")
            .Append(waiting.Count)
            .Append(
                waiting.Count > 1
                    ? " organisations n'ont pas encore signé.\n"
                    : " organisation n'a pas encore signé.\n"
            );
        foreach (var member in waiting)
        {
            Write(text, territory, file, published, member);
        }

        return text.ToString();
    }

    private static void Write(
        StringBuilder text,
        Territory territory,
        RoadmapFile file,
        Publication published,
        Signer member
    )
    {
        var contact = Contact(territory, member);
        var to =
            contact is null ? "*aucun contact dans l'annuaire*"
            : contact.Email is { Length: > 0 } email ? $"{Plain(contact.Name)} <{email}>"
            : $"{Plain(contact.Name)} (adresse inconnue)";
        text.Append("\n## ")
            .Append(Plain(member.Name))
            .Append("\n\n- À : ")
            .Append(to)
            .Append("\n- Objet : Votre signature pour la feuille de route de ")
            .Append(Plain(file.Owner))
            .Append("\n\n> Bonjour")
            .Append(contact is null ? "" : $" {Plain(contact.Name)}")
            .Append(",\n>\n> La version ")
            .Append(Plain(published.Version))
            .Append(" de notre feuille de route est prête dans Nextcloud, dans le dossier « ")
            .Append(Plain(published.Folder))
            .Append(
                " ». Il n'y manque que la signature de votre organisation : imprimez la dernière page, signez-la, et renvoyez-la numérisée ou photographiée.\n>\n> Empreinte de cette version : "
            )
            .Append(DocumentMeaning.Abridged(published.Fingerprint))
            .Append(".\n>\n> Merci de votre engagement, et à bientôt.\n");
    }

    private static Person? Contact(Territory territory, Signer member)
    {
        var organisation = territory.Organisations.FirstOrDefault(item => item.Id == member.Id);
        return territory.People.FirstOrDefault(person => person.Id == organisation?.Referent)
            ?? territory.People.FirstOrDefault(person => person.Organisation == member.Id);
    }

    private static string Plain(string words) => PlainMarkdown.Line(words);
}
