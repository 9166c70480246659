using System.Text.Json;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Connector.Tests.Cli;

/// <summary>Series said in words, read back with their dates, as typed.</summary>
public sealed class CalendarSeriesTests
{
    private const string Calendar = """
        Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire
        Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Lyon;Zone A;2026-2027
        Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Lyon;Zone A;2026-2027
        Vacances d'hiver;-;2027-02-05T23:00:00+00:00;2027-02-21T23:00:00+00:00;Lyon;Zone A;2026-2027
        Vacances d'hiver;-;2027-02-19T23:00:00+00:00;2027-03-07T23:00:00+00:00;Nantes;Zone B;2026-2027
        Prérentrée des enseignants;Enseignants;2026-08-30T22:00:00+00:00;2026-08-30T22:00:00+00:00;Lyon;Zone A;2026-2027
        Début des vacances d'été;Élèves;2027-07-02T22:00:00+00:00;2027-07-02T22:00:00+00:00;Lyon;Zone A;2026-2027
        """;

    private Terminal _terminal = null!;

    [SetUp]
    public void Start() =>
        _terminal = new Terminal
        {
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)),
        };

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task A_rule_in_words_needs_no_other_key_and_is_shown_with_its_next_five_dates()
    {
        Write("règle: le 15 de chaque mois, ou le jour ouvré suivant, de 14 h à 16 h 30");
        var said = await Run("comite");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(
            said.Out,
            Does.Contain("le 15 de chaque mois, ou le jour ouvré suivant, 14\u00a0h – 16\u00a0h\u00a030")
                .And.Contain(
                    "prochaines dates : mar. 15 déc. 2026, ven. 15 janv. 2027, lun. 15 févr. 2027, lun. 15 mars 2027, jeu. 15 avr. 2027"
                )
        );
    }

    [Test]
    public async Task Days_off_of_the_territory_move_and_leave_out_meetings()
    {
        await File.WriteAllTextAsync(_terminal.At("vacances.csv"), Calendar);
        Write(
            "règle: premier mardi du mois\n        heure: 14 h\n        durée: 2 h\n        fériés: jour-ouvré-suivant\n        vacances: semaine-suivante",
            "jours-fériés: alsace-moselle\nvacances-scolaires: vacances.csv\nzone-scolaire: A\n"
        );
        var said = await Run("comite", "--count", "3");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("mar. 1er déc. 2026, mar. 5 janv. 2027, mar. 2 févr. 2027"));
        Assert.That(
            said.Out,
            Does.Contain("mar. 6 juil. 2027 (Vacances d'été) : déplacée au mar. 7 sept. 2027")
                .Or.Contain("mar. 6 juil. 2027 (Vacances d'été) : pas de rencontre")
        );

        var json = JsonDocument.Parse((await Run("comite", "--json")).Out).RootElement;
        Assert.That(json.GetProperty("series")[0].GetProperty("dates").GetArrayLength(), Is.EqualTo(5));
    }

    [Test]
    public async Task The_calendar_of_another_zone_or_of_all_zones_is_asked_about()
    {
        await File.WriteAllTextAsync(_terminal.At("vacances.csv"), Calendar);
        Write(Plain, "vacances-scolaires: vacances.csv\n");
        Assert.That((await Run()).Errors, Does.Contain("plusieurs zones").And.Contain("Zone A, Zone B"));
        Write(Plain, "vacances-scolaires: vacances.csv\nzone-scolaire: D\n");
        Assert.That((await Run()).Errors, Does.Contain("ne connaît pas la zone « D »"));
        Write(Plain + "\n        vacances: sauter");
        Assert.That(
            (await Run()).Errors,
            Does.Contain("n'en nomme aucun calendrier").And.Contain("data.education.gouv.fr")
        );
    }

    [Test]
    public async Task The_calendar_of_a_zone_is_read_as_iCalendar_too()
    {
        await File.WriteAllTextAsync(
            _terminal.At("zone-a.ics"),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261219\r\nDTEND;VALUE=DATE:20270104\r\nSUMMARY:Vacances de Noël - Zone A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        Write(
            "règle: tous les mardis à 14 h pendant 2 h, hors vacances scolaires",
            "vacances-scolaires: zone-a.ics\n"
        );
        var said = await Run("comite");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("mar. 15 déc. 2026, mar. 5 janv. 2027"));
        Assert.That(said.Out, Does.Contain("mar. 22 déc. 2026 (Vacances de Noël) : pas de rencontre"));
        Assert.That(said.Errors, Does.Contain("Le calendrier scolaire s'arrête au dim. 3 janv. 2027"));
    }

    [TestCase(
        "premier jeudi",
        "Vouliez-vous écrire « premier jeudi du mois » ? Ce serait : jeu. 3 sept. 2026, jeu. 1er oct. 2026, jeu. 5 nov. 2026, jeu. 3 déc. 2026, jeu. 7 janv. 2027…"
    )]
    [TestCase("premeir jeudi du mios", "Vouliez-vous écrire « premier jeudi du mois » ?")]
    [TestCase("mardi", "Vouliez-vous écrire « tous les mardis » ?")]
    [TestCase("le 31 de chaque mois", "Vouliez-vous écrire « le dernier jour du mois » ?")]
    [TestCase("quand on peut", "Écrivez par exemple « premier jeudi du mois »")]
    public async Task What_is_not_understood_is_answered_with_what_may_be_meant_and_its_dates(
        string words,
        string advice
    )
    {
        Write($"règle: {words}\n        heure: 14 h\n        durée: 2 h");
        var said = await Run();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("territoire.yaml:").And.Contain(advice));
    }

    [Test]
    public async Task What_is_said_twice_or_not_at_all_is_told()
    {
        Write("règle: premier jeudi du mois à 14 h\n        heure: 15 h\n        durée: 2 h");
        Assert.That(
            (await Run()).Errors,
            Does.Contain("La clé « heure » et la règle ne disent pas la même chose.")
        );
        Write("règle: premier jeudi du mois à 14 h");
        Assert.That(
            (await Run()).Errors,
            Does.Contain("Il manque la clé « durée »").And.Contain("« … pendant 2 h »")
        );
        Write(
            "règle: premier jeudi du mois à 14 h\n        durée: 2 h\n        rappels: [un de ces jours]\n        coordonnées: ici"
        );
        Assert.That(
            (await Run()).Errors,
            Does.Contain("n'est pas un rappel").And.Contain("n'est pas une position")
        );
    }

    private const string Plain = "règle: premier jeudi du mois\n        heure: 14 h\n        durée: 2 h";

    /// <summary>The small territory with another rule of the committee, and keys at its top.</summary>
    private void Write(string rule, string top = "")
    {
        var lines = File.ReadAllText(_terminal.Territory).Split('\n').ToList();
        var start = lines.FindIndex(line => line.StartsWith("comités:", StringComparison.Ordinal));
        var at = lines.FindIndex(
            start,
            line => line.TrimStart().StartsWith("règle:", StringComparison.Ordinal)
        );
        var end = lines.FindIndex(
            at,
            line => line.StartsWith("groupes-de-travail:", StringComparison.Ordinal)
        );
        string[] kept = ["        début: 2026-09-01"];
        File.WriteAllText(
            _terminal.Territory,
            string.Join('\n', [.. Top(lines[..at], top), $"        {rule}", .. kept, .. lines[end..]])
        );
    }

    private static IEnumerable<string> Top(List<string> lines, string top) =>
        lines
            .Where(line =>
                !line.StartsWith("jours-fériés", StringComparison.Ordinal)
                && !line.StartsWith("vacances-scolaires", StringComparison.Ordinal)
                && !line.StartsWith("zone-scolaire", StringComparison.Ordinal)
            )
            .Prepend(top.TrimEnd('\n'))
            .Where(line => line.Length > 0);

    private Task<Said> Run(params string[] args) =>
        _terminal.RunAsync(["calendar", "series", .. args, "-f", _terminal.Territory]);
}
