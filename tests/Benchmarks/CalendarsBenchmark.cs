using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Nextcloud;
using Connector.Testing;
using CalendarSpec = Connector.Nextcloud.CalDav.CalendarSpec;

namespace Connector.Benchmarks;

/// <summary>
/// The calendar engine on a real Nextcloud: 300 new events against vdirsyncer, nothing to do on 50 calendars (the server has
/// to allow them: <c>occ config:app:set dav maximumCalendarsSubscriptions --value=200</c>); and ten thousand events in one
/// calendar of the embedded server, in a process of its own whose memory is measured.
/// </summary>
internal static class CalendarsBenchmark
{
    /// <summary>First argument of the process that holds ten thousand events.</summary>
    public const string Child = "calendars-child";

    private const int NewEvents = 300;
    private const int Calendars = 50;
    private const int ManyEvents = 10_000;
    private const int Rounds = 3;

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        if (TestServer.Real() is not { } real)
        {
            Console.WriteLine(
                "needs a real server: set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD"
            );
            return figures;
        }

        var account = AccountOf(real);
        var made = new List<string>();
        try
        {
            await First(account, made, figures);
            await Noop(account, made, figures);
        }
        finally
        {
            foreach (var uri in made)
            {
                await real.Delete($"remote.php/dav/calendars/{account.Principal}/{uri}/");
            }
        }

        await Many(figures);
        return figures;
    }

    /// <summary>A look at ten thousand events, one of them changed, and the memory that it took.</summary>
    public static async Task<int> RunChildAsync(string uri)
    {
        var account = AccountOf(TestServer.Real()!);
        await using var bench = await CalendarBench.OpenAsync(account, [uri]);
        var first = await bench.LookAsync();
        await using var member = new NextcloudClientFactory().Create(account);
        var (name, text) = Events(uri, 1).First();
        await Put(member, uri, name, text.Replace("SUMMARY:", "SUMMARY:Autre ", StringComparison.Ordinal));
        var change = await bench.LookAsync();
        using var self = Process.GetCurrentProcess();
        var result = new ManyFigures(
            first.Seconds,
            first.Requests,
            change.Seconds - change.Waited,
            change.Requests,
            change.Moved,
            self.PeakWorkingSet64 / 1024 / 1024
        );
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }

    private static async Task First(
        NextcloudAccount account,
        List<string> made,
        Dictionary<string, object> figures
    )
    {
        var (ours, theirs) = (new List<Written>(), new List<VdirsyncerPeer>());
        foreach (var _ in Enumerable.Range(0, Rounds))
        {
            // Right after each other: what else the machine does meanwhile should weigh on both alike.
            var uri = await Make(account, made);
            await using var bench = await CalendarBench.OpenAsync(account, [uri]);
            await bench.LookAsync();
            ours.Add(await bench.WriteAsync(uri, Events(uri, NewEvents)));
            var peer = await Make(account, made);
            if (await VdirsyncerPeer.MeasureAsync(account, peer, Events(peer, NewEvents)) is { } measured)
            {
                theirs.Add(measured);
            }
        }

        var first = ours.OrderBy(run => run.Seconds).ElementAt(ours.Count / 2);
        figures["firstSeconds"] = first.Seconds;
        figures["firstRequests"] = first.Requests;
        Console.WriteLine(
            $"{NewEvents} new events   Connector {first.Seconds, 6:0.00} s, {first.Requests} requests, {first.Seconds - first.Waited:0.00} s ours"
        );
        if (theirs.Count == 0)
        {
            Console.WriteLine("peer vdirsyncer: not installed");
            return;
        }

        var peers = theirs.OrderBy(run => run.First).ElementAt(theirs.Count / 2);
        Console.WriteLine(
            $"{NewEvents} new events   vdirsyncer {peers.First.TotalSeconds, 5:0.00} s; nothing to do {peers.Again.TotalSeconds:0.00} s"
        );
        figures["vdirsyncerFirstSeconds"] = peers.First.TotalSeconds;
        figures["vdirsyncerNoopSeconds"] = peers.Again.TotalSeconds;
        figures["firstRatio"] = peers.First.TotalSeconds / first.Seconds;
    }

    private static async Task Noop(
        NextcloudAccount account,
        List<string> made,
        Dictionary<string, object> figures
    )
    {
        var uris = new List<string>();
        foreach (var _ in Enumerable.Range(0, Calendars))
        {
            uris.Add(await Make(account, made));
        }

        await using var bench = await CalendarBench.OpenAsync(account, uris);
        await bench.LookAsync();
        foreach (var uri in uris)
        {
            await bench.WriteAsync(uri, Events(uri, 6));
        }

        await bench.LookAsync();
        var looks = new List<Looked>();
        foreach (var _ in Enumerable.Range(0, 7))
        {
            looks.Add(await bench.LookAsync());
        }

        var noop = looks.OrderBy(look => look.Seconds - look.Waited).ElementAt(looks.Count / 2);
        Console.WriteLine(
            $"nothing to do on {Calendars} calendars   {noop.Seconds, 6:0.000} s, {noop.Requests} request, {noop.Seconds - noop.Waited:0.000} s ours"
        );
        figures["noopRequests"] = noop.Requests;
        figures["noopSeconds"] = noop.Seconds - noop.Waited;
        figures["noopWithServerSeconds"] = noop.Seconds;
    }

    /// <summary>On the embedded server, in this process: the one that is measured has only the engine in it.</summary>
    private static async Task Many(Dictionary<string, object> figures)
    {
        var (server, host) = await TestServer.StartDev(CancellationToken.None);
        await using var running = host;
        var account = AccountOf(server);
        var uri = await Make(account, []);
        await using (var bench = await CalendarBench.OpenAsync(account, [uri]))
        {
            await bench.LookAsync();
            var written = await bench.WriteAsync(uri, Events(uri, ManyEvents));
            Console.WriteLine(
                $"{ManyEvents} events   written in {written.Seconds:0} s, {written.Requests} requests (embedded server)"
            );
        }

        var many = await InAProcessOfItsOwn(server, uri);
        Console.WriteLine(
            $"{ManyEvents} events   first look {many.FirstSeconds:0.0} s, {many.FirstRequests} requests; a change of one {many.ChangeRequests} requests, {many.ChangeOwnSeconds:0.000} s ours; {many.PeakMegabytes} MB at most"
        );
        figures["manyFirstRequests"] = many.FirstRequests;
        figures["changeRequests"] = many.ChangeRequests;
        figures["changeObjectsMoved"] = many.ChangeMoved;
        figures["changeOwnSeconds"] = many.ChangeOwnSeconds;
        figures["peakMegabytes"] = many.PeakMegabytes;
    }

    private static async Task<ManyFigures> InAProcessOfItsOwn(TestServer server, string uri)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] arguments = isHost ? [Environment.GetCommandLineArgs()[0], Child, uri] : [Child, uri];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["NEXTCLOUD_URL"] = server.Url.AbsoluteUri;
        start.Environment["NEXTCLOUD_USER"] = server.User;
        start.Environment["NEXTCLOUD_PASSWORD"] = server.Password;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<ManyFigures>(output.Trim().Split('\n')[^1])!;
    }

    private static NextcloudAccount AccountOf(TestServer real) =>
        new()
        {
            BaseUrl = real.Url,
            UserName = real.User,
            AppPassword = real.Password,
            RealPassword = real.RealPassword,
        };

    private static async Task<string> Make(NextcloudAccount account, List<string> made)
    {
        var uri = $"banc-{Guid.NewGuid():N}"[..13];
        await using var client = new NextcloudClientFactory().Create(account);
        var outcome = await client.Calendars.CreateCalendar(
            new CalendarSpec
            {
                Uri = uri,
                DisplayName = uri,
                Colour = "#0082c9",
            },
            CancellationToken.None
        );
        if (!outcome.IsThere)
        {
            throw new InvalidOperationException($"no calendar: {outcome.Result} {outcome.Message?.English}");
        }

        made.Add(uri);
        return uri;
    }

    private static async Task Put(NextcloudClient client, string uri, string name, string text)
    {
        var there = await client.Calendars.GetObjects(uri, [name], CancellationToken.None);
        await client.Calendars.PutObject(
            uri,
            name,
            text,
            Nextcloud.Dav.PutCondition.IfMatch(there[0].ETag),
            CancellationToken.None
        );
    }

    /// <summary>Single meetings as Connector writes them, by object name; the prefix makes their UIDs the calendar's own.</summary>
    private static IReadOnlyDictionary<string, string> Events(string prefix, int count)
    {
        var territory = Some.Territory(prefix);
        var group = territory.Groups[0];
        return Enumerable
            .Range(0, count)
            .Select(number =>
                group.Meetings[0] with
                {
                    Id = number.ToString(CultureInfo.InvariantCulture),
                    Rule = "",
                    From = new DateOnly(2027, 1, 4).AddDays(number % 365),
                }
            )
            .ToDictionary(
                series => $"{series.Id}.ics",
                series => MeetingCalendar.Write(territory, group, series),
                StringComparer.Ordinal
            );
    }

    private sealed record ManyFigures(
        double FirstSeconds,
        int FirstRequests,
        double ChangeOwnSeconds,
        int ChangeRequests,
        int ChangeMoved,
        long PeakMegabytes
    );
}
