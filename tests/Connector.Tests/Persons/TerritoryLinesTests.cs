using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Persons;
using Connector.Reports;
using Connector.TerritoryFiles.Records;
using Connector.Testing;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Persons;

/// <summary>A person's lines of a territory file, and nobody else's.</summary>
public sealed class TerritoryLinesTests
{
    private const string Yaml = """
        nom: X   # le pays
        coordinateurs: [zoe, ines.testard, noe]
        comités:
          - id: comite
            membres: [ines.testard]
        personnes:
          # celle d'avant
          - id: zoe
            nom: Zoé
          - id: ines.testard   # arrivée en mai
            nom: Inès Testard
            courriel: a@exemple.fr   # le bon

          # celui d'après
          - { id: noe, nom: Noé }
        groupes-de-travail:
          - id: gt
            animation:
              - ines.testard   # pour l'instant
              - noe
        """;

    private string _path = "";

    [SetUp]
    public void Write()
    {
        _path = Path.Combine(
            Directory.CreateTempSubdirectory("connector-lines-").FullName,
            "territoire.yaml"
        );
        File.WriteAllText(_path, Yaml);
    }

    [TearDown]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Test]
    public void Erasing_takes_whole_lines_and_keeps_every_comment_of_others()
    {
        var lines = TerritoryLines.Open(_path)!;
        Assert.That(lines.Erase("ines.testard"), Is.EqualTo(new[] { 2, 5, 10, 11, 12, 19 }));
        Assert.That(
            lines.Text,
            Is.EqualTo(
                """
                nom: X   # le pays
                coordinateurs: [zoe, noe]
                comités:
                  - id: comite
                    membres: []
                personnes:
                  # celle d'avant
                  - id: zoe
                    nom: Zoé

                  # celui d'après
                  - { id: noe, nom: Noé }
                groupes-de-travail:
                  - id: gt
                    animation:
                      - noe
                """
            )
        );
    }

    [Test]
    public void Setting_changes_a_value_and_keeps_its_comment()
    {
        var lines = TerritoryLines.Open(_path)!;
        Assert.That(lines.Set("ines.testard", PersonRecord.Email, "b@exemple.fr"), Is.EqualTo(12));
        Assert.That(lines.Text, Does.Contain("    courriel: b@exemple.fr   # le bon\n"));
    }

    [Test]
    public void Setting_adds_a_line_where_there_is_none()
    {
        var lines = TerritoryLines.Open(_path)!;
        Assert.That(lines.Set("ines.testard", ConsentRecord.ObjectedOn, "2026-11-30"), Is.EqualTo(11));
        Assert.That(
            lines.Text,
            Does.Contain("# arrivée en mai\n    opposition-le: 2026-11-30\n    nom: Inès")
        );
    }

    [Test]
    public void A_person_on_one_line_is_left_to_the_coordinator_s_hand() =>
        Assert.That(TerritoryLines.Open(_path)!.Set("noe", PersonRecord.Email, "b@exemple.fr"), Is.Null);

    [Test]
    public void Retention_tells_who_is_due_and_who_has_no_date()
    {
        var territory = Some.Territory() with
        {
            People =
            [
                Somebody("ancien", new DateOnly(2024, 11, 16)),
                Somebody("recent", new DateOnly(2024, 11, 17)),
                Somebody("sans", null),
            ],
        };
        var report = RetentionRun.Run(territory, new DateOnly(2026, 11, 16), null);
        Assert.That(
            report.Traces.Select(trace => trace.Where.French),
            Is.EqualTo(new[] { "ancien (ancien)", "sans (sans)" })
        );
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.ChangesPending));
        Assert.That(
            RetentionRun.Run(territory, new DateOnly(2026, 11, 16), 36).Outcome,
            Is.EqualTo(RunOutcome.Done)
        );
    }

    private static Person Somebody(string id, DateOnly? last) =>
        new()
        {
            Id = id,
            Name = id,
            Consent = new Consent { LastContact = last },
        };
}
