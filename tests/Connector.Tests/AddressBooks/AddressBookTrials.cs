using Connector.Domain.AddressBooks;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.CardDav;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.Testing;
using Connector.Tests.Provisioning;

namespace Connector.Tests.AddressBooks;

/// <summary>The network's address book while the directory changes and people write in cards. Each run is run again.</summary>
public sealed class AddressBookTrials
{
    private const string Book = "connector-essai-d-argentiere";
    private const string Ccas = "connector-org-ccas.vcf";
    private static readonly DateOnly Day = new(2026, 9, 1);

    private Workplace _place = null!;
    private Territory _territory = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _territory = Agreed(
            Some.Territory() with
            {
                HasAddressBook = true,
            },
            "essai.ines",
            Listing.NameAndEmail
        );
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task It_holds_the_members_organisations_and_who_agreed_and_everybody_reads_it()
    {
        await Apply();
        var book = (await _place.Client.AddressBooks.Find(Book, default))!;
        Assert.That(book.Shares, Is.EqualTo(new[] { new CalendarShare("groups", "reseau", false) }));
        var cards = await Cards();
        Assert.That(cards, Has.Count.EqualTo(3));
        Assert.That(cards[Ccas], Does.Contain("FN:CCAS de l'Argentière").And.Contain("X-ABSHOWAS:COMPANY"));
        var ines = cards.Single(card => card.Key.Contains("person", StringComparison.Ordinal)).Value;
        Assert.That(
            ines,
            Does.Contain("FN:Inès Le Goff").And.Contain("ines@example.org").And.Not.Contain("TEL")
        );
        Assert.That(string.Concat(cards.Values), Does.Not.Contain("Noé").And.Not.Contain("noe@example.org"));
    }

    [Test]
    public async Task Without_being_asked_for_nothing_is_made_and_nothing_asked()
    {
        _territory = _territory with { HasAddressBook = false };
        await Apply();
        Assert.That(await _place.Client.AddressBooks.Find(Book, default), Is.Null);
    }

    [Test]
    public async Task A_run_without_changes_costs_one_request_more_than_without_an_address_book()
    {
        await Apply();
        var with = await _place.PlanAsync(_territory);
        var without = await _place.PlanAsync(_territory with { HasAddressBook = false });
        Assert.That(Total(with), Is.EqualTo(Total(without) + 1));
    }

    [Test]
    public async Task What_the_directory_changes_is_changed_and_what_somebody_wrote_stays()
    {
        await Apply();
        await Write(Ccas, text => text.Replace("END:", "NOTE:le mardi\r\nEND:", StringComparison.Ordinal));
        var ccas = _territory.Organisations[0] with { Telephone = "+33492000000" };
        _territory = _territory with { Organisations = [ccas, .. _territory.Organisations.Skip(1)] };
        var report = await Apply();
        Assert.That(Steps(report), Is.EqualTo(new[] { (Change.Update, "org:ccas") }));
        Assert.That((await Cards())[Ccas], Does.Contain("NOTE:le mardi").And.Contain("+33492000000"));
    }

    [Test]
    public async Task Where_both_changed_it_the_card_is_kept_and_it_is_told_once()
    {
        var ccas = _territory.Organisations[0] with { Telephone = "+33492000000" };
        _territory = _territory with { Organisations = [ccas, .. _territory.Organisations.Skip(1)] };
        await Apply();
        await Write(Ccas, text => text.Replace("+33492000000", "+33411111111", StringComparison.Ordinal));
        _territory = _territory with
        {
            Organisations = [ccas with { Telephone = "+33422222222" }, .. _territory.Organisations.Skip(1)],
        };
        var report = await _place.ApplyAsync(_territory);
        var told = report.Plan!.Steps.Single(step => step.Key.EndsWith("org:ccas", StringComparison.Ordinal));
        Assert.That(
            told.Reason.French,
            Does.Contain("téléphone").And.Contain("+33411111111").And.Contain("+33422222222")
        );
        Assert.That((await Cards())[Ccas], Does.Contain("+33411111111").And.Not.Contain("+33422222222"));
        await IsSettled();
    }

    [Test]
    public async Task Who_takes_the_agreement_back_loses_the_card_and_the_ledger_forgets_it()
    {
        await Apply();
        _territory = _territory with
        {
            People =
            [
                .. _territory.People.Select(person =>
                    person with
                    {
                        Consent = person.Consent with { ObjectedOn = Day.AddDays(1) },
                    }
                ),
            ],
        };
        var report = await Apply();
        Assert.That(Steps(report), Is.EqualTo(new[] { (Change.Remove, "person:essai.ines") }));
        Assert.That(
            (await Cards()).Keys.Where(name => name.Contains("person", StringComparison.Ordinal)),
            Is.Empty
        );
        await using var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default);
        var known = await ledger.LoadAsync("essai-d-argentiere", default);
        Assert.That(
            known.Resources.Keys.Where(key => key.Contains("card:person", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public async Task A_leaver_s_card_that_somebody_wrote_in_is_kept_and_told()
    {
        await Apply();
        await Write(Ccas, text => text.Replace("END:", "NOTE:le mardi\r\nEND:", StringComparison.Ordinal));
        _territory = _territory with
        {
            Organisations =
            [
                _territory.Organisations[0] with
                {
                    Contact = ContactState.Met,
                },
                .. _territory.Organisations.Skip(1),
            ],
        };
        var report = await Apply();
        Assert.That(Steps(report), Is.Empty);
        Assert.That(
            report.Plan!.Steps.Single(step => step.Key.EndsWith("org:ccas", StringComparison.Ordinal)).Change,
            Is.EqualTo(Change.Notice)
        );
        Assert.That((await Cards())[Ccas], Does.Contain("NOTE:le mardi"));
    }

    [Test]
    public async Task A_card_that_somebody_deleted_stays_away()
    {
        await Apply();
        var card = (await _place.Client.AddressBooks.Get(Book, [Ccas], default)).Single();
        await _place.Client.AddressBooks.Remove(Book, Ccas, card.ETag, default);
        await Apply();
        var plan = await _place.PlanAsync(_territory);
        Assert.That(
            plan.Plan!.Steps.Single(step => step.Key.EndsWith("org:ccas", StringComparison.Ordinal)).Change,
            Is.EqualTo(Change.Notice)
        );
        Assert.That((await Cards()).Keys, Has.No.Member(Ccas));
    }

    [Test]
    public async Task A_directory_that_suddenly_lacks_many_empties_no_address_book()
    {
        _territory = _territory with
        {
            Organisations =
            [
                .. _territory.Organisations,
                .. Enumerable
                    .Range(1, 30)
                    .Select(n => new Organisation { Id = $"o{n}", Name = $"Structure {n}" }),
            ],
        };
        await Apply();
        _territory = _territory with { Organisations = [.. _territory.Organisations.Take(2)] };
        var report = await _place.ApplyAsync(_territory);
        Assert.That(report.Plan!.HasConflicts);
        Assert.That(await Cards(), Has.Count.EqualTo(33));
        var confirmed = await _place.ConfirmAsync(_territory);
        Assert.That(confirmed.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(confirmed));
        Assert.That(await Cards(), Has.Count.EqualTo(3));
        await IsSettled();
    }

    [Test]
    public async Task Who_writes_in_a_card_while_it_is_written_loses_nothing()
    {
        await Apply();
        var ccas = _territory.Organisations[0] with { Telephone = "+33492000000" };
        _territory = _territory with { Organisations = [ccas, .. _territory.Organisations.Skip(1)] };
        var report = await _place.ApplyAsync(
            _territory,
            _ =>
                Write(
                        Ccas,
                        text => text.Replace("END:", "NOTE:entre-temps\r\nEND:", StringComparison.Ordinal)
                    )
                    .GetAwaiter()
                    .GetResult()
        );
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That((await Cards())[Ccas], Does.Contain("NOTE:entre-temps").And.Contain("+33492000000"));
        await IsSettled();
    }

    [Test]
    public async Task A_ledger_that_was_lost_finds_its_cards_again()
    {
        await Apply();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_place.Folder, "ledger.db*"))
        {
            File.Delete(file);
        }

        var report = await Apply();
        Assert.That(Steps(report).Select(step => step.Item1), Is.All.EqualTo(Change.Adopt));
        Assert.That(await Cards(), Has.Count.EqualTo(3));
    }

    private static Territory Agreed(Territory territory, string id, Listing listing) =>
        territory with
        {
            People =
            [
                .. territory.People.Select(person =>
                    person.Id == id
                        ? person with
                        {
                            Telephone = "01 23 45 67 89",
                            Consent = new Consent { Agreed = listing, AgreedOn = Day },
                        }
                        : person
                ),
            ],
        };

    private async Task<RunReport> Apply()
    {
        var report = await _place.ApplyAsync(_territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await IsSettled();
        return report;
    }

    private async Task IsSettled()
    {
        var plan = await _place.PlanAsync(_territory);
        Assert.That(plan.Plan!.Pending.Select(step => step.Key), Is.Empty, Workplace.Sentences(plan));
    }

    private static int Total(RunReport report) => report.Requests.Values.Sum();

    private static IReadOnlyList<(Change, string)> Steps(RunReport report) =>
        [
            .. report
                .Plan!.Pending.Where(step =>
                    step.Stage == PlanStage.AddressBook && NetworkCards.IsCard(step.Key)
                )
                .Select(step =>
                    (step.Change, step.Key[(step.Key.IndexOf("card:", StringComparison.Ordinal) + 5)..])
                ),
        ];

    private async Task<IReadOnlyDictionary<string, string>> Cards()
    {
        var listed = await _place.Client.AddressBooks.List(Book, default) ?? [];
        var cards = await _place.Client.AddressBooks.Get(
            Book,
            [.. listed.Select(card => card.Name)],
            default
        );
        return cards.ToDictionary(card => card.Name, card => card.Text!);
    }

    private async Task Write(string name, Func<string, string> change)
    {
        Card there = (await _place.Client.AddressBooks.Get(Book, [name], default)).Single();
        var put = await _place.Client.AddressBooks.Put(
            Book,
            name,
            change(there.Text!),
            PutCondition.IfMatch(there.ETag),
            default
        );
        Assert.That(put.Changed);
    }
}
