using System.Net;
using System.Text;
using Connector.DevServer;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;

namespace Connector.Benchmarks.Soak;

/// <summary>The members of one territory: they write notes, type into documents and add meetings, and remember each word.</summary>
internal sealed class SoakMembers
{
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Calendar, string Name), string> _events = [];
    private readonly NextcloudClient _eyes;
    private readonly SoakHand _hand;
    private readonly Random _random;
    private int _folders;
    private int _calendars;

    public SoakMembers(DevServerHost server)
    {
        _random = new Random(server.BaseAddress.Port);
        _eyes = new NextcloudClientFactory(TimeProvider.System).Create(
            new NextcloudAccount
            {
                BaseUrl = server.BaseAddress,
                UserName = TerritoriesBenchmark.User,
                AppPassword = TerritoriesBenchmark.Password,
            }
        );
        _hand = new SoakHand(server.BaseAddress);
    }

    public int Edits { get; private set; }

    /// <summary>Somebody does something every second and a half, wherever the server is there.</summary>
    public static async Task LiveAsync(List<SoakMembers> all, SoakWeather weather, CancellationToken ct)
    {
        var random = new Random(20);
        foreach (var members in all)
        {
            (members._folders, members._calendars) = await members.CountAsync();
        }

        while (!ct.IsCancellationRequested)
        {
            var who = random.Next(all.Count);
            if (!weather.IsAway(who))
            {
                await all[who].TryAsync();
            }

            await Task.Delay(TimeSpan.FromSeconds(1.5), ct).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <returns>How many texts are not where they were written.</returns>
    public async Task<int> LostAsync(string where)
    {
        var lost = 0;
        foreach (var (path, text) in _notes)
        {
            lost += Missing(
                where,
                path,
                text,
                Encoding.UTF8.GetString(await _hand.ReadAsync(SoakHand.File(path)) ?? [])
            );
        }

        foreach (var (path, texts) in _typed)
        {
            var words = await _hand.ReadAsync(SoakHand.File(path)) is { } docx
                ? SoakDocument.Words(docx)
                : "";
            lost += texts.Sum(text => Missing(where, path, text, words));
        }

        foreach (var ((calendar, name), text) in _events)
        {
            var ics = Encoding.UTF8.GetString(await _hand.ReadAsync(SoakHand.Event(calendar, name)) ?? []);
            lost += Missing(where, $"{calendar}/{name}", text, ics);
        }

        return lost;
    }

    /// <returns>Team folders, calendars and events that are there once too often.</returns>
    public async Task<int> DoubledAsync()
    {
        var (folders, calendars) = await CountAsync();
        var doubled = folders - _folders + calendars - _calendars;
        foreach (var calendar in await Calendars())
        {
            var objects = await _eyes.Calendars.ListObjects(calendar, default) ?? [];
            var uids = (
                await _eyes.Calendars.GetObjects(calendar, [.. objects.Select(item => item.Name)], default)
            ).Select(item =>
                item.Ics!.Split('\n').First(line => line.StartsWith("UID:", StringComparison.Ordinal))
            );
            doubled += objects.Count - uids.Distinct(StringComparer.Ordinal).Count();
        }

        return doubled;
    }

    /// <summary>Who cannot even look leaves it for later: what they were about to write is remembered once it is saved.</summary>
    private async Task TryAsync()
    {
        try
        {
            await EditAsync();
        }
        catch (NextcloudException error)
        {
            Console.Error.WriteLine($"a member leaves it for later: {error.Message}");
        }
    }

    private async Task EditAsync()
    {
        var text = $"texte {_random.NextInt64():x16}";
        await (
            _random.Next(6) switch
            {
                0 or 1 => WriteNote(text),
                2 => RenameNote(),
                3 => AddEvent(text),
                4 => Remark(text),
                _ => Type(text),
            }
        );
        Edits++;
    }

    /// <summary>A new note, or other words in one of theirs.</summary>
    private async Task WriteNote(string text)
    {
        var path =
            _notes.Count > 40
                ? _notes.Keys.ElementAt(_random.Next(_notes.Count))
                : $"{await Any(node => node.IsFolder && node.Path.Contains('/'))}/note {text}.txt";
        await _hand.PutAsync(SoakHand.File(path), Encoding.UTF8.GetBytes(text));
        _notes[path] = text;
    }

    private async Task RenameNote()
    {
        if (_notes.Count == 0)
        {
            return;
        }

        var from = _notes.Keys.ElementAt(_random.Next(_notes.Count));
        var to = $"{DavPath.Parent(from)}/renommée {_random.NextInt64():x16}.txt";
        await SoakHand.InsistAsync(async () =>
        {
            using var move = new HttpRequestMessage(new HttpMethod("MOVE"), SoakHand.File(from));
            move.Headers.Add("Destination", new Uri(_hand.Http.BaseAddress!, SoakHand.File(to)).AbsoluteUri);
            using var answer = await _hand.Http.SendAsync(move);
            return answer.IsSuccessStatusCode
                || (
                    answer.StatusCode == HttpStatusCode.NotFound
                    && await _hand.ReadAsync(SoakHand.File(to)) is not null
                );
        });
        _notes.Remove(from, out var text);
        _notes[to] = text!;
    }

    /// <summary>A sentence at the end of a document, saved over what was opened and nothing else.</summary>
    private async Task Type(string text)
    {
        var path = await Any(node => !node.IsFolder && node.Path.EndsWith(".docx", StringComparison.Ordinal));
        byte[]? mine = null;
        await SoakHand.InsistAsync(async () =>
        {
            using var opened = await _hand.Http.GetAsync(SoakHand.File(path));
            opened.EnsureSuccessStatusCode();
            var bytes = await opened.Content.ReadAsByteArrayAsync();
            // Half of what was sent may have arrived: then the whole goes over it.
            var isWhole = mine is null || SoakDocument.IsWhole(bytes);
            if (isWhole && SoakDocument.Words(bytes).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            mine = isWhole ? EditedDocx.Of(bytes, root => SoakDocument.Append(root, text)) : mine!;
            using var put = new HttpRequestMessage(HttpMethod.Put, SoakHand.File(path))
            {
                Content = new ByteArrayContent(mine),
            };
            put.Headers.IfMatch.Add(opened.Headers.ETag!);
            using var answer = await _hand.Http.SendAsync(put);
            return answer.IsSuccessStatusCode;
        });
        (_typed.TryGetValue(path, out var texts) ? texts : _typed[path] = []).Add(text);
    }

    private async Task AddEvent(string text)
    {
        var calendars = await Calendars();
        var (calendar, uid) = (calendars[_random.Next(calendars.Count)], $"{_random.NextInt64():x16}");
        var ics =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//essai//FR\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
            + $"DTSTAMP:20261116T090000Z\r\nDTSTART:202701{_random.Next(10, 28)}T090000Z\r\nSUMMARY:{text}\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        await _hand.PutAsync(
            SoakHand.Event(calendar, $"{uid}.ics"),
            Encoding.UTF8.GetBytes(ics),
            "text/calendar"
        );
        _events[(calendar, $"{uid}.ics")] = text;
    }

    /// <summary>Words of theirs in a meeting that Connector planned.</summary>
    private async Task Remark(string text)
    {
        var calendars = await Calendars();
        var calendar = calendars[_random.Next(calendars.Count)];
        var free = (await _eyes.Calendars.ListObjects(calendar, default) ?? [])
            .Select(item => item.Name)
            .Where(name => !_events.ContainsKey((calendar, name)))
            .ToList();
        if (free.Count == 0)
        {
            return;
        }

        var name = free[_random.Next(free.Count)];
        await SoakHand.InsistAsync(async () =>
        {
            using var opened = await _hand.Http.GetAsync(SoakHand.Event(calendar, name));
            opened.EnsureSuccessStatusCode();
            var ics = await opened.Content.ReadAsStringAsync();
            if (ics.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            var at = ics.IndexOf("END:VEVENT", StringComparison.Ordinal);
            using var put = new HttpRequestMessage(HttpMethod.Put, SoakHand.Event(calendar, name))
            {
                Content = new StringContent(
                    ics.Insert(at, $"COMMENT:{text}\r\n"),
                    Encoding.UTF8,
                    "text/calendar"
                ),
            };
            put.Headers.IfMatch.Add(opened.Headers.ETag!);
            using var answer = await _hand.Http.SendAsync(put);
            return answer.IsSuccessStatusCode;
        });
        _events[(calendar, name)] = text;
    }

    private async Task<string> Any(Func<DavResource, bool> what)
    {
        var all = (await _eyes.Files.Propfind("", DavDepth.Infinity, default)).Resources.Where(what).ToList();
        return all[_random.Next(all.Count)].Path;
    }

    private async Task<List<string>> Calendars() =>
        [
            .. (await _eyes.Calendars.ListCalendars(default))
                .Select(calendar => calendar.Uri)
                .Where(uri => uri.StartsWith("connector-", StringComparison.Ordinal)),
        ];

    private async Task<(int Folders, int Calendars)> CountAsync() =>
        ((await _eyes.TeamFolders.List(default)).Count, (await Calendars()).Count);

    private static int Missing(string where, string path, string text, string now)
    {
        if (now.Contains(text, StringComparison.Ordinal))
        {
            return 0;
        }

        Console.WriteLine($"lost in {where}: « {text} » of {path}");
        return 1;
    }
}
