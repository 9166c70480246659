using System.Collections.Concurrent;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Service;

namespace Connector.Web.Console.Readings;

/// <summary>What a page gets: a reading, or why there is none; both where a later look failed.</summary>
internal sealed record ReadingResult(NetworkReading? Reading, IReadOnlyList<Problem> Problems)
{
    /// <summary>A newer look is under way.</summary>
    public bool IsRenewing { get; init; }
}

/// <summary>
/// The last reading of each territory, so that a page waits for no Nextcloud: it shows what was read last, and what is older
/// than five minutes is read again behind it. A job that ended makes what was read before it old. Kept in memory, for the
/// territories that somebody looked at last.
/// </summary>
internal sealed class ReadingShelf(ServiceState state, ServiceNode node, JobStore jobs, TimeProvider time)
    : IDisposable
{
    public const int Most = 12;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>How long a page waits for the very first look.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>What is known now; the first look of all is waited for, and the first after a job that changed something.</summary>
    public async Task<ReadingResult> OfAsync(ServiceTerritory territory, CancellationToken ct)
    {
        var place = Find(territory.Id);
        var last = await jobs.ListAsync(territory.Id, onlyOpen: false, most: 5, ct);
        var old =
            last.Max(job => job.EndedAt) is { } ended && ended > time.GetUtcNow() - Fresh
                ? ended
                : time.GetUtcNow() - Fresh;
        // One that is under way is waited for by whoever comes after it as well.
        var look = place.IsOld(old) ? Look(territory, place) : place.Look ?? Task.CompletedTask;
        // Whoever set something up wants to see that, not what was there before.
        var changed = last.Where(job => job.Changes > 0).Max(job => job.EndedAt);
        if (place.Result.Reading is not { } known || known.At < changed)
        {
            await Task.WhenAny(look, Task.Delay(Patience, time, ct));
        }

        if (look.IsFaulted)
        {
            await look;
        }

        return place.Result with
        {
            IsRenewing = !look.IsCompleted,
        };
    }

    /// <summary>Looks where nobody did yet, and ends when the look does; what went wrong is told to the page that asks.</summary>
    public async Task BeginAsync(ServiceTerritory territory, CancellationToken ct)
    {
        var place = Find(territory.Id);
        if (place.IsOld(time.GetUtcNow() - Fresh))
        {
            await Look(territory, place).WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A look from now on, waited for: what somebody just changed is in it.</summary>
    public async Task<ReadingResult> AnewAsync(ServiceTerritory territory, CancellationToken ct)
    {
        var place = Find(territory.Id);
        if (place.Look is { IsCompleted: false } before)
        {
            // It may have looked before the change.
            await before.WaitAsync(ct);
        }

        await Look(territory, place).WaitAsync(ct);
        return place.Result;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private Place Find(string territory)
    {
        var place = _places.GetOrAdd(territory, _ => new Place());
        place.AskedAt = time.GetUtcNow();
        foreach (var old in _places.OrderByDescending(pair => pair.Value.AskedAt).Skip(Most))
        {
            _places.TryRemove(old);
        }

        return place;
    }

    private Task Look(ServiceTerritory territory, Place place)
    {
        lock (place)
        {
            if (place.Look is not { IsCompleted: false })
            {
                place.BegunAt = time.GetUtcNow();
                // On its own: the page that asked may go away.
                place.Look = Task.Run(() => LookAsync(territory, place), CancellationToken.None);
            }

            return place.Look;
        }
    }

    private async Task LookAsync(ServiceTerritory territory, Place place)
    {
        try
        {
            var reading = await ReadAsync(territory, _stop.Token);
            place.Result = reading;
        }
        catch (NextcloudException error)
        {
            place.Result = place.Result with { Problems = [error.Problem] };
        }
        catch (LedgerException error)
        {
            place.Result = place.Result with { Problems = [error.Problem] };
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The service stops: nobody asks any more.
        }
    }

    private async Task<ReadingResult> ReadAsync(ServiceTerritory territory, CancellationToken ct)
    {
        var opened = OpenedTerritory.Of(territory, node.Environment);
        if (opened.Account is not { } account)
        {
            return new ReadingResult(null, opened.Problems);
        }

        await using var client = new NextcloudClientFactory(time, ServicePatience.Options).Create(account);
        await using var ledger = await OpenAsync(territory, opened.Loaded.Territory!.Name, ct);
        var reading = opened.Loaded.Territory.CloudDirectory is null
            ? null
            : await new DirectoryReader(client, ledger).ReadAsync(territory.File, opened.Loaded, ct);
        var whole = reading?.Loaded ?? opened.Loaded;
        return whole.Territory is null || whole.Territory.LacksDirectory
            ? new ReadingResult(null, whole.Problems)
            : new ReadingResult(
                await new ReadingRun(client, ledger, time).RunAsync(whole, reading?.Tree, ct),
                []
            );
    }

    /// <summary>Without the right to be the only run: looking disturbs nobody.</summary>
    private async Task<LedgerStore> OpenAsync(
        ServiceTerritory territory,
        string name,
        CancellationToken ct
    ) =>
        state.Configuration.Database is { Postgres: { } connection } database
            ? LedgerStore.Shared(connection, database.ToString(), time)
            : await LedgerStore.OpenAsync(territory.Ledger, time, ct);

    private sealed class Place
    {
        public ReadingResult Result { get; set; } = new(null, []);

        public Task? Look { get; set; }

        /// <summary>When the last look began: what happened later is not in it.</summary>
        public DateTimeOffset BegunAt { get; set; }

        public DateTimeOffset AskedAt { get; set; }

        public bool IsOld(DateTimeOffset before) => BegunAt < before || Look is { IsFaulted: true };
    }
}
