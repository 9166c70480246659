using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Domain.Territories;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Templates;
using Connector.Testing;
using Connector.Web.Console.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Connector.Browser.Tests;

/// <summary>
/// What people of a network do in a year, in a browser: a roadmap is signed, a list imported, a meeting moved, minutes
/// published. All on one server: each walk has a group or a file of its own.
/// </summary>
public sealed class NetworkWalks
{
    private Chromium _chromium = null!;
    private ConsoleSite _site = null!;
    private MailSink _mails = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _chromium = await Chromium.StartAsync();
        var port = MailSink.FreePort();
        _mails = new MailSink(port);
        _site = await ConsoleSite.OpenAsync(
            more: $$"""

            canaux:
              - id: courriel
                type: courriel
                serveur: 127.0.0.1
                port: {{port}}
                sécurité: aucune
                expéditeur: reseau@example.org
            annonces:
              heures-calmes: aucune

            """
        );
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        if (_mails is not null)
        {
            await _mails.DisposeAsync();
        }
    }

    [Test]
    public async Task A_member_reads_the_frozen_roadmap_ticks_signs_and_gets_a_receipt()
    {
        const string roadmap = "/t/demo/feuilles-de-route/gt-jeunes";
        var coordinator = await EnterAsync(0, roadmap);
        await coordinator.PressAsync("Publier cette feuille de route");
        await Expect(coordinator, "publiée dans");

        var member = await EnterAsync(2, roadmap);
        await member.GetByRole(AriaRole.Link, new() { Name = "Lire et signer" }).ClickAsync();
        await Expect(member, "Elle ne change plus");
        await member.PictureAsync("walk-sign");
        // The frozen document itself, on the Nextcloud, where they have to sign in as well.
        var (sign, link) = (member.Url, member.GetByRole(AriaRole.Link, new() { Name = "DOCX" }));
        var document = (await link.GetAttributeAsync("href"))!;
        await link.ClickAsync();
        await member.GetByLabel("Compte").FillAsync(_site.People[2].UserId);
        await member.GetByLabel("Mot de passe").FillAsync(_site.People[2].Password);
        await member.PressAsync("Se connecter");
        await member.GotoAsync(document);
        await Expect(member, ".docx");
        Assert.That(new Uri(member.Url).Port, Is.EqualTo(_site.Server.BaseAddress.Port));

        await member.GotoAsync(sign);
        await member.GetByLabel("En qualité de").FillAsync("présidente");
        await member.GetByLabel("J'ai lu la version").CheckAsync();
        await member.PressAsync("Signer");
        await Expect(member, "Reçu de signature");
        await Expect(member, _site.People[2].Name);
        await Expect(member, "présidente");
        await member.PictureAsync("walk-receipt");
        await coordinator.ReloadAsync();
        await Expect(coordinator, "signée");
        Assert.That((await Reading()).Roadmaps.Sum(one => one.Board.Signatures.Count), Is.EqualTo(1));
    }

    [Test]
    public async Task An_import_shows_what_differs_and_writes_what_was_chosen_and_nothing_else()
    {
        var places = Path.Combine(Path.GetDirectoryName(_site.File)!, "lieux.csv");
        var before = await File.ReadAllTextAsync(places);
        var page = await EnterAsync(0, "/t/demo/annuaire/import");
        await page.GetByLabel("Fichier")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "nouveaux lieux.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(
                        "id,nom,commune,code_postal,adresse,telephone\n"
                            + "mediatheque,Médiathèque L'Écritoire,Valombre,24990,1 rue Neuve,+33199000099\n"
                            + "atelier-roc,Atelier numérique du Roc,Le Roc-Saint-Géraud,24993,Le Bourg,\n"
                    ),
                }
            );
        await page.GetByLabel("Dans quel annuaire").SelectOptionAsync("lieux.csv");
        await page.PressAsync("Voir ce que cela changerait");
        await Expect(page, "En conflit");
        await Expect(page, "Atelier numérique du Roc");
        await page.PictureAsync("walk-import");
        Assert.That(await File.ReadAllTextAsync(places), Is.EqualTo(before), "nothing is written yet");

        await page.GetByLabel("18 quai des Lavandières").CheckAsync();
        await page.PressAsync("Importer");
        await Expect(page, "Import fait");
        var after = await File.ReadAllTextAsync(places);
        var line = after.Split('\n').Single(one => one.StartsWith("mediatheque,", StringComparison.Ordinal));
        Assert.That(
            line,
            Does.Contain("1 rue Neuve").And.Contain("+33199000003").And.Not.Contain("99000099")
        );
        Assert.That(after, Does.Contain("Atelier numérique du Roc"));
        await page.GotoAsync("/t/demo/annuaire?mots=atelier+roc");
        await Expect(page, "Atelier numérique du Roc");
    }

    [Test]
    public async Task A_lead_moves_a_meeting_and_phones_see_it_at_its_new_hour()
    {
        var item = (await Reading()).Meetings.First(one => one.Group.Id == "gt-jeunes" && IsToCome(one));
        var to = item.Meeting.Date.AddDays(1);
        var page = await EnterAsync(1, $"/t/demo{MeetingKey.Path(item.Meeting)}");
        await page.GetByLabel("Nouveau jour").FillAsync(Iso(to));
        await page.GetByLabel("Heure").FillAsync("11:15");
        await page.GetByLabel("Lieu").FillAsync("Salle du haut");
        await page.PressAsync("Déplacer la rencontre");
        await Expect(page, "est déplacée");
        await Expect(page, "au lieu du");
        await page.PictureAsync("walk-moved");

        // As a member's phone reads it: over CalDAV, with their own account.
        await using var phone = _site.As(_site.People[2]);
        var moved = new List<string>();
        foreach (var calendar in await phone.Calendars.ListCalendars(default))
        {
            moved.AddRange(
                Regex
                    .Matches(
                        await phone.Calendars.Export(calendar.Uri, default) ?? "",
                        "BEGIN:VEVENT.*?END:VEVENT",
                        RegexOptions.Singleline
                    )
                    .Select(found => found.Value)
                    .Where(text => text.Contains("Salle du haut", StringComparison.Ordinal))
            );
        }

        Assert.That(moved, Has.Count.EqualTo(1));
        Assert.That(moved[0], Does.Contain($"{to:yyyyMMdd}T111500").And.Contain("RECURRENCE-ID"));
    }

    [Test]
    public async Task Approved_minutes_are_published_by_a_button_and_members_find_their_words()
    {
        var day = await WriteMinutesAsync(
            "comite-technique",
            "Comité technique",
            "Ouvrir le fablab le samedi."
        );
        var page = await EnterAsync(0, "/t/demo/comptes-rendus?relire=1");
        await Expect(page, "validé, à publier");
        await page.PressAsync("Publier le compte-rendu");
        await Expect(page, "est publié dans");
        await page.PictureAsync("walk-minutes");

        var member = await EnterAsync(2, "/t/demo/comptes-rendus/rattrapage?groupe=comite-technique");
        await Expect(member, "Ouvrir le fablab le samedi");
        await member.GotoAsync("/t/demo/comptes-rendus/decisions?mots=fablab");
        await Expect(member, "1 décision");
        await using var server = _site.AsService();
        var files = await server.Files.Propfind("Comité technique", DavDepth.Infinity, default);
        Assert.That(
            files.Resources.Select(file => file.Name),
            Has.Some.Contains(Iso(day)).And.Some.EndsWith(".html")
        );
    }

    [Test]
    public async Task A_digest_is_read_sent_to_oneself_and_then_to_everybody_once()
    {
        var page = await EnterAsync(0, "/t/demo/annonces");
        // Unless the service's own first job was quicker.
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).IsVisibleAsync())
        {
            await page.PressAsync("Commencer");
            await Expect(page, "Premier passage");
        }

        await WriteMinutesAsync("gt-seniors", "GT Seniors", "Prêter six tablettes.");
        await page.GotoAsync("/t/demo/comptes-rendus?relire=1");
        await page.PressAsync("Publier le compte-rendu");
        await Expect(page, "est publié dans");

        await page.GotoAsync("/t/demo/annonces");
        await Expect(page, "Compte-rendu publié");
        await page.PictureAsync("walk-digest");
        Assert.That(_mails.Mails, Is.Empty, "looking sends nothing");
        await page.PressAsync("M'envoyer d'abord");
        await Expect(page, $"{_site.People[0].Name} seul");
        Assert.That(_mails.Mails, Is.Not.Empty.And.All.Contains("ines.le-goff@"));

        var tried = _mails.Mails.Count;
        await page.PressAsync("Envoyer maintenant");
        await Expect(page, "Il n'y a rien à annoncer");
        await page.PictureAsync("walk-digest-sent");
        var sent = _mails.Mails.Skip(tried).Select(mail => Regex.Match(mail, "(?m)^To:.*$").Value).ToList();
        Assert.That(sent, Has.Count.GreaterThan(2).And.Unique);
        Assert.That(sent, Has.Some.Contains("agnes.delpech@"));
    }

    private async Task<IPage> EnterAsync(int person, string path)
    {
        var page = await _chromium.OpenAsync(_site.Address);
        await page.SignInAsync(_site.People[person].Name, path);
        return page;
    }

    private async Task<NetworkReading> Reading()
    {
        var territory = _site.Services.GetRequiredService<ServiceState>().Configuration.Find("demo")!;
        var read = await _site.Services.GetRequiredService<ReadingShelf>().OfAsync(territory, default);
        return read.Reading!;
    }

    /// <summary>The first minutes of a group, as it leaves them after the meeting.</summary>
    private async Task<DateOnly> WriteMinutesAsync(string group, string name, string decision)
    {
        await using var server = _site.AsService();
        var folder = await server.Files.Propfind($"{name}/02 Réunions", DavDepth.Infinity, default);
        var path = folder
            .Resources.Where(file => file.Name.EndsWith(".docx", StringComparison.Ordinal))
            .Min(file => file.Path)!;
        var day = DateOnly.Parse(Path.GetFileNameWithoutExtension(path)[^10..], CultureInfo.InvariantCulture);
        string key;
        await using (var ledger = await LedgerStore.OpenAsync(_site.Ledger, TimeProvider.System, default))
        {
            var known = await ledger.LoadAsync(Slug.Of(_site.Territory.Name), default);
            key = known
                .Resources.Keys.Where(one =>
                    one.StartsWith($"area:{group}/02 Réunions/", StringComparison.Ordinal)
                    && one.EndsWith(".docx", StringComparison.Ordinal)
                )
                .Min()!;
        }

        var start = day.ToDateTime(new TimeOnly(14, 0));
        var content = new MinutesContent
        {
            Stamp = new DocumentStamp
            {
                Id = key,
                Modified = DateTimeOffset.UnixEpoch,
                Author = _site.Territory.Name,
            },
            Title = name,
            Group = name,
            Network = _site.Territory.Name,
            Start = start,
            End = start.AddMinutes(90),
            State = "Validé",
            Guests = [new("ines.le-goff", "Inès Le Goff", "", "animation", Attendance.Present)],
            Decisions = [new("d1", decision, "Inès Le Goff")],
        };
        var seen = (await server.Files.Find(path, default))!;
        var written = await server.Files.PutFile(
            path,
            BuiltInTemplates.Minutes.Fill(content.ToData()),
            PutCondition.IfUnchanged(seen),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            default
        );
        Assert.That(written.Changed);
        return day;
    }

    private static bool IsToCome(GroupMeeting item) =>
        item.Meeting.IsRecurring && item.Meeting.Date > DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);

    private static Task Expect(IPage page, string words) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 30_000 });

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
