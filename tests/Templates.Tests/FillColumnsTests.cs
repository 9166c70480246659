using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class FillColumnsTests
{
    private static readonly RowsValue Months = new([
        new DocumentRow("m1").With("mois", "janvier"),
        new DocumentRow("m2").With("mois", "février"),
        new DocumentRow("m3").With("mois", "mars"),
    ]);

    private static DocumentRow Group(string key, string name, params (string Month, string Count)[] counts) =>
        new DocumentRow(key)
            .With("nom", name)
            .With(
                "mois",
                new RowsValue([
                    .. counts.Select(count => new DocumentRow(count.Month).With("nombre", count.Count)),
                ])
            );

    private static string Body =>
        Table(
            ["Groupe", "{{#colonnes mois}}{{mois.mois}}{{/mois}}", "Total"],
            ["{{#groupes}}{{nom}}", "{{nombre}}", "{{total}}{{/groupes}}"]
        ) + P("fin");

    private static DocumentData Data(RowsValue months) =>
        TestTemplates
            .Data()
            .With("mois", months)
            .With(
                "groupes",
                new RowsValue([
                    Group("a", "Bus", ("m1", "3"), ("m3", "5")).With("total", "8"),
                    Group("b", "Lieux", ("m2", "1")).With("total", "1"),
                ])
            )
            .With("nombre", "0");

    [Test]
    public void Columns_repeat_in_every_row_with_the_row_s_own_value()
    {
        var docx = Load(Body).Fill(Data(Months));

        Assert.Multiple(() =>
        {
            Assert.That(
                Rows(docx),
                Is.EqualTo(
                    new[]
                    {
                        "Groupe | janvier | février | mars | Total",
                        "Bus | 3 | 0 | 5 | 8",
                        "Lieux | 0 | 1 | 0 | 1",
                    }
                )
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Table_stays_as_wide_as_drawn()
    {
        var widths = Docx.Open(
            Load(Body).Fill(Data(Months)),
            document =>
                Docx.Body(document)
                    .Descendants<GridColumn>()
                    .Select(column => int.Parse(column.Width!.Value!, null))
                    .ToList()
        );

        Assert.That(widths, Is.EqualTo(new[] { 1200, 1200, 1200, 1200, 1200 }));
    }

    [Test]
    public void Without_columns_the_rest_of_the_table_remains()
    {
        var docx = Load(Body).Fill(Data(Names()));

        Assert.Multiple(() =>
        {
            Assert.That(Rows(docx)[0], Is.EqualTo("Groupe | Total"));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Title_over_the_columns_grows_with_them()
    {
        var body =
            Table(["", "{{#colonnes mois}}{{mois.mois}}{{/mois}}", ""])
                .Replace(
                    "<w:tr>",
                    "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"6000\" w:type=\"dxa\"/><w:gridSpan w:val=\"3\"/></w:tcPr>"
                        + P("Année")
                        + "</w:tc></w:tr><w:tr>"
                ) + P("fin");
        var docx = Load(body).Fill(Data(Months));

        Assert.Multiple(() =>
        {
            Assert.That(
                Docx.Open(docx, document => Docx.Body(document).Descendants<GridSpan>().Single().Val?.Value),
                Is.EqualTo(5)
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Marks_that_are_not_in_one_row_are_refused()
    {
        var problems = Problems(() => Load(P("{{#colonnes mois}}x{{/mois}}")));

        Assert.That(problems.Single().Code, Is.EqualTo("columns-outside-row"));
    }

    private static List<string> Rows(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Descendants<TableRow>()
                    .Select(row =>
                        string.Join(" | ", row.Elements<TableCell>().Select(cell => cell.InnerText))
                    )
                    .ToList()
        );
}
