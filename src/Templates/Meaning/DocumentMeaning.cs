using System.Security.Cryptography;
using System.Text;

namespace Connector.Templates;

/// <summary>
/// What a document says, without how it looks: its paragraphs and the cells of its tables, in reading order, in
/// one spelling of spaces, hyphens and apostrophes. Opening and saving the file in a word processor does not change
/// it; a word, a figure or a row more does.
/// </summary>
/// <remarks>
/// Left out: styles and pictures' pixels, headers and footers, comments, tables of contents and other fields that a
/// word processor computes (page numbers, today's date), paragraphs and rows without words, and the table of
/// signatures: signing must not change what is signed. Changes under tracking count as if they were accepted.
/// </remarks>
public sealed record DocumentMeaning
{
    /// <summary>Named in the fingerprint, so that another way to read a document can never pass for this one.</summary>
    private const string Method = "connector-meaning-1";

    private const char CellEnd = '\u001F';

    private DocumentMeaning(IReadOnlyList<string> lines) => Lines = lines;

    /// <summary>One paragraph or table row each; the cells of a row are joined by U+001F.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>SHA-256 of the meaning in UTF-8: 64 hexadecimal digits, lower case.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Method}\n{string.Join('\n', Lines)}"))
        );

    /// <summary>The first twelve digits, as people compare them: <c>9f2c 41ab 07de</c>.</summary>
    public static string Abridged(string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return string.Join(' ', fingerprint.Take(12).Chunk(4).Select(digits => new string(digits)));
    }

    /// <exception cref="TemplateException">The file is no .docx, is damaged, or is refused for safety.</exception>
    public static DocumentMeaning Read(ReadOnlyMemory<byte> docx)
    {
        var package = PackageReader.Read(docx);
        var lines = new MeaningReader(package).Lines();
        return new DocumentMeaning(lines);
    }

    /// <summary>A line as people read it: the cells of a row apart.</summary>
    public static string Readable(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Replace($"{CellEnd}", " | ", StringComparison.Ordinal);
    }

    internal static string Row(IEnumerable<string> cells) => string.Join(CellEnd, cells);
}
