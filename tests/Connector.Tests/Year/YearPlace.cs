using System.Globalization;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Tests.Provisioning;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Year;

/// <summary>A server, a ledger, a clock that the test sets, and a member's hands.</summary>
internal sealed class YearPlace : IAsyncDisposable
{
    private const string Password = "Une-annee-Passw0rd";

    private readonly NextcloudAccount _account;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-year-");

    private YearPlace(NextcloudAccount account)
    {
        _account = account;
        Look = NewClient();
        Hands = new Hands(account.BaseUrl, YearTerritory.Member, Password);
    }

    /// <summary>The service account, to look around with.</summary>
    public NextcloudClient Look { get; }

    /// <summary>Those of <see cref="YearTerritory.Member"/>.</summary>
    public Hands Hands { get; }

    public string Service => _account.UserName;

    public static async Task<YearPlace> OpenAsync(Workbench bench)
    {
        var place = new YearPlace(await bench.Account());
        var member = new NewUser
        {
            Id = YearTerritory.Member,
            DisplayName = "Léa D'Almeida",
            Password = Password,
        };
        Assert.That((await place.Look.Users.Create(member, default)).IsThere);
        return place;
    }

    /// <summary>Runs at seven in the morning of a day, territory's time or nearly so.</summary>
    public async Task<RunReport> ApplyAsync(DateOnly day)
    {
        var clock = new FakeTimeProvider(
            new DateTimeOffset(day.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero)
        );
        var (territory, blueprints) = YearTerritory.On(day, _folder.FullName);
        await using var ledger = await LedgerStore.OpenAsync(
            Path.Combine(_folder.FullName, "ledger.db"),
            clock,
            default
        );
        await using var client = NewClient();
        var report = await new ProvisionRun(client, ledger, clock).ApplyAsync(
            territory,
            blueprints,
            null,
            null,
            default
        );
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), $"{day:O}\n{Workplace.Sentences(report)}");
        return report;
    }

    /// <summary>Every file that the service account sees, by its number.</summary>
    public async Task<IReadOnlyDictionary<long, DavResource>> FilesAsync() =>
        (await Look.Files.Propfind("", DavDepth.Infinity, default))
            .Resources.Where(node => !node.IsFolder)
            .ToDictionary(node => node.FileId);

    /// <summary>A group's document whose name has all of these words.</summary>
    public async Task<DavResource?> FindAsync(string group, params string[] words) =>
        (await Look.Files.Propfind($"Groupe {group}", DavDepth.Infinity, default)).Resources.FirstOrDefault(
            node => !node.IsFolder && words.All(word => node.Path.Contains(word, StringComparison.Ordinal))
        );

    /// <summary>The group's calendar, and the object of its series in it.</summary>
    public async Task<(string Calendar, string Name, string Text)> SeriesAsync(string group)
    {
        var calendar = (await Look.Calendars.ListCalendars(default)).Single(item =>
            item.DisplayName.Contains($"Groupe {group}", StringComparison.Ordinal)
        );
        var names = (await Look.Calendars.ListObjects(calendar.Uri, default))!.Select(item => item.Name);
        var objects = await Look.Calendars.GetObjects(calendar.Uri, [.. names], default);
        var series = objects.Single(item => item.Ics!.Contains("RRULE", StringComparison.Ordinal));
        return (calendar.Uri, series.Name, series.Ics!);
    }

    /// <summary>How a calendar of the service account is called among a member's.</summary>
    public string Shared(string calendar) =>
        string.Create(CultureInfo.InvariantCulture, $"{calendar}_shared_by_{Service}");

    public async ValueTask DisposeAsync()
    {
        Hands.Dispose();
        await Look.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private NextcloudClient NewClient() =>
        new NextcloudClientFactory(
            TimeProvider.System,
            new NextcloudClientOptions { FirstDelay = TimeSpan.FromMilliseconds(10) }
        ).Create(_account);
}
