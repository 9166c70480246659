using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Domain.Territories;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.Templates;
using Connector.Web.Console.Readings;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

public sealed partial class MeetingPagesTrials
{
    [Test]
    public async Task A_roadmap_is_published_and_signed_with_ones_own_account_once()
    {
        const string page = "/t/vallon/feuilles-de-route/comite";
        Assert.That(await _lead.ReadAsync($"{page}/signer"), Does.Contain("Rien à signer"));
        using var published = await Fill(_coordinator, page, $"{page}/publier");
        Assert.That(await _coordinator.ReadAsync(page), Does.Contain("publiée dans"));

        using var unread = await Fill(_lead, $"{page}/signer", $"{page}/signer", ("qualite", "directeur"));
        var again = await _lead.ReadAsync(unread.Headers.Location!.OriginalString);
        Assert.That(again, Does.Contain("id=\"lu-faute\"").And.Contain("value=\"directeur\""));

        (string, string)[] signature = [("qualite", "directeur"), ("lu", "oui")];
        var form = await _lead.SourceAsync($"{page}/signer");
        using var signed = await Fill(_lead, $"{page}/signer", $"{page}/signer", signature);
        var receipt = await _lead.ReadAsync(signed.Headers.Location!.OriginalString);
        Assert.That(
            receipt,
            Does.Contain("Reçu de signature").And.Contain("Noé D'Almeida").And.Contain("directeur")
        );
        Assert.That(receipt, Does.Contain("Médiathèque « Les Échos »").And.Contain("Empreinte"));

        using var twice = await Post(_lead, form, $"{page}/signer", signature);
        Assert.That(
            await _lead.ReadAsync(twice.Headers.Location!.OriginalString),
            Does.Contain("Rien à faire")
        );
        Assert.That((await Roadmap("comite")).Board.Signatures, Has.Count.EqualTo(1));
        var status = await _place.Terminal.RunAsync(
            "roadmap",
            "status",
            "comite",
            "-f",
            _place.Terminal.Territory
        );
        Assert.That(status.Code, Is.Zero, status.All);
        Assert.That(status.Out, Does.Contain("Noé D'Almeida (directeur)"));
    }

    [Test]
    public async Task A_version_has_the_number_that_was_chosen_and_its_receipts_stay_when_there_is_another()
    {
        const string page = "/t/vallon/feuilles-de-route/jeunes";
        using var wrong = await Fill(_coordinator, page, $"{page}/publier", ("version", "../../2027"));
        Assert.That(
            await _coordinator.ReadAsync(wrong.Headers.Location!.OriginalString),
            Does.Contain("id=\"version-faute\"").And.Contain("value=\"../../2027\"")
        );
        using var first = await Fill(_coordinator, page, $"{page}/publier", ("version", "2027"));
        (string, string)[] signature = [("qualite", "directeur"), ("lu", "oui")];
        using var signed = await Fill(_lead, $"{page}/signer", $"{page}/signer", signature);
        Assert.That((await Roadmap("jeunes")).Board.Published?.Version, Is.EqualTo("2027"));

        var path = (await Roadmap("jeunes")).File.Path!;
        var blank = new RoadmapContent
        {
            Stamp = new DocumentStamp
            {
                Id = "jeunes",
                Modified = DateTimeOffset.UnixEpoch,
                Author = "CCAS",
            },
            Owner = "Jeunes",
            Territory = "Vallon d'Argentière",
            Version = "2028",
            Purpose = "Une autre feuille de route.",
        };
        await _place.Place.WriteAsync(path, BuiltInTemplates.Roadmap.Fill(blank.ToData()));
        await _coordinator.ReadAsync($"{page}?relire=1");
        using var second = await Fill(_coordinator, page, $"{page}/publier", ("version", "2028"));
        var told = await _coordinator.ReadAsync(page);
        Assert.That(told, Does.Contain("Version 2028").And.Contain("/recu/biblio?version=2027"));
        Assert.That(
            await _lead.ReadAsync($"{page}/recu/biblio?version=2027"),
            Does.Contain("Noé D'Almeida").And.Contain("<dd>2027</dd>").And.Contain("version 2027.docx")
        );
        using var none = await _lead.GetAsync($"{page}/recu/biblio?version=2028");
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Who_belongs_to_no_organisation_signs_nothing()
    {
        const string page = "/t/vallon/feuilles-de-route/reseau";
        using var published = await Fill(_coordinator, page, $"{page}/publier");
        Assert.That(await _member.ReadAsync($"{page}/signer"), Does.Contain("Rien à signer"));
        using var forged = await Fill(
            _member,
            "/t/vallon/actions",
            $"{page}/signer",
            ("qualite", "maire"),
            ("lu", "oui")
        );
        Assert.That(await _member.ReadAsync(page), Does.Contain("Rien n'a été changé"));
        Assert.That((await Roadmap("reseau")).Board.Signatures, Is.Empty);

        // A version that they were not shown.
        using var other = await Fill(
            _lead,
            $"{page}/signer",
            $"{page}/signer",
            ("qualite", "x"),
            ("lu", "oui"),
            ("empreinte", "0123")
        );
        Assert.That(await _lead.ReadAsync(page), Does.Contain("rien n'a été signé"));
        Assert.That((await Roadmap("reseau")).Board.Signatures, Is.Empty);
    }

    [Test]
    public async Task Minutes_that_nobody_approved_are_not_published()
    {
        var page = await _coordinator.SourceAsync("/t/vallon/comptes-rendus");
        Assert.That(page, Does.Contain("Rencontre").And.Not.Contain("/publier\""));
        var item = await Next("jeunes", 0);
        using var answer = await Fill(
            _lead,
            "/t/vallon/actions",
            "/t/vallon/comptes-rendus/jeunes/publier",
            ("jour", Iso(item.Meeting.OriginalDate))
        );
        Assert.That(await _lead.ReadAsync("/t/vallon/comptes-rendus"), Does.Contain("role=\"alert\""));
        using var forged = await Fill(
            _lead,
            "/t/vallon/actions",
            "/t/vallon/comptes-rendus/comite/publier",
            ("jour", Iso(item.Meeting.Date))
        );
        Assert.That(await _lead.ReadAsync("/t/vallon/comptes-rendus"), Does.Contain("Rien n'a été changé"));
    }

    [Test]
    public async Task Approved_minutes_are_published_by_a_button_and_their_words_are_found_everywhere()
    {
        var day = await WriteMinutes();
        var territory = _place
            .Service.Services.GetRequiredService<ServiceState>()
            .Configuration.Find("vallon")!;
        await _place.Service.Services.GetRequiredService<ReadingShelf>().AnewAsync(territory, default);
        const string page = "/t/vallon/comptes-rendus";
        const string action = $"{page}/comite/publier";
        Assert.That(
            await _coordinator.ReadAsync(page),
            Does.Contain("validé, à publier").And.Contain(action)
        );
        Assert.That(await _lead.SourceAsync(page), Does.Not.Contain(action), "another's group");

        using var published = await Fill(_coordinator, page, action, ("jour", Iso(day)));
        var told = await _coordinator.ReadAsync(page);
        Assert.That(told, Does.Contain("est publié dans").And.Contain(">publié<").And.Not.Contain(action));
        using var again = await Fill(_coordinator, "/t/vallon/actions", action, ("jour", Iso(day)));
        Assert.That(await _coordinator.ReadAsync(page), Does.Contain("Rien à faire"));

        Assert.That(
            await _member.ReadAsync($"{page}/decisions?mots=DÉCIDE&groupe=comite"),
            Does.Contain("On décide <b>vite</b>.")
        );
        Assert.That(await _member.SourceAsync($"{page}/decisions"), Does.Contain("&lt;b&gt;vite"));
        Assert.That(await _member.ReadAsync($"{page}/decisions?mots=pluie"), Does.Contain("0 décision"));
        Assert.That(
            await _member.ReadAsync($"{page}/rattrapage?groupe=comite"),
            Does.Contain("On décide").And.Contain("Réserver la salle")
        );
        Assert.That(
            await _member.ReadAsync("/t/vallon/actions?etat=retard"),
            Does.Contain("Réserver la salle").And.Contain("1 en retard")
        );
        Assert.That(await _member.ReadAsync("/t/vallon/actions?qui=zoé"), Does.Contain("0 action"));
        Assert.That(
            await _lead.ReadAsync("/t/vallon/actions?qui=moi"),
            Does.Contain("Mes actions").And.Contain("Réserver la salle")
        );
        await TheYearIsToldAndItsDocumentMadeOnce(day.Year);
    }

    private async Task TheYearIsToldAndItsDocumentMadeOnce(int year)
    {
        var page = $"/t/vallon/bilan?annee={year}";
        var told = await _member.ReadAsync(page);
        Assert.That(told, Does.Contain($"L'année {year}").And.Contain("1 rencontre tenue"));
        Assert.That(
            told,
            Does.Contain("CCAS de l'Argentière : 1 rencontre").And.Not.Contain("Préparer le bilan")
        );
        using var made = await Fill(_coordinator, page, "/t/vallon/bilan");
        Assert.That(await _coordinator.ReadAsync(page), Does.Contain("Le bilan est prêt"));
        Assert.That(
            await _place.Place.Client.Files.Find($"Réseau/Bilans/Bilan {year}.docx", default),
            Is.Not.Null
        );
        using var again = await Fill(_coordinator, page, "/t/vallon/bilan");
        Assert.That(await _coordinator.ReadAsync(page), Does.Contain("est déjà là"));
        using var forged = await Fill(_member, "/t/vallon/actions", "/t/vallon/bilan", ("annee", $"{year}"));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private async Task<RoadmapState> Roadmap(string key) => RoadmapKey.Find(await Reading(), key)!;

    /// <summary>The first minutes of the committee, as it leaves them after the meeting.</summary>
    private async Task<DateOnly> WriteMinutes()
    {
        var client = _place.Place.Client;
        var folder = await client.Files.Propfind(
            "Comité stratégique/02 Réunions",
            DavDepth.Infinity,
            default
        );
        var path = folder
            .Resources.Where(file => file.Name.EndsWith(".docx", StringComparison.Ordinal))
            .Min(file => file.Path)!;
        var name = Path.GetFileNameWithoutExtension(path);
        var day = DateOnly.Parse(name[^10..], System.Globalization.CultureInfo.InvariantCulture);
        var start = day.ToDateTime(new TimeOnly(14, 0));
        var content = new MinutesContent
        {
            Stamp = new DocumentStamp
            {
                Id = await MinutesKey(),
                Modified = DateTimeOffset.UnixEpoch,
                Author = "CCAS de l'Argentière",
            },
            Title = "Comité stratégique",
            Group = "Comité stratégique",
            Network = "Vallon d'Argentière",
            Start = start,
            End = start.AddMinutes(90),
            State = "Validé",
            Guests =
            [
                new("ines.le-goff", "Inès Le Goff", "CCAS de l'Argentière", "animation", Attendance.Present),
            ],
            Decisions = [new("d1", "On décide <b>vite</b>.", "Inès Le Goff")],
            Actions = [new("a1", "Réserver la salle", "Noé D'Almeida", new DateOnly(2026, 10, 1), "À faire")],
        };
        await _place.Place.WriteAsync(path, BuiltInTemplates.Minutes.Fill(content.ToData()));
        return day;
    }

    private async Task<string> MinutesKey()
    {
        var file = _place
            .Service.Services.GetRequiredService<ServiceState>()
            .Configuration.Find("vallon")!
            .Ledger;
        await using var ledger = await LedgerStore.OpenAsync(file, TimeProvider.System, default);
        var known = await ledger.LoadAsync(Slug.Of("Vallon d'Argentière"), default);
        return known
            .Resources.Keys.Where(key =>
                key.StartsWith("area:comite/02 Réunions/", StringComparison.Ordinal)
                && key.EndsWith(".docx", StringComparison.Ordinal)
            )
            .Min()!;
    }

    /// <summary>Sends a form of a page, or with its token another: fields that are given replace its own.</summary>
    private static async Task<HttpResponseMessage> Fill(
        ConsoleBrowser browser,
        string page,
        string action,
        params (string Name, string Value)[] fields
    ) => await Post(browser, await browser.SourceAsync(page), action, fields);

    private static Task<HttpResponseMessage> Post(
        ConsoleBrowser browser,
        string source,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var form = Regex.Match(
            source,
            $"<form method=\"post\" action=\"{Regex.Escape(action)}\"[^>]*>(.*?)</form>",
            RegexOptions.Singleline
        );
        var hidden = Regex
            .Matches(
                form.Success ? form.Value : source,
                "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\""
            )
            .Select(field =>
                (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value))
            )
            .DistinctBy(field => field.Name)
            .Where(field => fields.All(given => given.Name != field.Name));
        return browser.PostAsync(
            action,
            [.. hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))]
        );
    }
}
