using System.Text;
using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Conversion;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Templates;
using Connector.Tests.Provisioning;
using Connector.Tests.Roadmaps;

namespace Connector.Tests.Minutes;

/// <summary>Minutes that a group wrote, read back and published, as typed, against the embedded server.</summary>
public sealed class MinutesTrials
{
    private RoadmapPlace _place = null!;
    private string _path = "";

    [SetUp]
    public async Task Start()
    {
        _place = await RoadmapPlace.OpenAsync();
        var meetings = await _place.Place.Client.Files.Propfind(
            "Comité stratégique/02 Réunions",
            DavDepth.Infinity,
            default
        );
        _path = meetings
            .Resources.Where(file => file.Name.EndsWith(".docx", StringComparison.Ordinal))
            .Min(file => file.Path)!;
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task What_the_group_wrote_is_told()
    {
        await Write();
        var said = await RunAsync("status", "comite");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("1 rencontre, dont 0 conviviale ; 1 action en cours"), said.All);
        Assert.That(said.Out, Does.Contain("! Réserver la salle – Noé D'Almeida, pour le 01/10/2026"));
        Assert.That(said.Out, Does.Contain("CCAS de l'Argentière : présente 1 fois sur 1"));

        var json = JsonDocument.Parse((await RunAsync("status", "comite", "--json")).Out).RootElement;
        var minutes = json.GetProperty("groups")[0].GetProperty("minutes")[0];
        Assert.That(minutes.GetProperty("state").GetString(), Is.EqualTo("Validé"));
        Assert.That(
            minutes.GetProperty("decisions")[0].GetProperty("text").GetString(),
            Is.EqualTo("On continue.")
        );
    }

    [Test]
    public async Task Approved_minutes_are_published_once_with_words_for_the_absent()
    {
        await Write();
        var first = await RunAsync("publish", "comite");
        Assert.That(first.Code, Is.Zero, first.All);
        var name = Path.GetFileNameWithoutExtension(_path);
        var page = await Read($"Comité stratégique/02 Réunions/Comptes rendus/{name}.html");
        Assert.That(page, Does.Contain("On continue."));
        var digest = await Read(
            $"Comité stratégique/02 Réunions/Comptes rendus/{name} – pour les absents.md"
        );
        Assert.That(digest, Does.Contain("- On continue.").And.Contain("## À faire – Noé D'Almeida"));
        Assert.That(
            digest,
            Does.Contain("- Réserver la salle, pour le 01/10/2026").And.Contain("## Prochaine rencontre")
        );
        Assert.That(await _place.Place.TryAsync("PUT", _path, RoadmapPlace.Member), Is.EqualTo(403));

        var picture = await _place.Place.PictureAsync();
        Assert.That((await RunAsync("publish", "comite")).Out, Does.Contain("Rien à faire"));
        Assert.That(await _place.Place.PictureAsync(), Is.EqualTo(picture));

        await Write("On s'arrête.");
        Assert.That((await RunAsync("publish", "comite")).Out, Does.Contain("(version 2)"));
        Assert.That(
            await Read($"Comité stratégique/02 Réunions/Comptes rendus/{name}.html"),
            Is.EqualTo(page)
        );
    }

    [Test]
    public async Task Forms_that_were_missing_are_added_when_published_again()
    {
        await Write();
        var first = await RunAsync("publish", "comite");
        Assert.That(first.All, Does.Contain("LibreOffice"), "why PDF and ODT are missing");
        var folder = "Comité stratégique/02 Réunions/Comptes rendus";
        var name = Path.GetFileNameWithoutExtension(_path);
        var page = await _place.ReadAsync($"{folder}/{name}.html");

        _place.Terminal.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (LibreOffice.Find(_place.Terminal.Environment.GetValueOrDefault) is null)
        {
            Assert.Ignore("needs LibreOffice: soffice is not installed");
        }

        var said = await RunAsync("publish", "comite");
        Assert.That(said.Out, Does.Contain($"il y manquait : {name}.pdf, {name}.odt"));
        Assert.That(await Read($"{folder}/{name}.pdf"), Does.StartWith("%PDF-"));
        Assert.That(await _place.ReadAsync($"{folder}/{name}.html"), Is.EqualTo(page));
        Assert.That((await RunAsync("publish", "comite")).Out, Does.Contain("Rien à faire"));
    }

    [Test]
    public async Task What_is_not_approved_not_there_or_no_document_is_told_and_nothing_is_published()
    {
        Assert.That((await RunAsync("publish", "comité")).Errors, Does.Contain("Écrivez l'un de : comite"));
        Assert.That(
            (await RunAsync("publish", "comite")).Errors,
            Does.Contain("n'a pas de compte-rendu où quelque chose soit écrit")
        );
        Assert.That((await RunAsync("publish", "comite", "2020-01-01")).Errors, Does.Contain("01/01/2020"));
        Assert.That((await RunAsync("publish", "comite", "hier")).Errors, Does.Contain("n'est pas un jour"));
        await Write(state: "Brouillon");
        Assert.That(
            (await RunAsync("publish", "comite")).Errors,
            Does.Contain("n'est pas validé (état : « Brouillon »)")
        );
        await _place.WriteAsync(_path, "%PDF-1.7"u8.ToArray());
        Assert.That((await RunAsync("publish", "comite")).Errors, Does.Contain("ne peut pas être lu"));
        var status = await RunAsync("status");
        Assert.That(status.Code, Is.Zero);
        Assert.That(status.All, Does.Contain("ne peut pas être lu").And.Contain("aucune rencontre racontée"));
        Assert.That(
            await _place.Place.Client.Files.Find("Comité stratégique/02 Réunions/Comptes rendus", default),
            Is.Null
        );
    }

    private Task<Said> RunAsync(params string[] args) =>
        _place.Terminal.RunAsync(["minutes", .. args, "-f", _place.Terminal.Territory]);

    private async Task<string> Read(string path) => Encoding.UTF8.GetString(await _place.ReadAsync(path));

    /// <summary>The same minutes as the group leaves them after the meeting.</summary>
    private async Task Write(string decision = "On continue.", string state = "Validé")
    {
        var day = DateOnly.Parse(
            Path.GetFileNameWithoutExtension(_path)[^10..],
            System.Globalization.CultureInfo.InvariantCulture
        );
        var start = day.ToDateTime(new TimeOnly(14, 0));
        var content = new MinutesContent
        {
            Stamp = new DocumentStamp
            {
                Id = await KeyAsync(),
                Modified = DateTimeOffset.UnixEpoch,
                Author = "CCAS de l'Argentière",
            },
            Title = "Comité stratégique",
            Group = "Comité stratégique",
            Network = "Vallon d'Argentière",
            Start = start,
            End = start.AddMinutes(90),
            State = state,
            Guests =
            [
                new("ines.le-goff", "Inès Le Goff", "CCAS de l'Argentière", "animation", Attendance.Present),
                new(
                    "noe.d-almeida",
                    "Noé D'Almeida",
                    "Médiathèque « Les Échos »",
                    "membre",
                    Attendance.Excused
                ),
            ],
            Decisions = [new("d1", decision, "Inès Le Goff")],
            Actions = [new("a1", "Réserver la salle", "Noé D'Almeida", new DateOnly(2026, 10, 1), "À faire")],
        };
        await _place.WriteAsync(_path, BuiltInTemplates.Minutes.Fill(content.ToData()));
    }

    private async Task<string> KeyAsync()
    {
        await using var ledger = await LedgerStore.OpenAsync(
            _place.Terminal.At(Path.Combine(".connector", "ledger.db")),
            TimeProvider.System,
            default
        );
        var known = await ledger.LoadAsync(Slug.Of("Vallon d'Argentière"), default);
        return known
            .Resources.Keys.Where(key =>
                key.StartsWith("area:comite/02 Réunions/", StringComparison.Ordinal)
                && key.EndsWith(".docx", StringComparison.Ordinal)
            )
            .Min()!;
    }
}
