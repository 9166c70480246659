using Connector.Announcing;
using Connector.Domain;
using Connector.Ledger;
using Connector.Minutes;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli.Demo.Year;

/// <summary>
/// A year of the sample network's life on a clock of its own: people meet, write and sign on the server, and
/// Connector comes by as it does from a schedule. Nothing is put into the ledger or onto the server by any other way.
/// </summary>
internal sealed class DemoYear(
    DemoClock clock,
    YearFiles files,
    NextcloudClient service,
    LedgerStore ledger,
    IReadOnlyList<NextcloudClient> people
)
{
    public const int Days = Visits * DaysBetween;

    /// <summary>How often Connector comes by: each time costs a second or two.</summary>
    public const int Visits = 5;

    /// <summary>Less than the year's files make minutes ahead.</summary>
    private const int DaysBetween = 73;

    /// <summary>Outside of quiet hours anywhere in Europe.</summary>
    private static readonly TimeOnly Hour = new(10, 30);

    private readonly MinutesHand _minutes = new(people[0], YearStory.Read());
    private readonly YearActs _acts = new(service, ledger, clock, people);

    /// <param name="come">Told each day on which Connector comes by.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The files as they stand at the end, and the last run over them.</returns>
    public async Task<(LoadResult Loaded, RunReport Last)> LiveAsync(
        Action<DateOnly> come,
        CancellationToken ct
    )
    {
        var from = files.Start;
        for (var number = 1; number <= Visits; number++)
        {
            var day = files.Start.AddDays(number * DaysBetween);
            come(day);
            clock.Set(new DateTimeOffset(day.ToDateTime(Hour), TimeSpan.Zero));
            await PassAsync(number, from, ct);
            from = Today(files.At(number));
        }

        clock.SetRight();
        come(Today(files.At(Visits)));
        return await PassAsync(Visits + 1, from, ct);
    }

    private async Task<(LoadResult, RunReport)> PassAsync(int number, DateOnly from, CancellationToken ct)
    {
        var loaded = files.At(number);
        var (territory, blueprints) = (loaded.Territory!, loaded.Blueprints);
        var shelf = await MinutesShelf.LookAsync(service, ledger, clock, territory, blueprints, ct);
        var end = files.Start.AddDays(Days);
        await _minutes.WriteAsync(shelf, from, shelf.Today, end, ct);
        await _acts.BeforeAsync(number, ct);
        var run = new ProvisionRun(service, ledger, clock);
        var report = await run.ApplyAsync(territory, blueprints, null, null, ct);
        report = await new ApprovedDocuments(service, ledger, null, clock).RunAsync(
            report,
            territory,
            blueprints,
            ct
        );
        await _acts.AfterAsync(number, loaded, ct);
        var isLast = number > Visits;
        await new AnnouncingRun(
            service,
            ledger,
            new ChannelGround(files.Territory, _ => null),
            clock
        ).SendAsync(territory, now: !isLast, ct);
        return (loaded, report);
    }

    private DateOnly Today(LoadResult loaded) => TerritoryDay.Now(clock, loaded.Territory!.TimeZone);
}
