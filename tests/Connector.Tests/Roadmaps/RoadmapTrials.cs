using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Connector.Connector.Tests.Cli;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Roadmaps;

/// <summary>A roadmap that is published, signed, changed and verified, as typed, against the embedded server.</summary>
public sealed class RoadmapTrials
{
    private const string Words = "Fixer le cap.";
    private RoadmapPlace _place = null!;

    [SetUp]
    public async Task Start() => _place = await RoadmapPlace.OpenAsync();

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task Publishing_freezes_the_very_bytes_once_and_leaves_the_workspace_settled()
    {
        var live = await _place.ReadAsync(RoadmapPlace.Roadmap);
        var first = await _place.RunAsync("publish", "comite");
        Assert.That(first.Code, Is.Zero, first.All);
        Assert.That(
            first.Out,
            Does.Contain("Version 1 de la feuille de route de « Comité stratégique » publiée")
        );
        var edition = await _place.EditionAsync("1");
        var picture = await _place.Place.PictureAsync();
        Assert.That(await _place.ReadAsync($"{edition}/Feuille de route – version 1.docx"), Is.EqualTo(live));

        var page = Encoding.UTF8.GetString(
            await _place.ReadAsync($"{edition}/Feuille de route – version 1.html")
        );
        Assert.That(page, Does.Contain(Words).And.Contain("Comité stratégique · version 1 · "));

        var second = await _place.RunAsync("publish", "Comité stratégique");
        Assert.That(second.Code, Is.Zero, second.All);
        Assert.That(second.Out, Does.Contain("déjà publiée").And.Contain("Rien à faire"));
        Assert.That(await _place.Place.PictureAsync(), Is.EqualTo(picture));
        var plan = await _place.Terminal.RunAsync("plan", _place.Terminal.Territory);
        Assert.That(plan.Out, Does.Contain("Rien à faire"), plan.All);
    }

    [Test]
    public async Task A_signature_is_recorded_once_with_its_proof_and_its_copy()
    {
        await _place.RunAsync("publish", "comite");
        var signed = await _place.SignAsync();
        Assert.That(signed.Code, Is.Zero, signed.All);
        Assert.That(
            signed.Out,
            Does.Contain("Inès Le Goff").And.Contain("pas encore signé : Médiathèque « Les Échos »")
        );
        var again = await _place.SignAsync();
        Assert.That(again.Out, Does.Contain("déjà enregistrée"), again.All);

        Assert.That((await _place.Terminal.RunAsync("apply", _place.Terminal.Territory)).Code, Is.Zero);
        var shown = WordsOf(await _place.ReadAsync(RoadmapPlace.Roadmap));
        Assert.That(shown, Does.Contain("Inès Le Goff").And.Contain("directrice").And.Contain("03/12/2026"));
        Assert.That((await _place.RunAsync("status", "comite")).Out, Does.Not.Contain("modifiée depuis"));

        var lines = SignatureJson.Read(
            await _place.ReadAsync($"{await _place.EditionAsync("1")}/signatures.json")
        );
        Assert.That(lines, Has.Count.EqualTo(2));
        var act = (Domain.Signatures.Signature)lines![1].Act;
        Assert.That((act.OrganisationId, act.Capacity), Is.EqualTo(("ccas", "directrice")));
        Assert.That(act.Proof, Does.StartWith("Pilotage/Signatures/"));
        Assert.That(
            Encoding.UTF8.GetString(await _place.ReadAsync(act.Proof!)),
            Does.EndWith("Inès Le Goff")
        );
    }

    [Test]
    public async Task A_change_leaves_the_signed_version_as_it_is_and_asks_for_new_signatures()
    {
        await _place.RunAsync("publish", "comite");
        await _place.SignAsync();
        var edition = await _place.EditionAsync("1");
        var frozen = await _place.ReadAsync($"{edition}/Feuille de route – version 1.docx");
        await _place.WriteAsync(RoadmapPlace.Roadmap, RoadmapPlace.Reworded(frozen, Words, "Tenir le cap."));

        var status = await _place.RunAsync("status", "comite");
        Assert.That(status.Out, Does.Contain("modifiée depuis").And.Contain("1 signature sur 2"), status.All);
        var second = await _place.RunAsync("publish", "comite");
        Assert.That(second.Code, Is.Zero, second.All);

        var board = (await _place.JsonAsync("status", "comite")).GetProperty("roadmaps")[0];
        Assert.That(board.GetProperty("version").GetString(), Is.EqualTo("2"));
        Assert.That(board.GetProperty("signatures").GetArrayLength(), Is.Zero);
        Assert.That(board.GetProperty("waiting").GetArrayLength(), Is.EqualTo(2));
        Assert.That(
            await _place.ReadAsync($"{edition}/Feuille de route – version 1.docx"),
            Is.EqualTo(frozen)
        );
    }

    [Test]
    public async Task A_file_is_recognised_or_told_line_by_line()
    {
        await _place.RunAsync("publish", "comite");
        await _place.SignAsync();
        var frozen = await _place.ReadAsync(
            $"{await _place.EditionAsync("1")}/Feuille de route – version 1.docx"
        );
        var same = await Verify(frozen);
        Assert.That(same.Code, Is.Zero, same.All);
        Assert.That(same.Out, Does.Contain("octet pour octet").And.Contain("Inès Le Goff (directrice)"));

        var resaved = await Verify(RoadmapPlace.Reworded(frozen, "</w:body>", "<w:p/></w:body>"));
        Assert.That(resaved.Code, Is.Zero, resaved.All);
        Assert.That(resaved.Out, Does.Contain("les mêmes mots, enregistrés autrement"));

        var other = await Verify(RoadmapPlace.Reworded(frozen, Words, "Tenir le cap."));
        Assert.That(other.Code, Is.EqualTo(1));
        Assert.That(
            other.Out,
            Does.Contain("aucune version publiée").And.Contain($"− {Words}").And.Contain("+ Tenir le cap.")
        );

        var pdf = await Verify("%PDF-1.7"u8.ToArray());
        Assert.That(pdf.Code, Is.EqualTo(1));
        Assert.That(pdf.Errors, Does.Contain("ne peut pas être lu"));
    }

    [Test]
    public async Task A_forged_copy_is_left_and_told_and_a_forged_register_stops_everything()
    {
        await _place.RunAsync("publish", "comite");
        await _place.SignAsync();
        var copy = $"{await _place.EditionAsync("1")}/signatures.json";
        var forged = Encoding
            .UTF8.GetString(await _place.ReadAsync(copy))
            .Replace("Inès Le Goff", "Une autre", StringComparison.Ordinal);
        await _place.WriteAsync(copy, Encoding.UTF8.GetBytes(forged));

        var status = await _place.RunAsync("status", "comite");
        Assert.That(status.Code, Is.EqualTo(1), status.All);
        Assert.That(status.Errors, Does.Contain("la ligne 2 des signatures ne dit plus"));
        Assert.That(status.Out, Does.Contain("Comité stratégique"), "the rest is told all the same");
        Assert.That((await _place.SignAsync("Inès Le Goff-Petit")).Errors, Does.Contain("signatures.json"));
        Assert.That(Encoding.UTF8.GetString(await _place.ReadAsync(copy)), Is.EqualTo(forged));

        await Forge("UPDATE Signatures SET Json = replace(Json, 'directrice', 'maire') WHERE Number = 2");
        foreach (
            var said in new[] { await _place.RunAsync("publish", "comite"), await _place.SignAsync("Zoé") }
        )
        {
            Assert.That(said.Code, Is.EqualTo(1), said.All);
            Assert.That(said.Errors, Does.Contain("la ligne 2 des signatures ne dit plus"));
        }
    }

    [Test]
    public async Task What_cannot_be_done_says_so_and_does_nothing()
    {
        var unpublished = await _place.SignAsync();
        Assert.That(unpublished.Code, Is.EqualTo(1));
        Assert.That(unpublished.Errors, Does.Contain("connector roadmap publish comite"));
        Assert.That((await _place.RunAsync("publish", "comté")).Errors, Does.Contain("Écrivez l'un de"));
        await _place.RunAsync("publish", "comite");
        var stranger = await _place.RunAsync(
            "sign",
            "comite",
            "--organisation",
            "cas",
            "--by",
            "X",
            "--proof",
            _place.Terminal.Territory
        );
        Assert.That(stranger.Errors, Does.Contain("Vouliez-vous écrire « ccas »"), stranger.All);
        var unproved = await _place.RunAsync(
            "sign",
            "comite",
            "--organisation",
            "ccas",
            "--by",
            "X",
            "--proof",
            _place.Terminal.At("rien.pdf")
        );
        Assert.That(unproved.Errors, Does.Contain("ne peut pas être lue"));

        var live = await _place.ReadAsync(RoadmapPlace.Roadmap);
        await _place.WriteAsync(RoadmapPlace.Roadmap, RoadmapPlace.Reworded(live, Words, "Tenir le cap."));
        var taken = await _place.RunAsync("publish", "comite", "--as-version", "1");
        Assert.That(taken.Errors, Does.Contain("La version 1 a déjà été publiée"));
        await _place.WriteAsync(RoadmapPlace.Roadmap, "bonjour"u8.ToArray());
        Assert.That((await _place.RunAsync("publish", "comite")).Errors, Does.Contain("ne peut pas être lu"));
        Assert.That(
            (await _place.JsonAsync("status", "comite"))
                .GetProperty("roadmaps")[0]
                .GetProperty("version")
                .GetString(),
            Is.EqualTo("1")
        );
    }

    [Test]
    public async Task The_status_says_what_is_there_what_is_lacking_and_what_is_late()
    {
        var fresh = await _place.RunAsync("status", "comite");
        Assert.That(fresh.Code, Is.Zero, fresh.All);
        Assert.That(
            fresh.Out,
            Does.Contain("✓ Raison d'être et composition").And.Contain("✗ Chantiers clés"),
            fresh.All
        );

        var roadmap = await _place.ReadAsync(RoadmapPlace.Roadmap);
        await _place.WriteAsync(RoadmapPlace.Roadmap, RoadmapPlace.Reworded(roadmap, Words, ""));
        var without = await _place.JsonAsync("status", "comite");
        var point = without.GetProperty("roadmaps")[0].GetProperty("points")[0];
        Assert.That(point.GetProperty("state").GetString(), Is.EqualTo("partial"), $"{without}");
        Assert.That(point.GetProperty("advice")[0].GetString(), Does.Contain("Préambule"));
    }

    [Test]
    public async Task Reminders_are_prepared_once_for_those_who_have_not_signed()
    {
        Assert.That(
            (await _place.RunAsync("remind", "comite")).Errors,
            Does.Contain("connector roadmap publish comite")
        );
        await _place.RunAsync("publish", "comite");
        await _place.SignAsync();
        var said = await _place.RunAsync("remind", "comite");
        Assert.That(
            said.Out,
            Does.Contain("1 message à relire").And.Contain("Rien n'a été envoyé"),
            said.All
        );
        Assert.That((await _place.RunAsync("remind", "comite")).Code, Is.Zero);

        var listing = await _place.Place.Client.Files.Propfind(
            "Pilotage/Signatures",
            DavDepth.Infinity,
            default
        );
        var prepared = listing.Resources.Single(file =>
            file.Name.StartsWith("Relances", StringComparison.Ordinal)
        );
        var words = Encoding.UTF8.GetString(await _place.ReadAsync(prepared.Path));
        Assert.That(words, Does.Contain("## Médiathèque « Les Échos »").And.Not.Contain("## CCAS"));
        Assert.That(words, Does.Contain("Bonjour Noé D'Almeida").And.Contain("(adresse inconnue)"));
    }

    [Test]
    public async Task Members_read_what_is_published_and_change_nothing_of_it()
    {
        await _place.RunAsync("publish", "comite");
        var path = $"{await _place.EditionAsync("1")}/Feuille de route – version 1.docx";

        Assert.That(await _place.Place.TryAsync("GET", path, RoadmapPlace.Member), Is.EqualTo(200));
        Assert.That(await _place.Place.TryAsync("PUT", path, RoadmapPlace.Member), Is.EqualTo(403));
    }

    /// <summary>All the words of the document's body, the table of signatures included.</summary>
    private static string WordsOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var body = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(body).Root!.Value;
    }

    private async Task<Said> Verify(byte[] file)
    {
        var path = _place.Terminal.At("à vérifier.docx");
        await File.WriteAllBytesAsync(path, file);
        return await _place.RunAsync("verify", path);
    }

    private async Task Forge(string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={_place.Terminal.At(Path.Combine(".connector", "ledger.db"))}"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
    }
}
