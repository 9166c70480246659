using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// A .docx template, checked and compiled once, filled any number of times (it is immutable and may be shared).
/// <para>Tags: <c>{{name}}</c>; <c>{{#name}} … {{/name}}</c> repeats paragraphs, table rows or words for each row
/// of a list, or shows them when a value is there; <c>{{^name}} … {{/name}}</c> shows them when nothing is;
/// <c>{{libre name}} Advice…</c> opens a zone that belongs to the readers. Marks that stand alone in a paragraph or
/// a table row leave no trace. Names ignore case and accents.</para>
/// <para>The result holds a titled content control per field, a bookmark per row (<c>ligne_…</c>) and per free zone
/// (<c>libre_…</c>), and the document's identity as custom properties, so that it can be read back after people
/// edited it. The same data give the same bytes.</para>
/// </summary>
public sealed class DocumentTemplate
{
    private readonly PackageParts package;
    private readonly IReadOnlyList<CompiledPart> compiled;

    private readonly IReadOnlyList<TemplateNode> properties;
    private readonly bool lacksLanguage;
    private readonly Lazy<IReadOnlyList<(string Kind, XElement Root)>> shapes;
    private readonly Lazy<IReadOnlyDictionary<string, string>> styleNames;

    private DocumentTemplate(
        PackageParts package,
        IReadOnlyList<CompiledPart> compiled,
        IReadOnlyList<TemplateNode> properties,
        bool lacksLanguage
    )
    {
        this.package = package;
        this.compiled = compiled;
        this.properties = properties;
        HasContents = TemplateNode.Holds<ContentsNode>(compiled[0].Nodes);
        this.lacksLanguage = lacksLanguage;
        shapes = new(() => [.. compiled.Select(part => (part.Kind, ShapeXml.Of(part.Nodes)))]);
        styleNames = new(() => DocumentReader.StyleNames(DocumentStyles.RootOf(package)));
    }

    /// <summary>Each part as a tree with its places, the text first: along it a document is read back.</summary>
    internal IReadOnlyList<(string Kind, XElement Root)> Shapes => shapes.Value;

    /// <summary>Folded names of the styles by identifier.</summary>
    internal IReadOnlyDictionary<string, string> StyleNames => styleNames.Value;

    /// <summary>Whether it has a table of contents, which <see cref="FillAsync"/> can give page numbers.</summary>
    public bool HasContents { get; }

    /// <exception cref="TemplateException">
    /// Not a .docx, too large, damaged, with macros or linked content, or with tags that cannot be read.
    /// </exception>
    public static DocumentTemplate Load(ReadOnlyMemory<byte> docx)
    {
        var package = PackageReader.Read(docx);
        var main = PackageRepair.MainPath(package);
        package.SetContentType(main, PackageRepair.MainContentType);
        PackageCleaning.Apply(package, main);
        var styles = DocumentStyles.RootOf(package);
        var context = new CompileContext(
            main,
            true,
            new DocumentStyles(styles),
            new Lazy<DocumentLists>(() => new DocumentLists(package))
        );
        List<CompiledPart> parts = [Compile(package, "main", context, text => new Document(text))];
        foreach (
            var relationship in package.RelationshipsOf(main).DistinctBy(relationship => relationship.Target)
        )
        {
            if (package.Contains(relationship.Target) && Parser(relationship.Kind) is { } parse)
            {
                var other = context with { Part = relationship.Target, IsMain = false };
                parts.Add(Compile(package, relationship.Kind, other, parse));
            }
        }

        return new DocumentTemplate(
            package,
            parts,
            PropertyTags.Read(package),
            StyleBook.LacksLanguage(styles)
        );
    }

    /// <inheritdoc cref="Load(ReadOnlyMemory{byte})"/>
    public static DocumentTemplate Load(Stream docx)
    {
        ArgumentNullException.ThrowIfNull(docx);
        using var bytes = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (var read = docx.Read(chunk); read > 0; read = docx.Read(chunk))
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length > PackageLimits.File)
            {
                throw PackageReader.Refusal(PackageProblems.TooLarge(null));
            }
        }

        return Load(bytes.ToArray());
    }

    /// <summary>What keeps this template from being filled with these data; empty when nothing does.</summary>
    public IReadOnlyList<TemplateProblem> Check(DocumentData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var notes = new NoteBook();
        foreach (var part in compiled)
        {
            notes.Know(part.Kind, part.Path, part.Nodes);
        }

        return new TagChecker(data, notes).Check(compiled.SelectMany(part => part.Nodes).Concat(properties));
    }

    /// <summary>
    /// The finished .docx. A table of contents names its headings as links, without page numbers: only a program that
    /// lays pages out knows those.
    /// </summary>
    /// <exception cref="TemplateException">
    /// What <see cref="Check"/> would tell, a picture that is neither PNG nor JPEG, an inserted document that cannot be
    /// read.
    /// </exception>
    public byte[] Fill(DocumentData data) => Fill(data, null);

    /// <summary>The finished .docx, its table of contents with the page numbers that a program found.</summary>
    /// <param name="data">All that the template may show.</param>
    /// <param name="layOut">
    /// Makes a PDF of a .docx with its bookmarks as named destinations (for LibreOffice: filter
    /// <c>writer_pdf_Export</c>, option <c>ExportBookmarksToPDFDestination</c>); null when it cannot, and then the
    /// table goes without page numbers. Not called for a template without table of contents.
    /// </param>
    /// <exception cref="TemplateException">As for <see cref="Fill(DocumentData)"/>.</exception>
    public async Task<byte[]> FillAsync(
        DocumentData data,
        Func<byte[], CancellationToken, Task<byte[]?>> layOut,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(layOut);
        if (!HasContents)
        {
            return Fill(data);
        }

        var pdf = await layOut(Fill(data, PageNumbers.Draft), ct).ConfigureAwait(false);
        return Fill(data, pdf is null ? null : PageNumbers.Read(pdf));
    }

    private byte[] Fill(DocumentData data, PageNumbers? pages)
    {
        var problems = Check(data);
        if (problems.Count > 0)
        {
            throw new TemplateException(problems);
        }

        var contents = HasContents ? Contents(data, pages) : null;
        var filled = package.Copy();
        var written = Render(filled, data, contents, compiled);
        PackageMetadata.Write(filled, data, properties.Count > 0);
        var docx = PackageWriter.Write(filled);
        written.ForEach(page => page.Return());
        Garbage.Sweep();
        return docx;
    }

    /// <summary>Headings are known once the text is written: a first round collects them.</summary>
    private TableOfContents Contents(DocumentData data, PageNumbers? pages)
    {
        var draft = package.Copy();
        var contents = new TableOfContents([], null);
        var written = Render(draft, data, contents, compiled.Take(1));
        var printed = pages?.Printed(PackageParts.Parse(draft[compiled[0].Path]));
        written.ForEach(page => page.Return());
        return new TableOfContents(contents.Entries, printed);
    }

    /// <returns>The pages on which the parts are written, to be given back when the package is.</returns>
    private List<Utf8Buffer> Render(
        PackageParts filled,
        DocumentData data,
        TableOfContents? contents,
        IEnumerable<CompiledPart> parts
    )
    {
        var session = new FillSession(filled, data) { Contents = contents };
        foreach (var part in compiled)
        {
            session.Notes.Know(part.Kind, part.Path, part.Nodes);
        }

        var written = new List<Utf8Buffer>();
        foreach (var part in parts)
        {
            var page = new PartRenderer(session, part.Path).Render(part.Nodes);
            filled[part.Path] = page.Written;
            written.Add(page);
        }

        session.Save(lacksLanguage);
        return written;
    }

    /// <summary>Controls in headers and notes are doubled or lost by editors: those get plain text.</summary>
    private static Func<string, OpenXmlPartRootElement>? Parser(string kind) =>
        kind switch
        {
            "header" => text => new Header(text),
            "footer" => text => new Footer(text),
            "footnotes" => text => new Footnotes(text),
            "endnotes" => text => new Endnotes(text),
            _ => null,
        };

    private static CompiledPart Compile(
        PackageParts package,
        string kind,
        CompileContext context,
        Func<string, OpenXmlPartRootElement> parse
    )
    {
        var path = context.Part;
        var text = SafeXml.RootText(package[path]);
        if (text.Contains(HoleMarks.Word, StringComparison.Ordinal))
        {
            throw PackageReader.Refusal(
                PackageProblems.Broken(path, "il contient un mot réservé.", "it holds a reserved word.")
            );
        }

        try
        {
            return new CompiledPart(kind, path, new PartCompiler(parse(text), context).Compile());
        }
        catch (ArgumentException)
        {
            throw PackageReader.Refusal(
                PackageProblems.Broken(path, "une partie n'est pas du texte.", "a part is not text.")
            );
        }
    }

    private sealed record CompiledPart(string Kind, string Path, IReadOnlyList<TemplateNode> Nodes);
}
