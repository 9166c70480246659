using Connector.Tests.Roadmaps;

namespace Connector.Tests.Visits;

/// <summary>The report of each visit in the coordinators' folder, made by <c>apply</c> on the embedded server.</summary>
public sealed class VisitReportTrials
{
    private const string Report = "Pilotage/Visites/2026-11-15 Mission locale des Écrins.docx";

    private VisitPlace _place = null!;

    [SetUp]
    public async Task Start() => _place = await VisitPlace.OpenAsync();

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task A_visit_gets_its_report_once_with_what_is_known_and_without_private_notes()
    {
        var said = await _place.ApplyAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        var words = VisitPlace.Words(await _place.ReadAsync(Report));
        Assert.That(
            words,
            Does.Contain("Mission locale des Écrins").And.Contain("dimanche 15 novembre 2026")
        );
        Assert.That(words, Does.Contain("3 rue du Pont, 05100 Briançon").And.Contain("04 92 00 00 01"));
        Assert.That(
            words,
            Does.Contain("Loïc Roux").And.Contain("envoyer la charte").And.Contain("05/12/2026")
        );
        Assert.That(words, Does.Not.Contain("colère"));
        Assert.That((await _place.ApplyAsync()).Out, Does.Contain("Rien à faire"));
    }

    [Test]
    public async Task What_was_written_in_it_stays_and_a_new_next_step_comes_in()
    {
        Assert.That((await _place.ApplyAsync()).Code, Is.Zero);
        var docx = await _place.ReadAsync(Report);
        var edited = RoadmapPlace.Reworded(
            docx,
            "Ce qui manque, ce qui pèse, ce que les habitants demandent.",
            "Personne pour aider le lundi."
        );
        await _place.Place.WriteAsync(Report, edited);
        await _place.DirectoryAsync([
            "mission-locale",
            "2026-11-15",
            "Inès Le Goff",
            "Loïc Roux",
            "rencontré",
            "inviter au comité",
            "2026-12-05",
        ]);

        var said = await _place.ApplyAsync();

        Assert.That(said.Code, Is.Zero, said.All);
        var words = VisitPlace.Words(await _place.ReadAsync(Report));
        Assert.That(words, Does.Contain("Personne pour aider le lundi.").And.Contain("inviter au comité"));
        Assert.That((await _place.ApplyAsync()).Out, Does.Contain("Rien à faire"));
    }

    [Test]
    public async Task Without_a_visit_there_is_no_folder_and_a_row_that_goes_takes_nothing_away()
    {
        await _place.DirectoryAsync();
        Assert.That((await _place.ApplyAsync()).Code, Is.Zero);
        Assert.That(await _place.FilesAsync("Pilotage"), Has.None.Contains("Visites"));
        Assert.That(await _place.Place.Client.Files.Find("Pilotage/Visites", default), Is.Null);
        await _place.DirectoryAsync(["caf", "2026-12-02", "", "", "", "", ""]);
        Assert.That((await _place.ApplyAsync()).Code, Is.Zero);
        Assert.That(
            await _place.FilesAsync("Pilotage"),
            Has.Member("Pilotage/Visites/2026-12-02 CAF des Hautes-Alpes.docx")
        );
        await _place.DirectoryAsync();
        var said = await _place.ApplyAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(
            await _place.FilesAsync("Pilotage"),
            Has.Member("Pilotage/Visites/2026-12-02 CAF des Hautes-Alpes.docx")
        );
    }
}
