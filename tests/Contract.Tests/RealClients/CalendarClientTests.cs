using Connector.Contract.Tests.Calendars;

namespace Connector.Contract.Tests.RealClients;

/// <summary>vdirsyncer and khal sync a calendar of the embedded server both ways, and read its public feed.</summary>
[TestFixture]
public sealed class CalendarClientTests() : Contracts(new Target("DevServer", real: false))
{
    private string _folder = "";
    private string _uri = "";

    private string Calendar => $"remote.php/dav/calendars/{Server.Admin}/{_uri}/";

    [SetUp]
    public async Task MakeCalendar()
    {
        Tool.Need("vdirsyncer", "vdirsyncer");
        Tool.Need("khal", "khal");
        _folder = Directory.CreateTempSubdirectory("connector-clients-").FullName;
        _uri = Server.Unique("cal");
        await Server.Send(
            "MKCOL",
            Calendar,
            """<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Agenda</d:displayname></d:prop></d:set></d:mkcol>"""
        );
        await Server.Send(
            "PUT",
            Calendar + "a.ics",
            CalendarContracts.Event("a", "Réunion d'équipe"),
            ("Content-Type", "text/calendar")
        );
    }

    [TearDown]
    public void RemoveFolder()
    {
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task An_event_travels_each_way()
    {
        var settings = Settings(
            $"""
            [storage far]
            type = "caldav"
            url = "{Server.Url}"
            username = "{Server.Admin}"
            password = "{Server.Password}"
            """,
            $"[\"{_uri}\"]"
        );
        await Succeeds("sh", ["-c", $"yes | vdirsyncer -c '{settings}' discover"]);
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        var khal = Khal(Path.Combine(_folder, "near", _uri));
        Assert.That(
            await Succeeds("khal", ["-c", khal, "list", "01/06/2026", "1d"]),
            Does.Contain("Réunion d'équipe")
        );

        await Succeeds(
            "khal",
            ["-c", khal, "new", "-a", "agenda", "02/06/2026", "14:00", "16:00", "Café des médiateurs"]
        );
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        Assert.That(
            (await Server.Send("GET", $"{Calendar}?export")).Body,
            Does.Contain("Café des médiateurs")
        );
    }

    [Test]
    public async Task The_public_feed_is_read_without_a_password()
    {
        await Server.Send(
            "POST",
            Calendar,
            """<cs:publish-calendar xmlns:cs="http://calendarserver.org/ns/"/>"""
        );
        var answer = await Server.Send(
            "PROPFIND",
            Calendar,
            """<d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/"><d:prop><cs:publish-url/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        var feed = $"{answer.Property(_uri, Answer.Cs + "publish-url")!.Value}?export";
        var settings = Settings($"[storage far]\ntype = \"http\"\nurl = \"{feed}\"", "null");
        await Succeeds("vdirsyncer", ["-c", settings, "discover"]);
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        var khal = Khal(Path.Combine(_folder, "near"));
        Assert.That(
            await Succeeds("khal", ["-c", khal, "list", "01/06/2026", "1d"]),
            Does.Contain("Réunion d'équipe")
        );
    }

    private string Settings(string far, string collections) =>
        Tool.Secret(
            _folder,
            "vdirsyncer.conf",
            $"""
            [general]
            status_path = "{_folder}/status/"
            [pair both]
            a = "near"
            b = "far"
            collections = {collections}
            [storage near]
            type = "filesystem"
            path = "{Directory.CreateDirectory(Path.Combine(_folder, "near")).FullName}/"
            fileext = ".ics"
            {far}
            """
        );

    private string Khal(string calendar) =>
        Tool.Secret(
            _folder,
            "khal.conf",
            $"""
            [calendars]
            [[agenda]]
            path = {calendar}
            [locale]
            timeformat = %H:%M
            dateformat = %d/%m/%Y
            longdateformat = %d/%m/%Y
            datetimeformat = %d/%m/%Y %H:%M
            longdatetimeformat = %d/%m/%Y %H:%M
            local_timezone = Europe/Paris
            default_timezone = Europe/Paris
            [sqlite]
            path = {_folder}/khal.db
            """
        );

    private static async Task<string> Succeeds(string program, IReadOnlyList<string> arguments)
    {
        var (code, output) = await Tool.Run(program, arguments);
        Assert.That(code, Is.Zero, output);
        return output;
    }
}
