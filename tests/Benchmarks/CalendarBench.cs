using System.Diagnostics;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Testing;
using NodaTime;

namespace Connector.Benchmarks;

/// <summary>The calendar engine with its ledger at work on some calendars, as within a run: no documents, no folders.</summary>
internal sealed class CalendarBench : IAsyncDisposable
{
    private const string Slug = "banc";
    private const int MostAttempts = 20;

    private readonly DirectoryInfo _folder;
    private readonly LedgerStore _ledger;
    private readonly NextcloudClient _client;
    private readonly Territory _territory;

    private CalendarBench(
        DirectoryInfo folder,
        LedgerStore ledger,
        NextcloudAccount account,
        IReadOnlyList<string> uris
    )
    {
        (_folder, _ledger) = (folder, ledger);
        _client = new NextcloudClientFactory().Create(account);
        var group = Some.Territory().Groups[0];
        _territory = Some.Territory() with
        {
            Groups = [.. uris.Select(uri => group with { Id = uri, Meetings = [] })],
        };
    }

    public static async Task<CalendarBench> OpenAsync(NextcloudAccount account, IReadOnlyList<string> uris)
    {
        var folder = Directory.CreateTempSubdirectory("connector-benchmark-");
        var path = Path.Combine(folder.FullName, "ledger.db");
        var ledger = await LedgerStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
        return new CalendarBench(folder, ledger, account, uris);
    }

    /// <summary>What a run begins with: the ledger, the calendars, the meetings of the next year; and what it remembers.</summary>
    public async Task<Looked> LookAsync()
    {
        var before = _client.Requests.Total;
        using var timeline = new RequestTimeline(_client.Requests);
        var clock = Stopwatch.StartNew();
        var known = await _ledger.LoadAsync(Slug, CancellationToken.None);
        var now = DateTimeOffset.UtcNow;
        var read = await new CalendarReader(_client.Calendars, known, now).ReadAsync(
            Spec(),
            CancellationToken.None
        );
        var ours = read.Where(item => item.Texts is not null).ToList();
        var byUri = ours.ToDictionary(item => item.Calendar.Uri, item => item.Texts);
        var calendars = new GroupCalendars(_territory, group => byUri.GetValueOrDefault(group.Id));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var group in _territory.Groups)
        {
            calendars.Between(group.Id, today, today.AddYears(1));
        }

        var moved = await RememberAsync(known, ours, now);
        return new Looked(
            clock.Elapsed.TotalSeconds,
            _client.Requests.Total - before,
            timeline.Waited.TotalSeconds,
            moved
        );
    }

    /// <summary>New events, each told to the ledger before and after, and remembered.</summary>
    public async Task<Written> WriteAsync(string uri, IReadOnlyDictionary<string, string> events)
    {
        var steps = events.Keys.Select(name => Step(uri, name)).ToList();
        var before = _client.Requests.Total;
        using var timeline = new RequestTimeline(_client.Requests);
        var clock = Stopwatch.StartNew();
        var run = await _ledger.BeginRunAsync(Slug, "apply", CancellationToken.None);
        var ids = await _ledger.BeginStepsAsync(run, Slug, steps, CancellationToken.None);
        var texts = new Dictionary<string, CalendarText>(StringComparer.Ordinal);
        var writer = new NewEvents(
            _client.Calendars,
            step => events[step.Key],
            (_, name, text) => texts[name] = text
        );
        var made = new Dictionary<string, StepOutcome>(StringComparer.Ordinal);
        for (var attempt = 0; made.Count < steps.Count && attempt < MostAttempts; attempt++)
        {
            // What a busy server refused is tried again, as a run does.
            var left = steps.Where(step => !made.ContainsKey(step.Key)).ToList();
            foreach (var (key, outcome) in await writer.Create(left, CancellationToken.None))
            {
                made[key] = outcome;
            }

            foreach (var step in steps.Where(step => !made.ContainsKey(step.Key)))
            {
                var alone = await _client.Calendars.CreateObjects(
                    uri,
                    [(step.Key, events[step.Key])],
                    CancellationToken.None
                );
                if (alone.GetValueOrDefault(step.Key) is { } found)
                {
                    texts[step.Key] = new CalendarText(found.ETag, found.Ics!);
                    made[step.Key] = StepOutcome.Done();
                }
            }
        }

        if (made.Count != steps.Count)
        {
            throw new InvalidOperationException($"{steps.Count - made.Count} events were refused");
        }

        await _ledger.CompleteStepsAsync(
            Slug,
            [
                .. steps
                    .Zip(ids)
                    .Select(pair => (pair.Second, made[pair.First.Key].Made, (IReadOnlyList<KeptBase>)[])),
            ],
            CancellationToken.None
        );
        var record = new CalendarRecord(WorkspaceKeys.Calendar(uri), texts, []);
        await CalendarShelf.RememberAsync(
            _ledger,
            Slug,
            [],
            [record],
            [],
            DateTimeOffset.UtcNow,
            CancellationToken.None
        );
        return new Written(
            clock.Elapsed.TotalSeconds,
            _client.Requests.Total - before,
            timeline.Waited.TotalSeconds
        );
    }

    private async Task<int> RememberAsync(
        KnownWorkspace known,
        IReadOnlyList<ReadCalendar> read,
        DateTimeOffset now
    )
    {
        var zone = DateTimeZoneProviders.Tzdb[_territory.TimeZone];
        var (resources, records) = (new List<KnownResource>(), new List<CalendarRecord>());
        foreach (var item in read)
        {
            var key = WorkspaceKeys.Calendar(item.Calendar.Uri);
            KnownResource?[] rows =
            [
                CalendarMemory.OnRecord(key, item.Calendar.CTag, item.Calendar.SyncToken),
                new()
                {
                    Key = key,
                    RemoteId = item.Calendar.Uri,
                    ETag = item.Calendar.CTag,
                },
                item.Proof?.OnRecord(),
            ];
            resources.AddRange(rows.OfType<KnownResource>().Where(row => known.Find(row.Key) != row));
            if (CalendarMemory.Moved(key, item.Texts!, zone, CalendarMemory.Recall(known, key)) is { } moved)
            {
                records.Add(moved);
            }
        }

        if (resources.Count + records.Count > 0)
        {
            await CalendarShelf.RememberAsync(
                _ledger,
                Slug,
                resources,
                records,
                [],
                now,
                CancellationToken.None
            );
        }

        return records.Sum(record => record.Changed.Count + record.Removed.Count);
    }

    private PlanStep Step(string uri, string name) =>
        new()
        {
            Key = name,
            Stage = PlanStage.Calendars,
            Change = Change.Create,
            Subject = new Text(name, name),
            Reason = default,
            Action = new PutEvent(
                uri,
                new EventSpec
                {
                    Key = name,
                    ObjectName = name,
                    Series = Some.Territory().Groups[0].Meetings[0],
                    ContentHash = name,
                },
                null
            ),
        };

    private WorkspaceSpec Spec() =>
        new()
        {
            CreateAccounts = false,
            Accounts = [],
            Groups = [],
            Areas =
            [
                .. _territory.Groups.Select(group => new AreaSpec
                {
                    Key = WorkspaceKeys.Area(group.Id),
                    Area = WorkspaceArea.Group,
                    WorkingGroupId = group.Id,
                    Blueprint = new BlueprintVersion("standard", "1"),
                    MountPoint = group.Name,
                    Access = new Dictionary<string, int>(),
                    Rules = [],
                    Folders = [],
                    Documents = [],
                    Calendar = new CalendarSpec
                    {
                        Key = WorkspaceKeys.Calendar(group.Id),
                        Uri = group.Id,
                        DisplayName = group.Id,
                        Colour = "#0082c9",
                        Shares = new Dictionary<string, bool>(),
                        Events = [],
                    },
                }),
            ],
        };

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _ledger.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <param name="Seconds">All of it.</param>
/// <param name="Requests">How many were sent.</param>
/// <param name="Waited">Seconds with a request under way; the rest is our own work.</param>
/// <param name="Moved">Objects that the ledger did not know as they are.</param>
internal sealed record Looked(double Seconds, int Requests, double Waited, int Moved);

/// <param name="Seconds">All of it.</param>
/// <param name="Requests">How many were sent.</param>
/// <param name="Waited">Seconds with a request under way.</param>
internal sealed record Written(double Seconds, int Requests, double Waited);
