using System.Text;
using System.Xml.Linq;

namespace Connector.Templates.Tests.Reading;

public sealed class DocumentReaderTests
{
    private static readonly XNamespace W = WordText.W;

    private static readonly DocumentTemplate Template = TestTemplates.Load(
        TestTemplates.P("Version : {{feuille.version}}")
            + TestTemplates.Table(
                ["Nom", "Porteur"],
                ["{{#liste}}", ""],
                ["{{nom}}", "{{porteur}}"],
                ["{{/liste}}", ""]
            )
    );

    private static DocumentData Data(params (string Key, string Name, string Lead)[] rows) =>
        TestTemplates
            .Data()
            .With("feuille.version", "2")
            .With(
                "liste",
                new RowsValue([
                    .. rows.Select(row =>
                        new DocumentRow(row.Key).With("nom", row.Name).With("porteur", row.Lead)
                    ),
                ])
            );

    private static readonly DocumentData Known = Data(
        ("bus", "Bus numérique", "Familles rurales"),
        ("jeunes", "Jeunes ambassadeurs", "Mission locale"),
        ("aidants", "Aidants connectés", "CCAS de Ribérac")
    );

    [Test]
    public void Untouched_document_says_what_was_put_in()
    {
        var read = DocumentReader.Read(Template.Fill(Known), Template, Known);
        Assert.Multiple(() =>
        {
            Assert.That(
                read.Values,
                Is.EqualTo([new ReadValue("feuille.version", "2", ReadRung.ControlTag, 1)])
            );
            Assert.That(Words(read), Is.EqualTo(Everything));
            Assert.That(read.Rows.Select(row => row.Rung), Is.All.EqualTo(ReadRung.ControlTag));
            Assert.That(read.MissingRows, Is.Empty);
        });
    }

    [Test]
    public void Removed_row_is_a_candidate()
    {
        var read = Read(document => Rows(document)[2].Remove());
        Assert.That(read.MissingRows, Is.EqualTo([new MissingRow("liste", "jeunes")]));
    }

    [Test]
    public void Row_deleted_under_tracking_is_a_candidate()
    {
        var read = Read(document =>
            Rows(document)[2].AddFirst(new XElement(W + "trPr", new XElement(W + "del")))
        );
        Assert.That(read.MissingRows, Is.EqualTo([new MissingRow("liste", "jeunes")]));
    }

    [Test]
    public void Copy_of_a_row_is_new_and_the_model_keeps_its_key()
    {
        var read = Read(document =>
        {
            var copy = new XElement(Rows(document)[1]);
            copy.Descendants(W + "t").First().Value = "Bus des seniors";
            Rows(document)[1].AddBeforeSelf(copy);
        });
        Assert.That(
            Words(read),
            Is.EqualTo(new[] { ": Bus des seniors, Familles rurales" }.Concat(Everything))
        );
    }

    [Test]
    public void Words_deleted_under_tracking_are_gone_and_inserted_ones_are_there()
    {
        var read = Read(document =>
        {
            var run = Rows(document)[1].Descendants(W + "r").First();
            run.AddAfterSelf(
                new XElement(W + "ins", new XElement(W + "r", new XElement(W + "t", "Car numérique")))
            );
            run.ReplaceWith(
                new XElement(W + "del", new XElement(W + "r", new XElement(W + "delText", "Bus numérique")))
            );
        });
        Assert.That(Words(read)[0], Is.EqualTo("bus: Car numérique, Familles rurales"));
    }

    [Test]
    public void Without_controls_rows_are_known_by_bookmark_and_the_field_by_its_words()
    {
        var read = Read(Unwrap);
        Assert.Multiple(() =>
        {
            Assert.That(Words(read), Is.EqualTo(Everything));
            Assert.That(read.Rows.Select(row => row.Rung), Is.All.EqualTo(ReadRung.Bookmark));
            Assert.That(read.Values.Single().Rung, Is.EqualTo(ReadRung.Heading));
            Assert.That(read.Values.Single().Text, Is.EqualTo("2"));
        });
    }

    [Test]
    public void Without_any_mark_rows_and_columns_in_another_order_are_known_by_label_and_likeness()
    {
        var read = Read(document =>
        {
            RemoveMarks(document);
            foreach (var row in Rows(document))
            {
                var cell = row.Elements(W + "tc").First();
                cell.Remove();
                row.Add(cell);
            }

            var moved = Rows(document)[1];
            moved.Remove();
            Rows(document)[^1].AddAfterSelf(moved);
        });
        Assert.Multiple(() =>
        {
            Assert.That(read.Rows.Select(row => row.Key), Is.EqualTo(["jeunes", "aidants", "bus"]));
            Assert.That(
                read.Rows[2].Values.Select(value => (value.Key, value.Text)),
                Is.EqualTo([("porteur", "Familles rurales"), ("nom", "Bus numérique")])
            );
        });
    }

    [Test]
    public void Without_any_mark_rows_are_known_by_likeness_in_the_language_of_the_document()
    {
        var row = new DocumentRow("bus")
            .With("nom", new DateValue(new DateOnly(2026, 12, 3), DateStyle.Words))
            .With("porteur", new NumberValue(18000.5m));
        var english = new DocumentData(Some.Stamp, "Trial") { Language = "en-GB" }
            .With("feuille.version", "2")
            .With("liste", new RowsValue([row]));

        var read = Read(RemoveMarks, english);

        Assert.That(read.Rows.Select(found => found.Key), Is.EqualTo(["bus"]));
    }

    [Test]
    public void Strange_file_is_a_problem_and_not_an_exception()
    {
        var read = DocumentReader.Read(Encoding.UTF8.GetBytes("bonjour"), Template, Known);
        Assert.That(read.Problems, Is.Not.Empty);
    }

    [Test]
    public void Random_words_come_back([Values(1, 2, 3, 4, 5)] int seed)
    {
        var random = new Random(seed);
        string Word() =>
            string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "aéè'«–&<9"[random.Next(9)]));
        var data = Data([.. Enumerable.Range(0, 40).Select(index => ($"k{index}", Word(), Word()))]);
        var read = DocumentReader.Read(Template.Fill(data), Template, data);
        var expected = ((RowsValue)data.Fields["liste"]).Rows.Select(row =>
            $"{row.Key}: {FieldWords.Of(row.Fields["nom"], FieldWords.French)}, {FieldWords.Of(row.Fields["porteur"], FieldWords.French)}"
        );
        Assert.That(Words(read), Is.EqualTo(expected), $"seed {seed}");
    }

    [Test]
    public void Rows_and_fields_survive_three_savings_by_LibreOffice()
    {
        var saved = LibreOffice.SavedThreeTimes(Template.Fill(Known));
        var read = DocumentReader.Read(saved, Template, Known);
        Assert.Multiple(() =>
        {
            Assert.That(Words(read), Is.EqualTo(Everything));
            Assert.That(read.Values.Single().Text, Is.EqualTo("2"));
            Assert.That(read.MissingRows, Is.Empty);
        });
    }

    private static readonly string[] Everything =
    [
        "bus: Bus numérique, Familles rurales",
        "jeunes: Jeunes ambassadeurs, Mission locale",
        "aidants: Aidants connectés, CCAS de Ribérac",
    ];

    private static List<string> Words(ReadDocument read) =>
        [
            .. read.Rows.Select(row =>
                $"{row.Key}: {string.Join(", ", row.Values.Select(value => value.Text))}"
            ),
        ];

    private static List<XElement> Rows(XElement document) => [.. document.Descendants(W + "tr")];

    private static void RemoveMarks(XElement document)
    {
        Unwrap(document);
        document
            .Descendants()
            .Where(node => node.Name == W + "bookmarkStart" || node.Name == W + "bookmarkEnd")
            .Remove();
    }

    private static void Unwrap(XElement document)
    {
        foreach (var control in document.Descendants(W + "sdt").ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Elements());
        }
    }

    private static ReadDocument Read(Action<XElement> edit, DocumentData? other = null)
    {
        var known = other ?? Known;
        return DocumentReader.Read(DocxEdit.Change(Template.Fill(known), edit), Template, known);
    }
}
