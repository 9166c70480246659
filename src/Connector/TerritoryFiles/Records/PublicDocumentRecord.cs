using Connector.Domain;
using Connector.Domain.Publicity;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« documents-publics »: the keys of one.</summary>
internal static class PublicDocumentRecord
{
    public static readonly Key<string> Title = new(
        "titre",
        TextShape.Name,
        new Text("comment la page publique l'appelle.", "what the public page calls it.")
    )
    {
        IsRequired = true,
        Aliases = ["title"],
    };

    public static readonly Key<string> Link = new(
        "lien",
        Identifiers.WebAddress,
        new Text(
            "où il se lit, avec https:// : le lien public que Nextcloud en donne, par exemple.",
            "where it is read, with https://: the public link that Nextcloud gives of it, for instance."
        )
    )
    {
        IsRequired = true,
        Aliases = ["link"],
    };

    public static readonly Key<IReadOnlyList<PublicDocument>> Key = new(
        "documents-publics",
        new ListShape<PublicDocument>(
            new RecordShape<PublicDocument>(
                new Text("document public", "public document"),
                () => [Title, Link],
                record => new PublicDocument(record.Get(Title, ""), new Uri(record.Get(Link, "about:blank")))
            ),
            allowSingle: false
        ),
        new Text(
            "feuilles de route, comptes-rendus et autres documents que la page publique montre à tous.",
            "roadmaps, minutes and other documents that the public page shows to everybody."
        )
    )
    {
        Aliases = ["public-documents"],
    };
}
