using System.Text;
using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>
/// Makes the bytes of every document of a workspace from the territory. Pure but for the templates it reads: same
/// territory, same day, same addresses, same bytes.
/// </summary>
internal sealed class DocumentComposer(ComposedTerritory territory)
{
    /// <param name="area">The area in which the document stands.</param>
    /// <param name="document">What to make.</param>
    /// <param name="addresses">Public addresses of the calendars known so far, by the calendar's key.</param>
    public MadeDocument Compose(
        AreaSpec area,
        DocumentSpec document,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        document.Kind switch
        {
            DocumentKind.Welcome => WelcomeComposer.Compose(territory, area),
            DocumentKind.Roadmap => Docx(
                BuiltInTemplates.Roadmap,
                RoadmapComposer.Compose(territory, area, document).ToData()
            ),
            DocumentKind.Minutes => Docx(
                BuiltInTemplates.Minutes,
                MinutesComposer.Compose(territory, area, document).ToData()
            ),
            DocumentKind.SubscriptionPoster => Docx(
                BuiltInTemplates.SubscriptionPoster,
                SubscriptionComposer.Compose(territory, document, addresses).ToData()
            ),
            DocumentKind.Directory => DirectoryComposer.Compose(territory),
            DocumentKind.Description => new MadeDocument(
                Encoding.UTF8.GetBytes(document.Text ?? ""),
                MadeDocument.Markdown
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(document),
                document.Kind,
                "unknown kind of document"
            ),
        };

    private static MadeDocument Docx(DocumentTemplate template, DocumentData data) =>
        new(template.Fill(data), MadeDocument.Docx);
}
