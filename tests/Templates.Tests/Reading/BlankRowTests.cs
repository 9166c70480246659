using System.IO.Compression;
using System.Xml.Linq;

namespace Connector.Templates.Tests.Reading;

/// <summary>Who types into a row that minutes keep free has taken a decision, like who inserts a row.</summary>
public sealed class BlankRowTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [TestCase(new[] { 0 }, true)]
    [TestCase(new[] { 1 }, true)]
    [TestCase(new[] { 0, 1, 2 }, true)]
    [TestCase(new[] { 0 }, false)]
    [TestCase(new[] { 1 }, false)]
    [TestCase(new[] { 0, 1, 2 }, false)]
    public void Decisions_typed_into_blank_rows_are_read(int[] rows, bool hasOthers)
    {
        var content = Some.Minutes();
        if (!hasOthers)
        {
            content = content with { Decisions = [] };
        }

        var data = content.ToData();
        var typed = Typed(BuiltInTemplates.Minutes.Fill(data), rows);
        var read = DocumentReader.Read(typed, BuiltInTemplates.Minutes, data);
        var decisions = read.Rows.Where(row => row.List == "decisions").ToList();
        TestContext.Out.WriteLine(ReadBack.Tell(read));
        Assert.Multiple(() =>
        {
            Assert.That(
                decisions.Where(row => row.Key is null).Select(Words),
                Is.EqualTo(rows.Select(row => $"Ouvrir le samedi {row}, Mairie {row}"))
            );
            Assert.That(
                decisions.Where(row => row.Key is not null).Select(row => row.Key),
                Is.EqualTo(content.Decisions.Select(decision => decision.Key))
            );
            Assert.That(read.MissingRows, Is.Empty);
        });
    }

    private static string Words(ReadRow row) =>
        string.Join(
            ", ",
            row.Values.Select(value => value.Value).OfType<TextValue>().Select(text => text.Text)
        );

    private static byte[] Typed(byte[] docx, int[] rows)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            XDocument document;
            using (var read = entry.Open())
            {
                document = XDocument.Load(read);
            }

            var blank = document
                .Descendants(W + "tbl")
                .Single(table => table.Descendants(W + "t").Any(text => text.Value == "Décision"))
                .Elements(W + "tr")
                .Where(row => !row.Descendants(W + "t").Any(text => text.Value.Trim().Length > 0))
                .ToList();
            foreach (var number in rows)
            {
                var cells = blank[number].Elements(W + "tc").ToList();
                Type(cells[0], $"Ouvrir le samedi {number}");
                Type(cells[1], $"Mairie {number}");
            }

            entry.Delete();
            using var write = zip.CreateEntry("word/document.xml").Open();
            document.Save(write, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }

    private static void Type(XElement cell, string words) =>
        cell.Elements(W + "p").First().Add(new XElement(W + "r", new XElement(W + "t", words)));
}
