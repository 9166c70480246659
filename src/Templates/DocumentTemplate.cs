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

    private DocumentTemplate(
        PackageParts package,
        IReadOnlyList<CompiledPart> compiled,
        IReadOnlyList<TemplateNode> properties
    )
    {
        this.package = package;
        this.compiled = compiled;
        this.properties = properties;
    }

    /// <exception cref="TemplateException">
    /// Not a .docx, too large, damaged, with macros or linked content, or with tags that cannot be read.
    /// </exception>
    public static DocumentTemplate Load(ReadOnlyMemory<byte> docx)
    {
        var package = PackageReader.Read(docx);
        var main = PackageRepair.MainPath(package);
        package.SetContentType(main, PackageRepair.MainContentType);
        PackageCleaning.Apply(package, main);
        List<CompiledPart> parts = [Compile(package, main, text => new Document(text), allowsControls: true)];
        foreach (
            var relationship in package.RelationshipsOf(main).DistinctBy(relationship => relationship.Target)
        )
        {
            if (package.Contains(relationship.Target) && Parser(relationship.Kind) is { } parse)
            {
                parts.Add(Compile(package, relationship.Target, parse, allowsControls: false));
            }
        }

        return new DocumentTemplate(package, parts, PropertyTags.Read(package));
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
        return new TagChecker(data).Check(compiled.SelectMany(part => part.Nodes).Concat(properties));
    }

    /// <summary>The finished .docx.</summary>
    /// <exception cref="TemplateException">What <see cref="Check"/> would tell, or a picture that is not a PNG.</exception>
    public byte[] Fill(DocumentData data)
    {
        var problems = Check(data);
        if (problems.Count > 0)
        {
            throw new TemplateException(problems);
        }

        var filled = package.Copy();
        var session = new FillSession(filled, data);
        foreach (var part in compiled)
        {
            filled[part.Path] = new PartRenderer(session, part.Path).Render(part.Nodes);
        }

        PackageMetadata.Write(filled, data);
        return PackageWriter.Write(filled);
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
        string path,
        Func<string, OpenXmlPartRootElement> parse,
        bool allowsControls
    )
    {
        var text = SafeXml.RootText(package[path]);
        if (text.Contains(HoleMarks.Word, StringComparison.Ordinal))
        {
            throw PackageReader.Refusal(
                PackageProblems.Broken(path, "il contient un mot réservé.", "it holds a reserved word.")
            );
        }

        try
        {
            return new CompiledPart(path, new PartCompiler(parse(text), path, allowsControls).Compile());
        }
        catch (ArgumentException)
        {
            throw PackageReader.Refusal(
                PackageProblems.Broken(path, "une partie n'est pas du texte.", "a part is not text.")
            );
        }
    }

    private sealed record CompiledPart(string Path, IReadOnlyList<TemplateNode> Nodes);
}
