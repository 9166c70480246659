using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Provisioning;
using Connector.Testing;
using Microsoft.Data.Sqlite;
using NodaTime;
using CalendarSpec = Connector.Domain.Workspaces.CalendarSpec;

namespace Connector.Tests.Calendars;

/// <summary>
/// The calendar engine of one group at work: a ledger, and looks at the calendar as runs take them. Needs nothing of the
/// server but CalDAV.
/// </summary>
internal sealed class CalendarDesk : IAsyncDisposable
{
    private const string Territory = "essai";
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly DateOnly To = new(2027, 9, 1);

    private readonly CalendarBackend _backend;
    private readonly DirectoryInfo _folder;
    private readonly LedgerStore _ledger;

    private CalendarDesk(CalendarBackend backend, DirectoryInfo folder, LedgerStore ledger) =>
        (_backend, _folder, _ledger) = (backend, folder, ledger);

    public DateTimeOffset Now { get; set; } = Some.Now;

    public Territory Source { get; } = Some.Territory() with { Groups = [Some.Territory().Groups[1]] };

    public WorkingGroup Group => Source.Groups[0];

    public string Key => WorkspaceKeys.Calendar(Group.Id);

    public LedgerStore Ledger => _ledger;

    public static async Task<CalendarDesk> OpenAsync(CalendarBackend backend)
    {
        await backend.OpenAsync();
        var folder = Directory.CreateTempSubdirectory("connector-desk-");
        var path = Path.Combine(folder.FullName, "ledger.db");
        return new CalendarDesk(
            backend,
            folder,
            await LedgerStore.OpenAsync(path, TimeProvider.System, default)
        );
    }

    public Task<KnownWorkspace> KnownAsync() => _ledger.LoadAsync(Territory, default);

    /// <summary>One look, as a run begins with it, and what it learnt remembered as a run ends with it.</summary>
    public async Task<Look> LookAsync()
    {
        var known = await KnownAsync();
        var before = _backend.Requests.Total;
        var read = (await new CalendarReader(_backend.Client, known, Now).ReadAsync(Spec(), default)).Single(
            read => read.Calendar.Uri == _backend.CalendarUri
        );
        var requests = _backend.Requests.Total - before;
        var moved = await RememberAsync(known, read);
        var calendar = new GroupCalendar(Source, Group, read.Texts);
        return new Look(read, requests, moved, calendar.Between(From, To), calendar.Problems);
    }

    /// <summary>What a run that wrote an object remembers of it.</summary>
    public Task NoteAsync(string name, CalendarText text) =>
        CalendarShelf.RememberAsync(
            _ledger,
            Territory,
            [],
            [new CalendarRecord(Key, new Dictionary<string, CalendarText> { [name] = text }, [])],
            [],
            Now,
            default
        );

    /// <summary>As if the ledger had been told another token.</summary>
    public async Task SayTokenAsync(string token)
    {
        var known = (await KnownAsync()).Find(WorkspaceKeys.Objects(Key))!;
        await _ledger.RememberAsync(Territory, [known with { Path = token, ETag = "other" }], default);
    }

    private async Task<CalendarRecord?> RememberAsync(KnownWorkspace known, ReadCalendar read)
    {
        if (read.IsEmptied || read.IsUnreadable)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb[Source.TimeZone];
        var moved = CalendarMemory.Moved(Key, read.Texts!, zone, CalendarMemory.Recall(known, Key));
        KnownResource?[] resources =
        [
            CalendarMemory.OnRecord(Key, read.Calendar.CTag, read.Calendar.SyncToken),
            new()
            {
                Key = Key,
                RemoteId = read.Calendar.Uri,
                ETag = read.Calendar.CTag,
            },
            read.Proof?.OnRecord(),
        ];
        await CalendarShelf.RememberAsync(
            _ledger,
            Territory,
            [.. resources.OfType<KnownResource>()],
            moved is null ? [] : [moved],
            [],
            Now,
            default
        );
        return moved;
    }

    private WorkspaceSpec Spec() =>
        new()
        {
            CreateAccounts = false,
            Accounts = [],
            Groups = [],
            Areas =
            [
                new AreaSpec
                {
                    Key = WorkspaceKeys.Area(Group.Id),
                    Area = WorkspaceArea.Group,
                    WorkingGroupId = Group.Id,
                    Blueprint = new BlueprintVersion("standard", "1"),
                    MountPoint = Group.Name,
                    Access = new Dictionary<string, int>(),
                    Rules = [],
                    Folders = [],
                    Documents = [],
                    Calendar = new CalendarSpec
                    {
                        Key = Key,
                        Uri = _backend.CalendarUri,
                        DisplayName = Group.Name,
                        Colour = "#0082c9",
                        Shares = new Dictionary<string, bool>(),
                        Events = [],
                    },
                },
            ],
        };

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <summary>What one look showed.</summary>
/// <param name="Read">As the reader gave it.</param>
/// <param name="Requests">How many it took.</param>
/// <param name="Moved">What the ledger did not know before; null for nothing.</param>
/// <param name="Meetings">Of a year.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record Look(
    ReadCalendar Read,
    int Requests,
    CalendarRecord? Moved,
    IReadOnlyList<MeetingOccurrence> Meetings,
    IReadOnlyList<CalendarProblem> Problems
);
