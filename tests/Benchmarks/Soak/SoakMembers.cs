using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;

namespace Connector.Benchmarks.Soak;

/// <summary>The members of one territory: they write notes, type into documents and add meetings, and remember each word.</summary>
internal sealed class SoakMembers
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Calendar, string Name), string> _events = [];
    private readonly NextcloudClient _eyes;
    private readonly HttpClient _http;
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
        _http = new HttpClient { BaseAddress = new Uri(server.BaseAddress, "remote.php/dav/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{TerritoriesBenchmark.User}:{TerritoriesBenchmark.Password}")
            )
        );
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
                await Unless(weather, who, all[who].EditAsync);
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
            lost += Missing(where, path, text, Encoding.UTF8.GetString(await Read(File(path)) ?? []));
        }

        foreach (var (path, texts) in _typed)
        {
            var words = await Read(File(path)) is { } docx ? Words(docx) : "";
            lost += texts.Sum(text => Missing(where, path, text, words));
        }

        foreach (var ((calendar, name), text) in _events)
        {
            var ics = Encoding.UTF8.GetString(await Read(Event(calendar, name)) ?? []);
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

    /// <summary>A server that goes away under somebody's eyes ends what they were about to begin.</summary>
    private static async Task Unless(SoakWeather weather, int server, Func<Task> edit)
    {
        try
        {
            await edit();
        }
        catch (NextcloudException error) when (weather.IsAway(server))
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
        await Put(File(path), Encoding.UTF8.GetBytes(text));
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
        await Insist(async () =>
        {
            using var move = new HttpRequestMessage(new HttpMethod("MOVE"), File(from));
            move.Headers.Add("Destination", new Uri(_http.BaseAddress!, File(to)).AbsoluteUri);
            using var answer = await _http.SendAsync(move);
            return answer.IsSuccessStatusCode
                || (answer.StatusCode == HttpStatusCode.NotFound && await Read(File(to)) is not null);
        });
        _notes.Remove(from, out var text);
        _notes[to] = text!;
    }

    /// <summary>A sentence at the end of a document, saved over what was opened and nothing else.</summary>
    private async Task Type(string text)
    {
        var path = await Any(node => !node.IsFolder && node.Path.EndsWith(".docx", StringComparison.Ordinal));
        byte[]? mine = null;
        await Insist(async () =>
        {
            using var opened = await _http.GetAsync(File(path));
            opened.EnsureSuccessStatusCode();
            var bytes = await opened.Content.ReadAsByteArrayAsync();
            // Half of what was sent may have arrived: then the whole goes over it.
            var isWhole = mine is null || IsWhole(bytes);
            if (isWhole && Words(bytes).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            mine = isWhole ? EditedDocx.Of(bytes, root => Append(root, text)) : mine!;
            using var put = new HttpRequestMessage(HttpMethod.Put, File(path))
            {
                Content = new ByteArrayContent(mine),
            };
            put.Headers.IfMatch.Add(opened.Headers.ETag!);
            using var answer = await _http.SendAsync(put);
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
        await Put(Event(calendar, $"{uid}.ics"), Encoding.UTF8.GetBytes(ics), "text/calendar");
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
        await Insist(async () =>
        {
            using var opened = await _http.GetAsync(Event(calendar, name));
            opened.EnsureSuccessStatusCode();
            var ics = await opened.Content.ReadAsStringAsync();
            if (ics.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            var at = ics.IndexOf("END:VEVENT", StringComparison.Ordinal);
            using var put = new HttpRequestMessage(HttpMethod.Put, Event(calendar, name))
            {
                Content = new StringContent(
                    ics.Insert(at, $"COMMENT:{text}\r\n"),
                    Encoding.UTF8,
                    "text/calendar"
                ),
            };
            put.Headers.IfMatch.Add(opened.Headers.ETag!);
            using var answer = await _http.SendAsync(put);
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

    private Task Put(string address, byte[] bytes, string type = "application/octet-stream") =>
        Insist(async () =>
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var answer = await _http.PutAsync(address, content);
            return answer.IsSuccessStatusCode;
        });

    private async Task<byte[]?> Read(string address)
    {
        using var answer = await _http.GetAsync(address);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : null;
    }

    /// <summary>As somebody whose program says that it could not save: again, until it could.</summary>
    private static async Task Insist(Func<Task<bool>> attempt)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await attempt())
                {
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException && tries < 3_000)
            {
                Console.Error.WriteLine($"a member tries again: {error.Message}");
            }

            if (tries == 3_000)
            {
                throw new InvalidOperationException("a member could not save in three thousand attempts");
            }

            await Task.Delay(500);
        }
    }

    private static int Missing(string where, string path, string text, string now)
    {
        if (now.Contains(text, StringComparison.Ordinal))
        {
            return 0;
        }

        Console.WriteLine($"lost in {where}: « {text} » of {path}");
        return 1;
    }

    private static bool IsWhole(byte[] docx)
    {
        try
        {
            _ = Words(docx);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Words(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!.Value;
    }

    private static void Append(XElement root, string text)
    {
        var body = root.Element(W + "body")!;
        var paragraph = new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", text)));
        if (body.Element(W + "sectPr") is { } section)
        {
            section.AddBeforeSelf(paragraph);
        }
        else
        {
            body.Add(paragraph);
        }
    }

    private static string File(string path) =>
        $"files/{TerritoriesBenchmark.User}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private static string Event(string calendar, string name) =>
        $"calendars/{TerritoriesBenchmark.User}/{calendar}/{name}";
}
