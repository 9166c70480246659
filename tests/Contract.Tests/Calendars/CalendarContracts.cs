using System.Xml.Linq;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Calendars;

/// <summary>Calendars and their objects over CalDAV.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed partial class CalendarContracts(Target target) : Contracts(target)
{
    private const string Properties = """
        <d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/" xmlns:oc="http://owncloud.org/ns" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="http://apple.com/ns/ical/">
          <d:prop><d:resourcetype/><d:displayname/><cs:getctag/><d:sync-token/><oc:invite/><cs:publish-url/><a:calendar-color/><c:supported-calendar-component-set/><oc:owner-principal/><d:getetag/></d:prop>
        </d:propfind>
        """;

    private string _uri = "";

    private string Home => $"remote.php/dav/calendars/{Server.Admin}/";

    private string Calendar => $"{Home}{_uri}/";

    [SetUp]
    public async Task MakeCalendar()
    {
        _uri = Server.Unique("cal");
        Assert.That((await Make(_uri)).Status, Is.EqualTo(201));
    }

    [TearDown]
    public async Task RemoveCalendar() =>
        await Server.Send("DELETE", Calendar, null, ("X-NC-CalDAV-No-Trashbin", "1"));

    [Test]
    public async Task The_home_lists_calendars_with_their_tokens()
    {
        var answer = await Server.Send("PROPFIND", Home, Properties, ("Depth", "1"));
        Assert.That(answer.Status, Is.EqualTo(207));
        Assert.That(answer.Property(_uri, D + "resourcetype")!.Element(Cal + "calendar"), Is.Not.Null);
        Assert.That(answer.Property(_uri, D + "displayname")!.Value, Is.EqualTo("Réunions d'équipe"));
        Assert.That(
            answer.Property(_uri, D + "sync-token")!.Value,
            Does.StartWith("http://sabre.io/ns/sync/")
        );
        Assert.That(
            answer.Property(_uri, Cs + "getctag")!.Value,
            Is.EqualTo(answer.Property(_uri, D + "sync-token")!.Value)
        );
        Assert.That(
            answer.Property(_uri, (XNamespace)"http://apple.com/ns/ical/" + "calendar-color")!.Value,
            Is.EqualTo("#0b6e75")
        );
        Assert.That(
            answer.Property(_uri, Oc + "owner-principal")!.Value,
            Is.EqualTo($"principals/users/{Server.Admin}")
        );
    }

    [Test]
    public async Task The_home_also_holds_inbox_outbox_and_trash_bin()
    {
        var answer = await Server.Send("PROPFIND", Home, Properties, ("Depth", "1"));
        Assert.That(
            answer.Hrefs.Select(href => href.TrimEnd('/').Split('/')[^1]),
            Does.Contain("inbox").And.Contain("outbox").And.Contain("trashbin")
        );
        Assert.That(answer.Property("trashbin", D + "resourcetype")!.Element(Cal + "calendar"), Is.Null);
    }

    [Test]
    public async Task Making_a_calendar_again_is_405() =>
        Assert.That((await Make(_uri)).Status, Is.EqualTo(405));

    [Test]
    public async Task MKCALENDAR_makes_one_too()
    {
        var uri = Server.Unique("cal");
        var body =
            """<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:displayname>X</d:displayname></d:prop></d:set></c:mkcalendar>""";
        Assert.That((await Server.Send("MKCALENDAR", $"{Home}{uri}/", body)).Status, Is.EqualTo(201));
        Assert.That(
            (await Server.Send("PROPFIND", $"{Home}{uri}/", Properties, ("Depth", "0")))
                .Property(uri, D + "displayname")!
                .Value,
            Is.EqualTo("X")
        );
        await Server.Send("DELETE", $"{Home}{uri}/");
    }

    [Test]
    public async Task A_deleted_calendar_keeps_its_address_in_the_trash()
    {
        Assert.That((await Server.Send("DELETE", Calendar)).Status, Is.EqualTo(204));
        Assert.That((await Make(_uri)).Status, Is.EqualTo(405));
        var answer = await Server.Send("PROPFIND", Home, Properties, ("Depth", "1"));
        Assert.That(answer.Property(_uri, D + "resourcetype")!.Element(Cal + "calendar"), Is.Null);
    }

    [Test]
    public async Task PROPPATCH_renames_and_recolours()
    {
        var body =
            """<d:propertyupdate xmlns:d="DAV:" xmlns:a="http://apple.com/ns/ical/"><d:set><d:prop><d:displayname>Autre</d:displayname><a:calendar-color>#ff0000</a:calendar-color></d:prop></d:set></d:propertyupdate>""";
        Assert.That((await Server.Send("PROPPATCH", Calendar, body)).Status, Is.EqualTo(207));
        var answer = await Server.Send("PROPFIND", Calendar, Properties, ("Depth", "0"));
        Assert.That(answer.Property(_uri, D + "displayname")!.Value, Is.EqualTo("Autre"));
    }

    [Test]
    public async Task A_new_object_is_201_with_the_md5_of_its_bytes_as_ETag()
    {
        var answer = await Put("a.ics", Event("a"), ("If-None-Match", "*"));
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.ETag, Is.EqualTo(Md5(Event("a"))));
    }

    [Test]
    public async Task If_None_Match_protects_what_exists()
    {
        await Put("a.ics", Event("a"));
        Assert.That(
            (await Put("a.ics", Event("a", "Autre"), ("If-None-Match", "*"))).Status,
            Is.EqualTo(412)
        );
        Assert.That((await Server.Send("GET", Calendar + "a.ics")).Body, Is.EqualTo(Event("a")));
    }

    [Test]
    public async Task If_Match_updates_only_what_was_read()
    {
        var first = await Put("a.ics", Event("a"));
        Assert.That(
            (await Put("a.ics", Event("a", "Autre"), ("If-Match", $"\"{first.ETag}\""))).Status,
            Is.EqualTo(204)
        );
        Assert.That(
            (await Put("a.ics", Event("a", "Encore"), ("If-Match", $"\"{first.ETag}\""))).Status,
            Is.EqualTo(412)
        );
    }

    [Test]
    public async Task A_doubled_UID_is_400()
    {
        await Put("a.ics", Event("a"));
        Assert.That((await Put("b.ics", Event("a"))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task What_is_not_iCalendar_is_415() =>
        Assert.That((await Put("a.ics", "hello")).Status, Is.EqualTo(415));

    [Test]
    public async Task A_put_into_a_missing_calendar_is_404()
    {
        var path = $"{Home}{Server.Unique("none")}/a.ics";
        Assert.That(
            (await Server.Send("PUT", path, Event("a"), ("Content-Type", "text/calendar"))).Status,
            Is.EqualTo(404)
        );
    }

    [Test]
    public async Task A_missing_object_is_404() =>
        Assert.That((await Server.Send("GET", Calendar + "none.ics")).Status, Is.EqualTo(404));

    [Test]
    public async Task A_deleted_object_is_gone_and_can_come_back()
    {
        await Put("a.ics", Event("a"));
        Assert.That((await Server.Send("DELETE", Calendar + "a.ics")).Status, Is.EqualTo(204));
        Assert.That((await Server.Send("GET", Calendar + "a.ics")).Status, Is.EqualTo(404));
        Assert.That((await Put("a.ics", Event("a"), ("If-None-Match", "*"))).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Depth_1_lists_the_objects()
    {
        var put = await Put("a.ics", Event("a"));
        var answer = await Server.Send("PROPFIND", Calendar, Properties, ("Depth", "1"));
        Assert.That(answer.Hrefs, Has.Count.EqualTo(2));
        Assert.That(answer.Property("a.ics", D + "getetag")!.Value.Trim('"'), Is.EqualTo(put.ETag));
    }

    [Test]
    public async Task Two_events_of_different_UID_in_one_object_are_refused()
    {
        var both =
            Event("a").Replace("END:VCALENDAR\r\n", "", StringComparison.Ordinal)
            + Event("b").Split("PRODID:-//Connector//Contracts//EN\r\n")[1];
        Assert.That((await Put("a.ics", both)).Status, Is.EqualTo(415));
    }

    [Test]
    public async Task A_stranger_is_401()
    {
        Assert.That(
            (await Server.SendAs(null, "PROPFIND", Calendar, Properties, ("Depth", "0"))).Status,
            Is.EqualTo(401)
        );
    }

    [Test]
    public async Task Discovery_leads_from_the_root_to_the_home()
    {
        Assert.That((await Server.SendAs(null, "GET", ".well-known/caldav")).Status, Is.InRange(301, 308));
        var root = await Server.Send(
            "PROPFIND",
            "remote.php/dav/",
            """<d:propfind xmlns:d="DAV:"><d:prop><d:current-user-principal/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        var principal = root.Xml.Descendants(D + "current-user-principal").Single().Value;
        Assert.That(principal, Is.EqualTo($"/remote.php/dav/principals/users/{Server.Admin}/"));
        var home = await Server.Send(
            "PROPFIND",
            principal[1..],
            """<d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-home-set/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        Assert.That(home.Xml.Descendants(Cal + "calendar-home-set").Single().Value, Is.EqualTo("/" + Home));
    }

    private Task<Answer> Make(string uri) =>
        Server.Send(
            "MKCOL",
            $"{Home}{uri}/",
            """<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="http://apple.com/ns/ical/"><d:set><d:prop><d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Réunions d'équipe</d:displayname><a:calendar-color>#0b6e75</a:calendar-color></d:prop></d:set></d:mkcol>"""
        );

    private Task<Answer> Put(string name, string text, params (string, string)[] headers) =>
        Server.Send(
            "PUT",
            Calendar + name,
            text,
            [("Content-Type", "text/calendar; charset=utf-8"), .. headers]
        );

    private static string Name(string href) => href.Split('/')[^1];

    internal static string Event(string uid, string title = "Réunion", string more = "") =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Connector//Contracts//EN\r\nBEGIN:VEVENT\r\n"
        + $"UID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260601T100000Z\r\nDTEND:20260601T110000Z\r\n{more}SUMMARY:{title}\r\n"
        + "END:VEVENT\r\nEND:VCALENDAR\r\n";

    private static string Md5(string text) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
}
