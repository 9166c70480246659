using System.Globalization;
using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests.Reading;

/// <summary>
/// A document that is edited in LibreOffice with the commands of its menus and keys, and read back: values, and by which
/// clue and how surely they were found. Ignored where LibreOffice or its Python bridge is not installed.
/// </summary>
[TestFixture]
internal sealed class OfficeEditTests
{
    private static readonly string[] Edits =
    [
        "insert_row",
        "copy_row",
        "press_enter",
        "press_enter_odt",
        "overtype",
        "reorder",
        "track",
        "track_in_control",
        "accept",
        "add_items",
        "nothing_odt",
    ];

    private static readonly DocumentTemplate Template = Load(
        Heading(1, "Réunion")
            + P("Lieu : {{lieu}}")
            + P("Date : {{date}}")
            + P("Résumé : {{resume}}")
            + Heading(1, "Actions")
            + Table(
                ["Nom", "Porteur", "Échéance", "Statut"],
                ["{{#actions}}{{nom}}", "{{porteur}}", "{{echeance}}", "{{statut}}{{/actions}}"]
            )
            + Heading(1, "Ordre du jour")
            + P("{{#points}}")
            + Paragraph("ListNumber", "{{point}}")
            + P("{{/points}}")
            + Heading(1, "Notes")
            + P("{{libre notes}} Écrivez ici.")
    );

    private static readonly string[] Statuses = ["à faire", "en cours", "fait"];

    private static readonly DocumentData Known = TestTemplates
        .Data()
        .With("lieu", "Salle 2")
        .With("resume", "La première ligne.\nLa seconde.")
        .With("date", new DateValue(new DateOnly(2026, 12, 3)))
        .With(
            "actions",
            new RowsValue([
                Action("bus", "Bus numérique", "Familles rurales", 1),
                Action("jeunes", "Jeunes ambassadeurs", "Mission locale", 2),
                Action("aidants", "Aidants connectés", "CCAS de Ribérac", 0),
            ])
        )
        .With("points", new RowsValue([Point("p1", "Tour de table"), Point("p2", "Budget 2027")]))
        .WithFreeText("notes", "Rien à signaler.");

    private string folder = "";

    private static DocumentRow Action(string key, string name, string lead, int status) =>
        new DocumentRow(key)
            .With("nom", name)
            .With("porteur", lead)
            .With("echeance", new DateValue(new DateOnly(2027, 1, 15)))
            .With("statut", new ChoiceValue(Statuses[status], Statuses));

    private static DocumentRow Point(string key, string words) => new DocumentRow(key).With("point", words);

    [OneTimeSetUp]
    public void Edit()
    {
        folder = Directory.CreateTempSubdirectory("connector-edits").FullName;
        File.WriteAllBytes(Path.Combine(folder, "document.docx"), Template.Fill(Known));
        var script = Path.Combine(TestContext.CurrentContext.TestDirectory, "Reading", "office_edits.py");
        LibreOffice.Python("import uno", []);
        LibreOffice.Python(File.ReadAllText(script), [folder, .. Edits]);
    }

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Inserted_row_is_new()
    {
        var read = Read("insert_row");
        Assert.Multiple(() =>
        {
            Assert.That(Keys(read), Is.EqualTo(["bus", "jeunes", null, "aidants"]));
            Assert.That(
                Told(read.Rows[2]),
                Is.EqualTo("Carte des lieux, MSA, 2027-03-04, en cours: TableHeader 0.6")
            );
            Assert.That(Clues(read.Rows[2]), Is.All.EqualTo((ReadRung.TableHeader, 0.9)));
            Assert.That(
                Told(read.Rows[3]),
                Is.EqualTo("Aidants connectés, CCAS de Ribérac, 2027-01-15, à faire: Bookmark 0.95")
            );
            Assert.That(read.MissingRows, Is.Empty);
        });
    }

    [Test]
    public void Copied_and_pasted_row_is_new_and_its_model_keeps_the_key()
    {
        var read = Read("copy_row");
        Assert.Multiple(() =>
        {
            Assert.That(Keys(read), Is.EqualTo(["bus", "jeunes", null, "aidants"]));
            Assert.That(
                Told(read.Rows[0]),
                Is.EqualTo("Bus numérique, Familles rurales, 2027-01-15, en cours: Bookmark 0.95")
            );
            Assert.That(
                Told(read.Rows[2]),
                Is.EqualTo("Car des seniors, Familles rurales, 2027-01-15, en cours: TableHeader 0.6")
            );
            Assert.That(read.MissingRows, Is.Empty);
        });
    }

    [Test]
    public void Enter_pressed_in_a_control_changes_no_word() =>
        Assert.That(
            Told(Read("press_enter").Rows[0]),
            Is.EqualTo("Bus numérique, Familles rurales, 2027-01-15, en cours: Bookmark 0.95")
        );

    [Test]
    public void Enter_pressed_in_a_field_without_control_leaves_both_lines_to_it()
    {
        var read = Read("press_enter_odt");
        Assert.Multiple(() =>
        {
            Assert.That(
                Told(read.Rows[0]),
                Is.EqualTo("Bus\n numérique, Familles\n rurales, 2027-01-15, en cours: Bookmark 0.95")
            );
            Assert.That(Clues(read.Rows[0]), Is.All.EqualTo((ReadRung.TableHeader, 0.9)));
            Assert.That(Value(read, "lieu").Text, Is.EqualTo("Salle\n 2"));
            Assert.That(Value(read, "lieu").Rung, Is.EqualTo(ReadRung.Heading));
            Assert.That(Value(read, "date").Value, Is.EqualTo(Known.Fields["date"]));
        });
    }

    [Test]
    public void Field_that_is_typed_over_has_the_new_words()
    {
        var read = Read("overtype");
        Assert.Multiple(() =>
        {
            Assert.That(
                Value(read, "lieu"),
                Is.EqualTo(new ReadValue("lieu", "Salle du conseil", ReadRung.ControlTitle, 0.9))
            );
            Assert.That(Value(read, "date").Value, Is.EqualTo(new DateValue(new DateOnly(2027, 1, 7))));
            Assert.That(
                (Value(read, "date").Rung, Value(read, "date").Confidence),
                Is.EqualTo((ReadRung.Heading, 0.7))
            );
            Assert.That(
                Told(read.Rows[1]),
                Is.EqualTo("Jeunes ambassadeurs, Unis-Cité, 2027-01-15, fait: Bookmark 0.95")
            );
            Assert.That(Clues(read.Rows[1])[1], Is.EqualTo((ReadRung.ControlTitle, 0.9)));
        });
    }

    [Test]
    public void Row_that_is_cut_and_pasted_elsewhere_is_known_by_its_words()
    {
        var read = Read("reorder");
        Assert.Multiple(() =>
        {
            Assert.That(Keys(read), Is.EqualTo(["aidants", "bus", "jeunes"]));
            Assert.That(
                Told(read.Rows[0]),
                Is.EqualTo("Aidants connectés, CCAS de Ribérac, 2027-01-15, à faire: TableHeader 0.8")
            );
            Assert.That(read.MissingRows, Is.Empty);
        });
    }

    /// <summary>
    /// LibreOffice 7.4 writes XML that nobody can read when a change is tracked inside a control (the control ends within
    /// the change), and the words several times.
    /// </summary>
    [Test]
    public void Change_tracked_in_a_control_is_read_or_refused_with_a_sentence()
    {
        var read = Read("track_in_control");
        if (read.Problems.Count > 0)
        {
            Assert.That(read.Problems.Select(problem => problem.Code), Is.EqualTo(["bad-package"]));
            Assert.That(read.Rows, Is.Empty);
        }
        else
        {
            Assert.That(Value(read, "lieu").Text, Is.EqualTo("Salle du conseil"));
        }
    }

    [Test]
    public void Changes_that_are_tracked_count_as_made() =>
        HoldChanges(Read("track"), "bus", "jeunes", "aidants");

    [Test]
    public void Changes_that_are_accepted_are_made() => HoldChanges(Read("accept"), "bus", "jeunes");

    private static void HoldChanges(ReadDocument read, params string[] keys) =>
        Assert.Multiple(() =>
        {
            Assert.That(
                Value(read, "resume"),
                Is.EqualTo(new ReadValue("resume", "La première ligne.\nLa dernière.", ReadRung.Heading, 0.6))
            );
            Assert.That(
                Value(read, "libre notes"),
                Is.EqualTo(new ReadValue("libre notes", "Rien à redire.", ReadRung.Heading, 0.9))
            );
            Assert.That(Keys(read), Is.EqualTo(keys));
            Assert.That(
                read.MissingRows.Select(row => row.Key),
                Is.EqualTo(new[] { "bus", "jeunes", "aidants" }.Except(keys))
            );
        });

    [Test]
    public void List_item_that_is_added_with_Enter_is_new()
    {
        var points = Read("add_items").Rows.Where(row => row.List == "points").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(points.Select(row => row.Key), Is.EqualTo(["p1", "p2", null]));
            Assert.That(
                points[2].Values,
                Is.EqualTo([new ReadValue("point", "Questions diverses", ReadRung.Place, 0.5)])
            );
            Assert.That((points[1].Rung, points[1].Confidence), Is.EqualTo((ReadRung.Bookmark, 0.95)));
        });
    }

    [Test]
    public void Saved_as_ODT_and_back_it_says_what_was_put_in()
    {
        var read = Read("nothing_odt");
        Assert.Multiple(() =>
        {
            Assert.That(ReadBack.Differences(read, Known), Is.Empty);
            Assert.That(read.Rows.Select(row => row.Rung), Is.All.EqualTo(ReadRung.Bookmark));
            Assert.That(
                read.Rows.SelectMany(Clues),
                Is.All.EqualTo((ReadRung.TableHeader, 0.9)).Or.EqualTo((ReadRung.Bookmark, 0.8))
            );
        });
    }

    private ReadDocument Read(string edit) =>
        DocumentReader.Read(File.ReadAllBytes(Path.Combine(folder, edit + ".docx")), Template, Known);

    private static ReadValue Value(ReadDocument read, string key) =>
        read.Values.Single(value => value.Key == key);

    private static IEnumerable<string?> Keys(ReadDocument read) =>
        read.Rows.Where(row => row.List == "actions").Select(row => row.Key);

    private static string Told(ReadRow row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", row.Values.Select(Words))}: {row.Rung} {row.Confidence}"
        );

    private static string Words(ReadValue value) =>
        value.Value switch
        {
            DateValue { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ChoiceValue choice => choice.Chosen ?? "",
            _ => value.Text,
        };

    private static List<(ReadRung, double)> Clues(ReadRow row) =>
        [.. row.Values.Select(value => (value.Rung, value.Confidence))];
}
