using System.IO.Compression;
using System.Xml.Linq;

namespace Connector.Cli.Demo.Year;

/// <summary>
/// What a person does to a document in a word processor: types, ticks, chooses, fills rows of tables. Knows nothing of how the
/// document was made.
/// </summary>
internal sealed class DocumentPen
{
    private const string Part = "word/document.xml";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private readonly XElement _root;

    private DocumentPen(XElement root) => _root = root;

    /// <param name="docx">The whole file.</param>
    /// <param name="edit">What is done to it.</param>
    public static byte[] Edit(byte[] docx, Action<DocumentPen> edit)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry(Part)!.Open();
            var root = XElement.Load(part, LoadOptions.PreserveWhitespace);
            edit(new DocumentPen(root));
            part.SetLength(0);
            root.Save(part, SaveOptions.DisableFormatting);
        }

        return file.ToArray();
    }

    /// <summary>The words of the first column of a table, below its header.</summary>
    public IReadOnlyList<string> FirstColumn(string table) =>
        Table(table) is { } found ? [.. Rows(found).Skip(1).Select(row => Words(Cells(row)[0]))] : [];

    /// <summary>Types over what stands below a heading; whether there is such a heading.</summary>
    public bool Say(string heading, string words)
    {
        var below = _root
            .Descendants(W + "p")
            .FirstOrDefault(one => Words(one) == heading && one.Ancestors(W + "tbl").FirstOrDefault() is null)
            ?.ElementsAfterSelf(W + "p")
            .FirstOrDefault();
        if (below is null)
        {
            return false;
        }

        Type(below, words);
        return true;
    }

    /// <summary>Adds a paragraph below a heading, before what stands there.</summary>
    public void Add(string heading, string words) =>
        _root
            .Descendants(W + "p")
            .First(one => Words(one) == heading)
            .AddAfterSelf(new XElement(W + "p", Run(words)));

    /// <summary>Another word beside a label.</summary>
    public void Choose(string label, string word)
    {
        var cell = _root.Descendants(W + "tc").First(one => Words(one) == label);
        Type(cell.ElementsAfterSelf(W + "tc").First(), word);
    }

    /// <summary>Ticks the box of a column in the row that begins so.</summary>
    public void Tick(string table, string first, string column)
    {
        var box = Cell(table, first, column);
        box.Descendants(W14 + "checked").First().SetAttributeValue(W14 + "val", "1");
        box.Descendants(W + "t").First().Value = "\u2612";
    }

    /// <summary>Types over a cell in the row that begins so.</summary>
    public void Overtype(string table, string first, string column, string word) =>
        Type(Cell(table, first, column), word);

    /// <summary>Fills the first empty row of a table.</summary>
    public void Fill(string table, params string[] words) => Fill(Empty(table), words);

    /// <summary>Inserts a row above the first empty one of a table, and fills it.</summary>
    public void Insert(string table, params string[] words)
    {
        var empty = Empty(table);
        var row = new XElement(empty);
        empty.AddBeforeSelf(row);
        Fill(row, words);
    }

    private XElement Empty(string table) =>
        Rows(Table(table)!).Skip(1).First(one => Words(Cells(one)[0]).Length == 0);

    private static void Fill(XElement row, string[] words)
    {
        foreach (var (cell, word) in Cells(row).Zip(words))
        {
            Type(cell, word);
        }
    }

    private XElement Cell(string table, string first, string column)
    {
        var found = Table(table)!;
        var index = Cells(Rows(found)[0]).FindIndex(cell => Words(cell) == column);
        return Cells(Rows(found).First(row => Words(Cells(row)[0]) == first))[index];
    }

    private XElement? Table(string label) =>
        _root.Descendants(W + "tbl").FirstOrDefault(table => Words(Cells(Rows(table)[0])[0]) == label);

    private static List<XElement> Rows(XElement table) => [.. table.Descendants(W + "tr")];

    private static List<XElement> Cells(XElement row) => [.. row.Descendants(W + "tc")];

    private static string Words(XElement element) =>
        string.Concat(element.Descendants(W + "t").Select(text => text.Value)).Trim();

    /// <summary>Into the control that is there, if any, which then shows words of its own.</summary>
    private static void Type(XElement place, string words)
    {
        place.Descendants(W + "showingPlcHdr").Remove();
        if (place.Name == W + "p")
        {
            place.Element(W + "pPr")?.Remove();
        }

        var texts = place.Descendants(W + "t").ToList();
        if (texts.Count == 0)
        {
            (place.Name == W + "p" ? place : place.Elements(W + "p").First()).Add(Run(words));
            return;
        }

        texts[0].Value = words;
        texts[0].Parent!.Elements(W + "rPr").Elements(W + "color").Remove();
        texts.Skip(1).Remove();
    }

    private static XElement Run(string words) => new(W + "r", new XElement(W + "t", words));
}
