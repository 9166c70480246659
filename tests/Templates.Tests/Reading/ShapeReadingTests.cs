using System.Xml.Linq;
using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests.Reading;

/// <summary>Values of every kind, in every place where a template may show them.</summary>
public sealed class ShapeReadingTests
{
    [Test]
    public void Template_with_everything_says_what_was_put_in()
    {
        var template = DocumentTemplate.Load(EverythingTemplate.Docx);
        var read = DocumentReader.Read(
            template.Fill(EverythingTemplate.Data),
            template,
            EverythingTemplate.Data
        );
        Assert.Multiple(() =>
        {
            Assert.That(ReadBack.Differences(read, EverythingTemplate.Data), Is.Empty);
            Assert.That(
                read.Rows.Select(row => row.List).Distinct(),
                Is.EquivalentTo(["chantiers", "lieux", "mois", "affiches"])
            );
        });
    }

    private static string Box(string inside) =>
        "<w:p><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + "<mc:Choice Requires=\"wps\"><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
        + "<wp:extent cx=\"2000000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"Cadre\" descr=\"Encadré\"/>"
        + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
        + "<wps:wsp xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"2000000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></wps:spPr>"
        + $"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        + "</mc:AlternateContent></w:r></w:p>";

    internal static readonly DocumentTemplate Places = Load(
        Heading(1, "Lieu")
            + P("Ouvert le {{ouverture}}, fermé le {{fermeture}}.")
            + P("{{accueil}}")
            + Box(P("Téléphone : {{telephone}}") + P("{{places}}"))
            + Heading(1, "Équipe")
            + P("Il y a {{#equipe}}{{nom}} ({{role}}), {{/equipe}}et vous.")
            + P("{{#points}}")
            + Paragraph("ListBullet", "{{point}}")
            + P("{{#details}}")
            + Paragraph("ListBullet", "{{detail}} : {{combien}}")
            + P("{{/details}}")
            + P("{{/points}}")
            + P("{{#salles}}")
            + Heading(2, "{{salle}}")
            + Table(["Jour", "Accès"], ["{{#jours}}{{jour}}", "{{acces}} {{note}}{{/jours}}"])
            + P("Remarque : {{remarque}}")
            + P("{{/salles}}")
            + Heading(1, "Suite")
            + P("{{libre suite}} Écrivez ici.")
    );

    internal static readonly DocumentData PlacesData = TestTemplates
        .Data()
        .With("ouverture", new DateValue(new DateOnly(2026, 12, 3), DateStyle.Weekday))
        .With("fermeture", new DateValue(new DateOnly(2027, 3, 1), DateStyle.Words))
        .With("accueil", new CheckValue(true))
        .With("telephone", "05 00 00 00 00")
        .With("places", new NumberValue(1234.5m, null, "m²"))
        .With(
            "equipe",
            new RowsValue([
                new DocumentRow("a").With("nom", "Zoé").With("role", "accueil"),
                new DocumentRow("b").With("nom", "Loïc").With("role", "atelier"),
            ])
        )
        .With(
            "points",
            new RowsValue([
                Point("p1", "Le matin", ("Café", 12), ("Thé", 3)),
                Point("p2", "L'après-midi"),
                Point("p3", "Le soir", ("Soupe", 40)),
            ])
        )
        .With("salles", new RowsValue([Room("s1", "Grande salle"), Room("s2", "Petite salle")]))
        .WithFreeText("suite", "À suivre.\nBientôt.");

    private static DocumentRow Point(string key, string point, params (string What, int Count)[] details) =>
        new DocumentRow(key)
            .With("point", point)
            .With(
                "details",
                new RowsValue([
                    .. details.Select(
                        (detail, index) =>
                            new DocumentRow($"d{index}")
                                .With("detail", detail.What)
                                .With("combien", new NumberValue(detail.Count))
                    ),
                ])
            );

    private static DocumentRow Room(string key, string name) =>
        new DocumentRow(key)
            .With("salle", name)
            .With("remarque", $"Chauffée : {name}")
            .With(
                "jours",
                new RowsValue([
                    new DocumentRow("lundi")
                        .With("jour", new DateValue(new DateOnly(2026, 12, 7)))
                        .With("acces", new ChoiceValue("Libre", ["Libre", "Sur rendez-vous"]))
                        .With("note", "rez-de-chaussée"),
                    new DocumentRow("mardi")
                        .With("jour", new DateValue(null))
                        .With("acces", new ChoiceValue(null, ["Libre", "Sur rendez-vous"]))
                        .With("note", ""),
                ])
            );

    [Test]
    public void Values_of_every_kind_in_every_place_come_back()
    {
        var read = DocumentReader.Read(Places.Fill(PlacesData), Places, PlacesData);
        Assert.Multiple(() =>
        {
            Assert.That(ReadBack.Differences(read, PlacesData), Is.Empty);
            Assert.That(
                read.Values.Select(value => value.Key),
                Is.EquivalentTo(["ouverture", "fermeture", "accueil", "telephone", "places", "libre suite"])
            );
            Assert.That(
                read.Rows.Select(row => row.List).Distinct(),
                Is.EqualTo(["equipe", "points", "salles"])
            );
        });
    }

    [TestCase("jeudi 3 décembre 2026", "03/12/26", "2026-12-03")]
    [TestCase("jeudi 3 décembre 2026", "vendredi 4 décembre", "2026-12-04")]
    [TestCase("1er\u00A0mars 2027", "1er avril 2027", "2027-04-01")]
    [TestCase("1er\u00A0mars 2027", "le 2 mars", "2027-03-02")]
    public void Dates_are_read_as_people_type_them(string old, string typed, string day) =>
        Assert.That(
            Typed(old, typed)
                .Values.Select(value => value.Value)
                .OfType<DateValue>()
                .Select(date => date.Date),
            Has.Member(DateOnly.Parse(day, null))
        );

    [Test]
    public void Numbers_choices_and_boxes_are_read_as_such()
    {
        var read = Read(document =>
        {
            Type(document, "1\u202F234,5\u00A0m²", "1300 m²");
            Type(document, "Libre", "sur rendez-vous");
            Type(document, "☒", "☐");
        });
        Assert.Multiple(() =>
        {
            Assert.That(Value(read, "places"), Is.EqualTo(new NumberValue(1300, null, "m²")));
            Assert.That(Value(read, "accueil"), Is.EqualTo(new CheckValue(false)));
            Assert.That(
                read.Rows.First(row => row.List == "salles").Rows[0].Values[1].Value,
                Is.InstanceOf<ChoiceValue>().With.Property("Chosen").EqualTo("Sur rendez-vous")
            );
        });
    }

    [Test]
    public void Words_of_another_kind_are_left_to_a_person()
    {
        var read = Read(document => Type(document, "jeudi 3 décembre 2026", "bientôt"));
        var opening = read.Values.Single(value => value.Key == "ouverture");
        Assert.Multiple(() =>
        {
            Assert.That(opening.Value, Is.EqualTo(new TextValue("bientôt")));
            Assert.That(opening.Confidence, Is.LessThanOrEqualTo(0.5));
        });
    }

    [Test]
    public void List_item_that_a_person_adds_is_new_and_one_taken_out_is_a_candidate()
    {
        var read = Read(document =>
        {
            var item = Find(document, "Le matin");
            var copy = new XElement(item);
            copy.Descendants(WordText.W + "sdt").Single().ReplaceWith(Words("À midi"));
            copy.Elements()
                .Where(mark => mark.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal))
                .Remove();
            Find(document, "L'après-midi").AddBeforeSelf(copy);
            Find(document, "Thé : 3").Remove();
        });
        Assert.Multiple(() =>
        {
            Assert.That(
                read.Rows.Where(row => row.List == "points")
                    .Select(row => (row.Key, row.Values.Single().Text)),
                Is.EqualTo([("p1", "Le matin"), (null, "À midi"), ("p2", "L'après-midi"), ("p3", "Le soir")])
            );
            Assert.That(read.MissingRows, Is.EqualTo([new MissingRow("points.p1.details", "d1")]));
        });
    }

    [Test]
    public void Paragraphs_of_peoples_own_push_nothing_out_of_place()
    {
        var read = Read(document =>
        {
            foreach (
                var paragraph in document.Descendants(WordText.W + "body").Elements(WordText.W + "p").ToList()
            )
            {
                paragraph.AddBeforeSelf(new XElement(WordText.W + "p", Words("Pensez à relire.")));
            }

            Type(document, "Équipe", "Notre équipe");
        });
        Assert.Multiple(() =>
        {
            Assert.That(read.MissingRows, Is.Empty);
            Assert.That(
                read.Rows.Where(row => row.Key is not null).Select(row => row.Key),
                Is.EqualTo(["a", "b", "p1", "p2", "p3", "s1", "s2"])
            );
            Assert.That(Value(read, "telephone"), Is.EqualTo(new TextValue("05 00 00 00 00")));
        });
    }

    [Test]
    public void Document_that_is_another_one_is_one_clear_problem()
    {
        var other = new DocumentData(Some.Stamp with { Id = "autre" }, "Autre").With("nom", "x");
        var template = Load(P("{{nom}}"));
        Assert.Multiple(() =>
        {
            Assert.That(Codes(template.Fill(other)), Is.EqualTo(["other-document"]));
            Assert.That(
                Codes(BuiltInTemplates.Minutes.Fill((Some.Minutes() with { Stamp = Some.Stamp }).ToData())),
                Is.EqualTo(["other-template"])
            );
        });
    }

    private static IEnumerable<string> Codes(byte[] docx)
    {
        var read = DocumentReader.Read(docx, Places, PlacesData);
        Assert.That(read.Values.Count + read.Rows.Count + read.MissingRows.Count, Is.Zero);
        return read.Problems.Select(problem => problem.Code);
    }

    private static ReadDocument Typed(string old, string typed) =>
        Read(document => Type(document, old, typed));

    private static ReadDocument Read(Action<XElement> edit) =>
        DocumentReader.Read(DocxEdit.Change(Places.Fill(PlacesData), edit), Places, PlacesData);

    private static FieldValue Value(ReadDocument read, string key) =>
        read.Values.Single(value => value.Key == key).Value;

    private static void Type(XElement document, string old, string words) =>
        document
            .Descendants(WordText.W + "t")
            .First(text => WordSet.Plain(text.Value) == WordSet.Plain(old))
            .Value = words;

    private static XElement Find(XElement document, string words) =>
        document
            .Descendants(WordText.W + "p")
            .First(paragraph => WordSet.Plain(WordText.Of(paragraph)) == WordSet.Plain(words));

    private static XElement Words(string words) =>
        new(WordText.W + "r", new XElement(WordText.W + "t", words));
}
