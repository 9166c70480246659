using System.Collections.Concurrent;
using System.Text;
using Connector.Directories;
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
    /// <summary>Bytes kept from hashing to writing; what goes beyond is composed again.</summary>
    private const long MostKept = 64 * 1024 * 1024;

    private static readonly Dictionary<string, Uri> NoAddresses = [];

    private readonly Lazy<MadeDocument> _directory = new(() => DirectoryComposer.Compose(territory));
    private readonly ConcurrentDictionary<string, MadeDocument> _kept = new(StringComparer.Ordinal);
    private long _keptBytes;

    /// <param name="area">The area in which the document stands.</param>
    /// <param name="document">What to make.</param>
    /// <param name="addresses">Public addresses of the calendars known so far, by the calendar's key.</param>
    public MadeDocument Compose(
        AreaSpec area,
        DocumentSpec document,
        IReadOnlyDictionary<string, Uri> addresses
    )
    {
        // A run can make addresses while it goes: what prints them is composed when it is asked for.
        if (document.Kind == DocumentKind.SubscriptionPoster)
        {
            return Make(area, document, addresses);
        }

        if (_kept.TryGetValue(document.Key, out var kept))
        {
            return kept;
        }

        var made = Make(area, document, addresses);
        if (Interlocked.Add(ref _keptBytes, made.Bytes.Length) <= MostKept)
        {
            _kept[document.Key] = made;
        }

        return made;
    }

    /// <summary>Composes what prints no address, on all processors, while something else is waited for.</summary>
    public Task ComposeAhead(CancellationToken ct) =>
        Parallel.ForEachAsync(
            territory.Spec.Areas,
            ct,
            (area, _) =>
            {
                foreach (
                    var document in area.Documents.Where(item => item.Kind != DocumentKind.SubscriptionPoster)
                )
                {
                    Compose(area, document, NoAddresses);
                }

                return ValueTask.CompletedTask;
            }
        );

    private MadeDocument Make(
        AreaSpec area,
        DocumentSpec document,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        document.Kind switch
        {
            DocumentKind.Welcome => WelcomeComposer.Compose(territory, area),
            DocumentKind.Points => PointsComposer.Compose(territory),
            DocumentKind.Directory => _directory.Value,
            DocumentKind.Map => MapComposer.Compose(territory),
            DocumentKind.PublicPage => PublicPageComposer.Compose(territory),
            DocumentKind.OwnDirectory => OwnDirectory(document.Name),
            DocumentKind.ActionRegister => ActionSheets.Compose(territory, area),
            DocumentKind.SubscriptionPoster when QrPicture.IsPicture(document.Name) =>
                SubscriptionComposer.Picture(territory, document, addresses)
                    ?? throw new InvalidOperationException($"{document.Key} has no address to show"),
            DocumentKind.Description => new MadeDocument(
                Encoding.UTF8.GetBytes(document.Text ?? ""),
                MadeDocument.Markdown
            ),
            _ => new MadeDocument(
                DocumentTemplates.Of(document).Fill(TemplateData.Of(territory, area, document, addresses)),
                MadeDocument.Docx
            ),
        };

    private static MadeDocument OwnDirectory(string name) =>
        new(
            DirectoryWorkbook.EmptyOf(name),
            DirectoryWorkbook.IsCsv(name) ? MadeDocument.Csv : MadeDocument.Xlsx
        );
}
