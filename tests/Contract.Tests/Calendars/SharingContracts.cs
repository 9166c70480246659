using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Calendars;

/// <summary>Calendars shared with groups and published for phones.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class SharingContracts(Target target) : Contracts(target)
{
    private const string Properties = """
        <d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:invite/><cs:publish-url/><oc:read-only/><d:displayname/></d:prop></d:propfind>
        """;

    private const string Users = "ocs/v2.php/cloud/users";
    private const string Groups = "ocs/v2.php/cloud/groups";
    private string _uri = "";
    private string _group = "";
    private (string User, string Password) _member;

    private string Calendar => $"remote.php/dav/calendars/{Server.Admin}/{_uri}/";

    private string Shared => $"remote.php/dav/calendars/{_member.User}/{_uri}_shared_by_{Server.Admin}/";

    [SetUp]
    public async Task MakeCalendarAndMember()
    {
        _uri = Server.Unique("cal");
        _group = $"équipe {Server.Unique("g")}";
        _member = (Server.Unique("u"), "Un-mot-de-passe-27");
        await Server.Form("POST", Groups, ("groupid", _group));
        await Server.Form(
            "POST",
            Users,
            ("userid", _member.User),
            ("password", _member.Password),
            ("groups[]", _group)
        );
        await Server.Send(
            "MKCOL",
            Calendar,
            """<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Agenda</d:displayname></d:prop></d:set></d:mkcol>"""
        );
        await Put(Calendar, "a.ics", CalendarContracts.Event("a"));
    }

    [TearDown]
    public async Task Remove()
    {
        await Server.Send("DELETE", Calendar);
        await Server.Send("DELETE", $"{Users}/{_member.User}");
        await Server.Send("DELETE", $"{Groups}/{Uri.EscapeDataString(_group)}");
    }

    [Test]
    public async Task A_group_share_shows_as_invite_with_the_encoded_group()
    {
        Assert.That((await Share(_group, write: true)).Status, Is.EqualTo(200));
        var invite = (await Find()).Property(_uri, Oc + "invite")!;
        Assert.That(
            invite.Descendants(D + "href").Single().Value,
            Is.EqualTo($"principal:principals/groups/{System.Net.WebUtility.UrlEncode(_group)}")
        );
        Assert.That(invite.Descendants(Oc + "read-write"), Is.Not.Empty);
    }

    [Test]
    public async Task Sharing_twice_gives_one_invite()
    {
        await Share(_group, write: true);
        await Share(_group, write: true);
        Assert.That(
            (await Find()).Property(_uri, Oc + "invite")!.Elements(Oc + "user").Count(),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task An_unknown_group_is_answered_200_and_forgotten()
    {
        Assert.That((await Share(Server.Unique("nobody"), write: true)).Status, Is.EqualTo(200));
        Assert.That((await Find()).Property(_uri, Oc + "invite")!.Elements(Oc + "user"), Is.Empty);
    }

    [Test]
    public async Task A_share_needs_an_XML_body_type()
    {
        var answer = await Server.Send(
            "POST",
            Calendar,
            ShareBody(_group, true),
            ("Content-Type", "application/x-www-form-urlencoded")
        );
        Assert.That(answer.Status, Is.EqualTo(501));
    }

    [Test]
    public async Task A_member_sees_it_under_the_owner_s_name()
    {
        await Share(_group, write: false);
        var answer = await Server.SendAs(
            _member,
            "PROPFIND",
            $"remote.php/dav/calendars/{_member.User}/",
            Properties,
            ("Depth", "1")
        );
        Assert.That(
            answer.Hrefs.Select(href => href.TrimEnd('/').Split('/')[^1]),
            Does.Contain($"{_uri}_shared_by_{Server.Admin}")
        );
        Assert.That(answer.Property(Shared, Oc + "read-only")!.Value, Is.EqualTo("1"));
    }

    [Test]
    public async Task A_reader_reads_and_cannot_write()
    {
        await Share(_group, write: false);
        Assert.That((await Server.SendAs(_member, "GET", Shared + "a.ics")).Status, Is.EqualTo(200));
        Assert.That((await PutAs(Shared, "b.ics", CalendarContracts.Event("b"))).Status, Is.EqualTo(404));
        Assert.That(
            (await PutAs(Shared, "a.ics", CalendarContracts.Event("a", "Changé"))).Status,
            Is.EqualTo(404)
        );
        Assert.That((await Server.Send("GET", Calendar + "a.ics")).Body, Does.Not.Contain("Changé"));
    }

    [Test]
    public async Task A_writer_moves_a_meeting_and_the_owner_sees_it()
    {
        await Share(_group, write: true);
        Assert.That(
            (await PutAs(Shared, "a.ics", CalendarContracts.Event("a", "Changé"))).Status,
            Is.EqualTo(204)
        );
        Assert.That((await Server.Send("GET", Calendar + "a.ics")).Body, Does.Contain("Changé"));
    }

    [Test]
    public async Task Unsharing_takes_it_away()
    {
        await Share(_group, write: true);
        var href = $"principal:principals/groups/{System.Net.WebUtility.UrlEncode(_group)}";
        await Server.Send(
            "POST",
            Calendar,
            $"""<o:share xmlns:d="DAV:" xmlns:o="http://owncloud.org/ns"><o:remove><d:href>{href}</d:href></o:remove></o:share>"""
        );
        Assert.That((await Find()).Property(_uri, Oc + "invite")!.Elements(Oc + "user"), Is.Empty);
    }

    [Test]
    public async Task Publishing_twice_shows_one_address()
    {
        Assert.That((await Publish()).Status, Is.EqualTo(202));
        var first = (await Find()).Property(_uri, Cs + "publish-url")!.Value;
        await Publish();
        Assert.That((await Find()).Property(_uri, Cs + "publish-url")!.Value, Is.EqualTo(first));
        Assert.That(first, Does.Contain("/remote.php/dav/public-calendars/"));
    }

    [Test]
    public async Task Everybody_reads_the_published_feed()
    {
        await Publish();
        var feed = await Feed();
        Assert.That(feed.Status, Is.EqualTo(200));
        Assert.That(feed.Headers["Content-Type"], Does.StartWith("text/calendar"));
        Assert.That(feed.Body, Does.Contain("UID:a").And.Contain("REFRESH-INTERVAL;VALUE=DURATION:PT4H"));
    }

    [Test]
    public async Task The_feed_hides_private_and_masks_confidential_events()
    {
        await Put(Calendar, "p.ics", CalendarContracts.Event("p", "Secret privé", "CLASS:PRIVATE\r\n"));
        await Put(
            Calendar,
            "c.ics",
            CalendarContracts.Event("c", "Secret confidentiel", "CLASS:CONFIDENTIAL\r\n")
        );
        await Publish();
        var body = (await Feed()).Body;
        Assert.That(body, Does.Not.Contain("Secret"));
        Assert.That(body, Does.Not.Contain("UID:p\r\n").And.Contain("UID:c"));
    }

    [Test]
    public async Task An_unpublished_calendar_has_no_address()
    {
        await Publish();
        await Server.Send(
            "POST",
            Calendar,
            """<cs:unpublish-calendar xmlns:cs="http://calendarserver.org/ns/"/>"""
        );
        Assert.That((await Find()).Property(_uri, Cs + "publish-url"), Is.Null);
    }

    [Test]
    public async Task The_owner_exports_the_whole_calendar()
    {
        var answer = await Server.Send("GET", $"{Calendar}?export");
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Body, Does.Contain("UID:a"));
    }

    private Task<Answer> Find() => Server.Send("PROPFIND", Calendar, Properties, ("Depth", "0"));

    private Task<Answer> Share(string group, bool write) =>
        Server.Send("POST", Calendar, ShareBody(group, write));

    private Task<Answer> Publish() =>
        Server.Send("POST", Calendar, """<cs:publish-calendar xmlns:cs="http://calendarserver.org/ns/"/>""");

    /// <summary>The server writes its own idea of its host into the address: only the path is followed.</summary>
    private async Task<Answer> Feed()
    {
        var address = new Uri((await Find()).Property(_uri, Cs + "publish-url")!.Value);
        return await Server.SendAs(null, "GET", $"{address.AbsolutePath[1..]}?export");
    }

    private Task<Answer> Put(string calendar, string name, string text) =>
        Server.Send("PUT", calendar + name, text, ("Content-Type", "text/calendar; charset=utf-8"));

    private Task<Answer> PutAs(string calendar, string name, string text) =>
        Server.SendAs(
            _member,
            "PUT",
            calendar + name,
            text,
            ("Content-Type", "text/calendar; charset=utf-8")
        );

    private static string ShareBody(string group, bool write) =>
        $"""<o:share xmlns:d="DAV:" xmlns:o="http://owncloud.org/ns"><o:set><d:href>principal:principals/groups/{System.Net.WebUtility.UrlEncode(group)}</d:href>{(write ? "<o:read-write/>" : "")}</o:set></o:share>""";
}
