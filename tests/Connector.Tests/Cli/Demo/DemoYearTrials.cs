using Connector.Cli.Demo;
using Connector.Cli.Demo.Year;
using Connector.DevServer;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Minutes;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Reviews;
using Connector.Roadmaps;
using Connector.TerritoryFiles;
using Microsoft.Data.Sqlite;

namespace Connector.Connector.Tests.Cli.Demo;

/// <summary>The demo's year, lived once on an embedded server: what a coordinator finds at its end.</summary>
public sealed class DemoYearTrials
{
    private const string Password = "Une-annee-Passw0rd";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-demo-year-");
    private readonly DemoClock _clock = new(TimeProvider.System);
    private DevServerHost _server = null!;
    private NextcloudClient _service = null!;
    private LedgerStore _ledger = null!;
    private LoadResult _loaded = null!;
    private RunReport _last = null!;

    [OneTimeSetUp]
    public async Task Live()
    {
        var files = new YearFiles(_folder.FullName, TerritoryDay.Now(TimeProvider.System, "Europe/Paris"));
        _clock.Set(new DateTimeOffset(files.Start.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero));
        var first = files.At(0);
        _server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Path.Combine(_folder.FullName, "server"),
                AdminPassword = Password,
                Talk = true,
                TimeProvider = _clock,
            },
            default
        );
        _service = As("admin", Password);
        _ledger = await LedgerStore.OpenAsync(Path.Combine(_folder.FullName, "ledger.db"), _clock, default);
        var people = await DemoPeople.CreateAsync(_service, first.Territory!, default);
        await Run().ApplyAsync(first.Territory!, first.Blueprints, null, null, default);
        var hands = people.Select(one => As(one.UserId, one.Password)).ToList();
        (_loaded, _last) = await new DemoYear(_clock, files, _service, _ledger, hands).LiveAsync(
            _ => { },
            default
        );
        foreach (var hand in hands)
        {
            await hand.DisposeAsync();
        }
    }

    [OneTimeTearDown]
    public async Task End()
    {
        if (_server is not null)
        {
            await _service.DisposeAsync();
            await _ledger.DisposeAsync();
            await _server.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_run_after_it_changes_nothing()
    {
        Assert.That(_last.Problems, Is.Empty);
        var again = await Run().PlanAsync(_loaded.Territory!, _loaded.Blueprints, default);
        Assert.That(again.Plan!.Pending.Select(step => step.Key), Is.Empty);
        Assert.That(again.Outcome, Is.EqualTo(RunOutcome.Done));
    }

    [Test]
    public async Task Groups_met_wrote_and_published()
    {
        var status = await Minutes();
        var written = status.Groups.SelectMany(group => group.Minutes).Where(one => one.IsWritten).ToList();
        Assert.That(written, Has.Count.GreaterThan(45));
        Assert.That(written.Sum(one => one.Decisions.Count), Is.GreaterThan(15));
        Assert.That(status.Groups.SelectMany(group => group.Life.Attendance), Is.Not.Empty);
        Assert.That(
            status.Groups.Sum(group => group.Life.Convivial),
            Is.GreaterThan(3),
            "galette, cafés, visit"
        );
        Assert.That(
            status.Groups.SelectMany(group => group.Life.Unwritten),
            Is.Not.Empty,
            "one group is late"
        );
        var board = await new ActionStore(_ledger, Slug.Of(_loaded.Territory!.Name)).LoadAsync(default);
        Assert.That(board.Places.Values.Count(place => place.IsPublished), Is.GreaterThan(40));
    }

    [Test]
    public async Task Some_actions_are_done_some_open_and_some_overdue()
    {
        var board = await new ActionStore(_ledger, Slug.Of(_loaded.Territory!.Name)).LoadAsync(default);
        var today = TerritoryDay.Now(_clock, _loaded.Territory!.TimeZone);
        Assert.Multiple(() =>
        {
            Assert.That(Count(board, "fait"), Is.GreaterThan(20));
            Assert.That(Count(board, "abandonne"), Is.GreaterThan(0));
            Assert.That(board.Actions.Count(action => action.Words.IsOpen), Is.GreaterThan(8));
            Assert.That(board.Actions.Count(action => action.IsOverdue(today)), Is.InRange(2, 20));
            Assert.That(board.Actions.SelectMany(action => action.Disputes), Is.Empty);
        });
    }

    [Test]
    public async Task The_roadmap_is_signed_in_part_and_a_second_version_is_in_preparation()
    {
        var status = await new StatusRun(_service, _ledger, _clock).RunAsync(
            _loaded.Territory!,
            _loaded.Blueprints,
            null,
            default
        );
        var network = status.Roadmaps.Single(roadmap => roadmap.File.GroupId is null).Board;
        Assert.That(network.Signatures, Has.Count.GreaterThan(5));
        Assert.That(network.Waiting, Has.Count.GreaterThan(5));
        Assert.That(network.IsChangedSince);
    }

    [Test]
    public async Task What_members_did_is_as_they_left_it()
    {
        var files = (await _service.Files.Propfind("GT Jeunes", DavDepth.Infinity, default)).Resources;
        Assert.That(
            files.Select(file => file.Path),
            Does.Contain("GT Jeunes/03 Nos documents/Idées de films.md")
                .And.Not.Contain("GT Jeunes/03 Documents de travail")
        );
    }

    [Test]
    public async Task The_voice_told_some_and_holds_some()
    {
        var store = new DeliveryStore(_ledger, Slug.Of(_loaded.Territory!.Name), _clock);
        Assert.That(await store.CountAsync(DeliveryState.Sent, default), Is.GreaterThan(5));
        Assert.That(await store.CountAsync(DeliveryState.Dead, default), Is.Zero);
    }

    [Test, Order(1)]
    public async Task Its_review_is_written_once()
    {
        var run = new YearReviewRun(_service, _ledger, _clock);
        var year = TerritoryDay.Now(_clock, "Europe/Paris").AddDays(-60).Year;
        var first = await run.RunAsync(
            _loaded.Territory!,
            _loaded.Blueprints,
            year,
            isWritten: true,
            default
        );
        Assert.That(first.Problems, Is.Empty);
        var path = $"Réseau/Bilans/Bilan {year}.docx";
        var written = await _service.Files.GetFile(path, default);
        Assert.That(written, Is.Not.Null, first.Said?.French);
        var second = await run.RunAsync(
            _loaded.Territory!,
            _loaded.Blueprints,
            year,
            isWritten: true,
            default
        );
        Assert.That(second.Said!.Value.French, Does.Contain("déjà là"));
        Assert.That((await _service.Files.GetFile(path, default))!.Bytes, Is.EqualTo(written!.Bytes));
        Assert.That(first.Review!.Meetings, Is.GreaterThan(5));
        if (Environment.GetEnvironmentVariable("CONNECTOR_SCREENSHOTS") is { Length: > 0 } pictures)
        {
            await File.WriteAllBytesAsync(Path.Combine(pictures, "bilan.docx"), written.Bytes);
        }
    }

    private static int Count(ActionBoard board, string status) =>
        board.Actions.Count(action => Domain.Folded.Key(action.Words.Status) == status);

    private Task<MinutesReport> Minutes() =>
        new MinutesStatusRun(_service, _ledger, _clock).RunAsync(
            _loaded.Territory!,
            _loaded.Blueprints,
            null,
            7,
            default
        );

    private ProvisionRun Run() => new(_service, _ledger, _clock);

    private NextcloudClient As(string user, string password) =>
        new NextcloudClientFactory().Create(
            new NextcloudAccount
            {
                BaseUrl = _server.BaseAddress,
                UserName = user,
                AppPassword = password,
            }
        );
}
