using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Conversion;
using Connector.Tests.Roadmaps;

namespace Connector.Tests.Visits;

/// <summary><c>connector directory invite</c>, as typed, against the embedded server.</summary>
public sealed class InviteTrials
{
    private const string Letter =
        "Pilotage/Invitations/Invitation – Mission locale des Écrins (mission-locale).docx";

    private VisitPlace _place = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await VisitPlace.OpenAsync();
        Assert.That((await _place.ApplyAsync()).Code, Is.Zero);
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task A_letter_is_written_once_and_never_over_what_somebody_wrote()
    {
        var said = await Invite("mission-locale");
        Assert.That(said.Code, Is.EqualTo(3), said.All);
        var words = VisitPlace.Words(await _place.ReadAsync(Letter));
        Assert.That(
            words,
            Does.Contain("Mission locale des Écrins").And.Contain("3 rue du Pont, 05100 Briançon")
        );
        Assert.That(words, Does.Contain("Nous nous sommes rencontrés le 15 novembre 2026"));
        Assert.That(words, Does.Contain("emploi et formation").And.Contain("Jeunes"));
        Assert.That(words, Does.Contain("avant le 21 décembre 2026").And.Contain("Inès Le Goff"));
        Assert.That(words, Does.Not.Contain("colère"));
        Assert.That(said.Out, Does.Contain("personne ne représente Mission locale des Écrins"));

        var edited = RoadmapPlace.Reworded(await _place.ReadAsync(Letter), "Bonjour,", "Cher Loïc,");
        await _place.Place.WriteAsync(Letter, edited);
        var again = await Invite("Mission locale des Écrins");
        Assert.That(again.Out, Does.Contain("la lettre est déjà là"));
        Assert.That(await _place.ReadAsync(Letter), Is.EqualTo(edited));

        await _place.Place.Client.Files.Move(Letter, "Pilotage/Suivi/Lettre ML.docx", default);
        Assert.That((await Invite("mission-locale")).Out, Does.Contain("Pilotage/Suivi/Lettre ML.docx"));
        Assert.That(await _place.FilesAsync("Pilotage/Invitations"), Is.Empty);
    }

    [Test]
    public async Task Only_a_yes_is_written_into_the_directory_and_only_once()
    {
        var before = await File.ReadAllBytesAsync(_place.Directory);
        var asked = await Invite("mission-locale", "caf");
        Assert.That(asked.Code, Is.EqualTo(3), asked.All);
        Assert.That(await File.ReadAllBytesAsync(_place.Directory), Is.EqualTo(before));

        var said = await Invite("mission-locale", "caf", "--yes", "--until", "2027-01-08");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(_place.Rows("Organisations").Skip(1), Has.All.EndsWith("|invité"));
        Assert.That(
            _place.Rows("Rencontres").Skip(1),
            Is.EqualTo(
                new[]
                {
                    "mission-locale|2026-11-15|Inès Le Goff|Loïc Roux|rencontré|envoyer la charte|2026-12-05||Très en colère contre le maire",
                    "Mission locale des Écrins|30/11/2026|||invité|relancer l'invitation|08/01/2027",
                    "CAF des Hautes-Alpes|30/11/2026|||invité|relancer l'invitation|08/01/2027",
                }
            )
        );
        var after = await File.ReadAllBytesAsync(_place.Directory);
        var again = await Invite("mission-locale", "caf", "--yes");
        Assert.That(again.Code, Is.Zero, again.All);
        Assert.That(await File.ReadAllBytesAsync(_place.Directory), Is.EqualTo(after));
        Assert.That((await _place.ApplyAsync()).Code, Is.Zero);
        Assert.That(
            await _place.FilesAsync("Pilotage/Visites"),
            Has.Count.EqualTo(1),
            "a letter is no visit"
        );
        var due = await _place.RunAsync("directory", "visits");
        Assert.That(
            due.Out,
            Does.Contain("CAF des Hautes-Alpes – relancer l'invitation – pour le 08/01/2027")
        );
    }

    [Test]
    public async Task A_directory_on_the_server_is_told_there_and_only_once()
    {
        const string Cloud = "Pilotage/Annuaire.xlsx";
        var yaml = await File.ReadAllTextAsync(_place.Terminal.Territory);
        await File.WriteAllTextAsync(
            _place.Terminal.Territory,
            yaml.Replace("annuaire: Annuaire.xlsx", "annuaire: nextcloud", StringComparison.Ordinal)
        );
        Assert.That((await _place.ApplyAsync()).Code, Is.Zero);
        using var coordinator = _place.Place.Administrator();
        await coordinator.Write(Cloud, await File.ReadAllBytesAsync(_place.Directory));

        var said = await Invite("caf", "--yes");

        Assert.That(said.Code, Is.Zero, said.All);
        var after = await _place.ReadAsync(Cloud);
        Assert.That(
            VisitPlace.Rows(after, "Organisations"),
            Has.One.EndsWith("|invité").And.One.StartsWith("caf|")
        );
        Assert.That(
            VisitPlace.Rows(after, "Rencontres"),
            Has.One.StartsWith("CAF des Hautes-Alpes|30/11/2026")
        );
        Assert.That((await Invite("caf", "--yes")).Code, Is.Zero);
        Assert.That(await _place.ReadAsync(Cloud), Is.EqualTo(after));
    }

    [Test]
    public async Task Who_is_unknown_stops_all_with_a_name_that_is_near()
    {
        var said = await Invite("mission-local", "caf");
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("« mission-local »").And.Contain("mission-locale"));
        Assert.That(await _place.Place.Client.Files.Find("Pilotage/Invitations", default), Is.Null);
    }

    [Test]
    public async Task A_member_is_told_to_be_one_and_nothing_is_noted_of_it()
    {
        var said = await Invite("biblio", "--yes");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("est déjà membre du réseau"));
        Assert.That(
            said.Out,
            Does.Contain(
                "Noé D'Almeida : le compte « noe.d-almeida » existe ; groupes qui l'attendent : Comité stratégique, Jeunes & numérique : l'été"
            )
        );
        Assert.That(_place.Rows("Rencontres"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Letters_on_this_machine_ask_no_server_and_a_PDF_stands_beside()
    {
        _place.Terminal.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (LibreOffice.Find(_place.Terminal.Environment.GetValueOrDefault) is null)
        {
            Assert.Ignore("needs LibreOffice: soffice is not installed");
        }

        var requests = _place.Place.Server.RequestCount;
        var folder = _place.Terminal.At("lettres");
        var said = await Invite("caf", "--output", folder);
        Assert.That(said.Code, Is.EqualTo(3), said.All);
        Assert.That(_place.Place.Server.RequestCount, Is.EqualTo(requests));
        var names = Directory.GetFiles(folder).Select(path => Path.GetExtension(path)).Order();
        Assert.That(names, Is.EqualTo(new[] { ".docx", ".odt", ".pdf" }));
        var docx = await File.ReadAllBytesAsync(Directory.GetFiles(folder, "*.docx").Single());
        Assert.That(
            VisitPlace.Words(docx),
            Does.Contain("CAF des Hautes-Alpes").And.Not.Contain("rencontrés le")
        );
        var again = await Invite("caf", "--output", folder, "--json");
        using var json = JsonDocument.Parse(again.Out);
        Assert.That(
            json.RootElement.GetProperty("invitations")[0].GetProperty("isNew").GetBoolean(),
            Is.False
        );
        Assert.That(
            await File.ReadAllBytesAsync(Directory.GetFiles(folder, "*.docx").Single()),
            Is.EqualTo(docx)
        );
    }

    [Test]
    public async Task A_PDF_on_the_server_follows_the_letter_and_stays_when_somebody_changed_it()
    {
        _place.Terminal.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (LibreOffice.Find(_place.Terminal.Environment.GetValueOrDefault) is null)
        {
            Assert.Ignore("needs LibreOffice: soffice is not installed");
        }

        Assert.That((await Invite("mission-locale")).Code, Is.EqualTo(3));
        var pdf = Path.ChangeExtension(Letter, "pdf");
        var first = await _place.ReadAsync(pdf);
        Assert.That((await Invite("mission-locale")).Code, Is.EqualTo(3));
        Assert.That(await _place.ReadAsync(pdf), Is.EqualTo(first), "the same letter is not converted again");
        await _place.Place.WriteAsync(
            Letter,
            RoadmapPlace.Reworded(await _place.ReadAsync(Letter), "Bonjour,", "Cher Loïc,")
        );
        Assert.That((await Invite("mission-locale")).Out, Does.Contain(".pdf"));
        Assert.That(await _place.ReadAsync(pdf), Is.Not.EqualTo(first));
        await _place.Place.WriteAsync(pdf, "%PDF-1.7 signé"u8.ToArray());
        await _place.Place.WriteAsync(
            Letter,
            RoadmapPlace.Reworded(await _place.ReadAsync(Letter), "Cher Loïc,", "Cher collègue,")
        );
        Assert.That((await Invite("mission-locale")).Errors, Does.Contain("laissé tel quel"));
        Assert.That(await _place.ReadAsync(pdf), Is.EqualTo("%PDF-1.7 signé"u8.ToArray()));
    }

    private Task<Said> Invite(params string[] args) => _place.RunAsync(["directory", "invite", .. args]);
}
