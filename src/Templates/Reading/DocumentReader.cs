using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// Reads a filled document back after people edited it. Goes down a ladder: tag of the control, bookmark of the row,
/// title of the control, label of the column with the row's likeness, words around the field.
/// </summary>
public static class DocumentReader
{
    /// <param name="docx">The document as it is now, from any word processor.</param>
    /// <param name="template">The template it was made with.</param>
    /// <param name="known">The data it was last filled with.</param>
    /// <returns>A file that cannot be read gives <see cref="ReadDocument.Problems"/>, never an exception.</returns>
    public static ReadDocument Read(ReadOnlyMemory<byte> docx, DocumentTemplate template, DocumentData known)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(known);
        XElement edited;
        try
        {
            edited = Main(docx);
        }
        catch (TemplateException refusal)
        {
            return new ReadDocument { Problems = refusal.Problems };
        }

        var probe = new ReadingProbe(known);
        var shape = Main(template.Fill(probe.Data));
        var (rows, missing) = new TableReader(probe, known).Read(shape, edited);
        var zones = new ZoneReader(probe, shape);
        var advice = zones.Read(Main(template.Fill(probe.WithoutFreeTexts())));
        return new ReadDocument
        {
            Values =
            [
                .. new FieldReader(probe, known).Read(shape, edited),
                .. zones.Read(edited).Select(zone => ZoneReader.WithoutAdvice(zone, advice)),
            ],
            Rows = rows,
            MissingRows = missing,
        };
    }

    private static XElement Main(ReadOnlyMemory<byte> docx)
    {
        var package = PackageReader.Read(docx);
        return SafeXml.Parse(package[PackageRepair.MainPath(package)]);
    }
}
