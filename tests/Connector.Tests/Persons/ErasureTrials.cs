using System.Text;
using Connector.Nextcloud.Dav;
using Connector.Persons;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Persons;

/// <summary>One person stands everywhere, asks for their rights, and everything is searched: bytes, and parts of zips.</summary>
public sealed class ErasureTrials
{
    private const string Calendar = "connector-gt-jeunes";
    private const string Series = "connector-gt-jeunes-mensuelle.ics";

    private PersonPlace _place = null!;
    private Hands _hands = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await PersonPlace.OpenAsync();
        _hands = _place.Server.Administrator();
        await Agree();
        await _place.ApplyAsync();
        await Plant();
        await _place.ApplyAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        _hands.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Without_yes_every_place_is_told_and_nothing_is_changed()
    {
        var (yaml, xlsx) = (
            await File.ReadAllTextAsync(_place.Territory),
            await File.ReadAllBytesAsync(_place.Directory)
        );
        var before = await _place.SearchAsync();
        var report = await _place.EraseAsync(yes: false);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.ChangesPending));
        Assert.That(await File.ReadAllTextAsync(_place.Territory), Is.EqualTo(yaml));
        Assert.That(await File.ReadAllBytesAsync(_place.Directory), Is.EqualTo(xlsx));
        Assert.That(await _place.SearchAsync(), Is.EqualTo(before));
        var told = Told(report);
        Assert.That(told, Does.Contain("Notes.md").And.Contain("Compte-rendu à la main.docx"));
        Assert.That(
            told,
            Does.Contain("Annuaire.xlsx").And.Contain("Café avec").And.Contain("territoire.yaml")
        );
        Assert.That(
            told,
            Does.Contain("carnet d'adresses").And.Contain("remis/donnees.json").And.Contain("registre")
        );
        Assert.That(told, Does.Contain("occ user:delete ines.testard").And.Not.Contain("très pressée"));
    }

    [Test]
    public async Task Erased_applied_and_erased_again_only_what_people_wrote_is_left_and_it_is_listed()
    {
        await _place.EraseAsync(yes: true);
        await _place.ApplyAsync();
        var report = await _place.EraseAsync(yes: true, words: PersonPlace.Name);
        var told = Told(report);
        foreach (var left in await _place.SearchAsync())
        {
            // The network's own memory of what people wrote follows what they correct.
            var name =
                left.StartsWith("local .connector", StringComparison.Ordinal)
                || left.StartsWith("ledger", StringComparison.Ordinal)
                    ? "registre"
                : left.EndsWith("cafe.ics", StringComparison.Ordinal) ? "Café avec"
                : left[(left.LastIndexOfAny(['/', ' ']) + 1)..];
            Assert.That(told, Does.Contain(name), left);
        }

        Assert.That(PersonPlace.Holds(await File.ReadAllBytesAsync(_place.Territory)), Is.False);
        Assert.That(
            await File.ReadAllTextAsync(_place.Territory),
            Does.Contain("# celle qui coordonne").And.Contain("# tient l'agenda")
        );
        var series = await _hands.ReadEvent(Calendar, Series);
        Assert.That(series, Does.Not.Contain("ATTENDEE").And.Contain("[…]").And.Contain("RRULE"));
    }

    [Test]
    public async Task When_people_have_corrected_their_words_no_byte_of_it_is_left_anywhere()
    {
        await _place.EraseAsync(yes: true);
        await _place.ApplyAsync();
        await Correct();
        await _place.ApplyAsync();
        var report = await _place.EraseAsync(yes: true, words: PersonPlace.Name);
        Assert.That(await _place.SearchAsync(), Is.Empty, Told(report));
        var last = await _place.EraseAsync(yes: false, words: PersonPlace.Name);
        Assert.That(
            (last.Outcome, last.Traces),
            Is.EqualTo((RunOutcome.Done, Array.Empty<Trace>())),
            Told(last)
        );
        Assert.That((await _place.ApplyAsync()).Plan!.Pending.Select(step => step.Key), Is.Empty);
    }

    [Test]
    public async Task An_objection_is_dated_and_the_card_goes_at_once_whatever_is_in_it()
    {
        var dry = await _place.RunAsync(PersonPlace.Email, false, run => run.ObjectAsync(default));
        Assert.That(Told(dry), Does.Contain("NOTE:appelle le matin"));
        Assert.That(await Cards(), Is.EqualTo(1));
        var report = await _place.RunAsync(PersonPlace.Email, true, run => run.ObjectAsync(default));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Told(report));
        Assert.That(await Cards(), Is.Zero);
        var person = TerritoryFile
            .Load(_place.Territory)
            .Territory!.People.Single(one => one.Id == PersonPlace.Id);
        Assert.That(
            (person.Consent.ObjectedOn, person.Consent.IsListed),
            Is.EqualTo((new DateOnly(2026, 11, 16), false))
        );
        await _place.ApplyAsync();
        Assert.That((await _place.ApplyAsync()).Plan!.Pending.Select(step => step.Key), Is.Empty);
    }

    [Test]
    public async Task A_rectification_reaches_the_directory_and_the_card_follows()
    {
        (Key, string)[] values = [(PersonRecord.Email, "nouvelle@exemple.fr")];
        await _place.RunAsync(PersonPlace.Id, true, run => run.RectifyAsync(values, default));
        Assert.That(
            TerritoryFile
                .Load(_place.Territory)
                .Territory!.People.Single(one => one.Id == PersonPlace.Id)
                .Email,
            Is.EqualTo("nouvelle@exemple.fr")
        );
        await _place.ApplyAsync();
        var card = (
            await _place.Server.Client.AddressBooks.Get(
                "connector-pays-d-essai",
                ["connector-person-ines-testard-" + Suffix(await Names())],
                default
            )
        ).Single();
        Assert.That(
            card.Text,
            Does.Contain("nouvelle@exemple.fr")
                .And.Contain("NOTE:appelle le matin")
                .And.Not.Contain(PersonPlace.Email)
        );
    }

    [Test]
    public async Task An_export_holds_what_is_kept_and_no_private_note()
    {
        var folder = Path.Combine(_place.Server.Folder, "export");
        var report = await _place.ExportAsync(folder);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Told(report));
        var json = await File.ReadAllTextAsync(Path.Combine(folder, "donnees-ines-testard.json"));
        var html = await File.ReadAllTextAsync(Path.Combine(folder, "donnees-ines-testard.html"));
        foreach (var text in new[] { json, html })
        {
            Assert.That(
                text,
                Does.Contain(PersonPlace.Email).And.Contain("Jeunes").And.Contain("2026-09-01")
            );
            Assert.That(text, Does.Contain("Notes.md").And.Contain("BEGIN:VCARD"));
            Assert.That(text, Does.Not.Contain("pressée").And.Not.Contain("Rencontres"));
        }
    }

    private async Task Agree()
    {
        var sheets = new DirectorySheets(await File.ReadAllBytesAsync(_place.Directory));
        sheets.Set(
            PersonPlace.Id,
            [
                (PersonRecord.Telephone, "07 88 99 00 11"),
                (ConsentRecord.Agreed, "oui"),
                (ConsentRecord.AgreedOn, SheetCell.Of(new DateOnly(2026, 9, 1))),
            ]
        );
        await File.WriteAllBytesAsync(_place.Directory, sheets.Bytes);
    }

    /// <summary>In people's words wherever people write.</summary>
    private async Task Plant()
    {
        var folder = (await _place.Server.Client.Files.Propfind("", DavDepth.Infinity, default))
            .Resources.First(node => node.IsFolder && node.Path.EndsWith("Jeunes", StringComparison.Ordinal))
            .Path;
        Area = folder;
        await _hands.Write($"{folder}/Notes.md", "Rappeler Testard Inès.\n");
        await _hands.Write($"{folder}/Compte-rendu à la main.docx", PersonPlace.Docx());
        var series = await _hands.ReadEvent(Calendar, Series);
        var at = series.IndexOf("END:VEVENT", StringComparison.Ordinal);
        await _hands.WriteEvent(
            Calendar,
            Series,
            series.Insert(
                at,
                "ATTENDEE;CN=Inès Testard:mailto:i.testard@exemple.fr\r\nCOMMENT:Inès Testard apporte les clés\r\n"
            )
        );
        await _hands.WriteEvent(Calendar, "cafe.ics", Cafe("Café avec Inès Testard"));
        var name = (await Names()).Single(name => name.Contains("person", StringComparison.Ordinal));
        var card = (
            await _place.Server.Client.AddressBooks.Get("connector-pays-d-essai", [name], default)
        ).Single();
        await _place.Server.Client.AddressBooks.Put(
            "connector-pays-d-essai",
            name,
            card.Text!.Replace("END:", "NOTE:appelle le matin\r\nEND:", StringComparison.Ordinal),
            PutCondition.IfMatch(card.ETag),
            default
        );
        Directory.CreateDirectory(Path.Combine(_place.Folder, "remis"));
        await File.WriteAllTextAsync(
            Path.Combine(_place.Folder, "remis", "donnees.json"),
            "{\"nom\":\"Inès Testard\"}"
        );
    }

    private string Area { get; set; } = "";

    private async Task Correct()
    {
        await _hands.Delete($"{Area}/Notes.md");
        await _hands.Delete($"{Area}/Compte-rendu à la main.docx");
        await _hands.WriteEvent(Calendar, "cafe.ics", Cafe("Café"));
        File.Delete(Path.Combine(_place.Folder, "remis", "donnees.json"));
        var sheets = new DirectorySheets(await File.ReadAllBytesAsync(_place.Directory));
        await File.WriteAllBytesAsync(_place.Directory, PersonPlace.WithoutNotes(sheets.Bytes));
    }

    private static string Cafe(string title) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Essai//FR\r\nBEGIN:VEVENT\r\nUID:cafe\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20270105T130000Z\r\nSUMMARY:{title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private async Task<IReadOnlyList<string>> Names() =>
        [
            .. (await _place.Server.Client.AddressBooks.List("connector-pays-d-essai", default))!.Select(
                card => card.Name
            ),
        ];

    private async Task<int> Cards() =>
        (await Names()).Count(name => name.Contains("person", StringComparison.Ordinal));

    private static string Suffix(IReadOnlyList<string> names)
    {
        var name = names.Single(name => name.Contains("person", StringComparison.Ordinal));
        return name[(name.LastIndexOf('-') + 1)..];
    }

    private static string Told(PersonReport report)
    {
        var text = new StringBuilder(report.Said?.French);
        foreach (var trace in report.Traces)
        {
            text.Append('\n')
                .Append(trace.Fate)
                .Append(": ")
                .Append(trace.Where.French)
                .Append(" — ")
                .Append(trace.Why.French);
        }

        return text.Append('\n')
            .AppendJoin('\n', report.Problems.Select(problem => problem.Message.French))
            .ToString();
    }
}
