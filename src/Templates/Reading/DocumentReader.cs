using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Reads a filled document back after people edited it, along the shape of its template. Goes down a ladder: tag of the
/// control, bookmark of the row, title of the control, label of the column with the row's likeness, words around the
/// field, its place.
/// </summary>
public static class DocumentReader
{
    /// <summary>Share of the template's own words under which a document is another one.</summary>
    private const double Least = 0.25;

    /// <param name="docx">The document as it is now, from any word processor.</param>
    /// <param name="template">The template it was made with.</param>
    /// <param name="known">The data it was last filled with.</param>
    /// <returns>A file that cannot be read, or is another one, gives <see cref="ReadDocument.Problems"/>, never an exception.</returns>
    public static ReadDocument Read(ReadOnlyMemory<byte> docx, DocumentTemplate template, DocumentData known)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(known);
        try
        {
            var package = PackageReader.Read(docx, isTreeWanted: true);
            return
                DocumentIdentity.Read(package).Id is { Length: > 0 } id
                && id != XmlText.Neutralise(known.Stamp.Id)
                ? new ReadDocument { Problems = [PackageProblems.OtherDocument()] }
                : Read(package, template, new KnownData(known));
        }
        catch (TemplateException refusal)
        {
            return new ReadDocument { Problems = refusal.Problems };
        }
    }

    private static ReadDocument Read(PackageParts package, DocumentTemplate template, KnownData known)
    {
        var compiler = new ShapeCompiler(known, template.StyleNames);
        var shapes = template
            .Shapes.Select(part => (part.Kind, Shapes: Compile(compiler, part.Root)))
            .ToList();
        known.Learn(compiler.Zones);
        var styles = StyleNames(DocumentStyles.RootOf(package));
        var main = PackageRepair.MainPath(package);
        var parts = new PartBlocks(package, known, styles);
        var document = new SeenTurn(known.Root, null);
        var reader = new ShapeReader(known);
        reader.Read(shapes[0].Shapes[0], parts.Main(main), document);
        if (reader.Expected > 0 && reader.Found < Least * reader.Expected)
        {
            return new ReadDocument { Problems = [PackageProblems.OtherTemplate()] };
        }

        foreach (var (kind, others) in shapes.Skip(1))
        {
            foreach (var shape in others.Where(shape => shape.Items.Any(item => item.Fields.Count > 0)))
            {
                if (Nearest(shape, parts.Of(main, kind)) is { } blocks)
                {
                    reader.Read(shape, blocks, document);
                }
            }
        }

        var result = new ReadingResult(known);
        return new ReadDocument
        {
            Values = [.. result.Values([document], known.Document), .. reader.Zones],
            Rows = result.Rows([document], known.Root, known.Document),
            MissingRows = result.Missing,
        };
    }

    /// <summary>One sequence for a part, one for each note in it.</summary>
    private static IReadOnlyList<ShapeSequence> Compile(ShapeCompiler compiler, XElement root) =>
        root.Elements(ShapeXml.Note).Any()
            ? [.. root.Elements(ShapeXml.Note).Select(compiler.Compile)]
            : [compiler.Compile(root)];

    /// <summary>Editors multiply headers and renumber notes: the one that says most of the template's words.</summary>
    private static IReadOnlyList<ReadBlock>? Nearest(
        ShapeSequence shape,
        IReadOnlyList<IReadOnlyList<ReadBlock>> candidates
    ) =>
        candidates
            .Select(blocks => (Blocks: blocks, new RouteFinder(shape.Route, blocks).Score))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .FirstOrDefault()
            .Blocks;

    /// <summary>Folded names of the styles by identifier: editors rename the identifiers.</summary>
    internal static Dictionary<string, string> StyleNames(XElement? styles)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var style in styles?.Elements(W + "style") ?? [])
        {
            names.TryAdd(
                (string?)style.Attribute(W + "styleId") ?? "",
                Label((string?)style.Element(W + "name")?.Attribute(W + "val") ?? "")
            );
        }

        return names;
    }
}
