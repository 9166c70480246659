using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Nextcloud;

internal sealed class CalendarClientTests
{
    private const string Home = """
        <d:response><d:href>/nc/remote.php/dav/calendars/zo%C3%A9/</d:href><d:propstat><d:prop>
        <d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
        """;

    private Stubbed _stub = null!;

    private CalendarClient Calendars => _stub.Client.Calendars;

    [SetUp]
    public void SetUp() => _stub = new Stubbed();

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [Test]
    public async Task One_request_lists_calendars_with_shares_tokens_and_a_public_address_that_works()
    {
        _stub.Network.Answer(
            207,
            Stubbed.Multistatus(
                Home
                    + Calendar(
                        "elus",
                        """
                        <cs:publish-url><d:href>http://localhost/remote.php/dav/public-calendars/TOKEN</d:href></cs:publish-url>
                        <oc:invite><oc:user><d:href>principal:principals/groups/%C3%89lus+locaux</d:href>
                        <oc:access><oc:read-write/></oc:access></oc:user>
                        <oc:user><d:href>principal:principals/users/bob</d:href><oc:access><oc:read/></oc:access></oc:user>
                        <oc:user><d:href>principal:principals/users/zoé</d:href><oc:access><oc:read-write/></oc:access></oc:user>
                        </oc:invite>
                        """
                    )
            )
        );

        var calendar = (await Calendars.ListCalendars(default)).Single();

        Assert.That(
            (calendar.Uri, calendar.CTag, calendar.SyncToken),
            Is.EqualTo(("elus", "http://sabre.io/ns/sync/3", "http://sabre.io/ns/sync/4"))
        );
        Assert.That(
            calendar.Shares,
            Is.EqualTo(
                new[]
                {
                    new CalendarShare("groups", "Élus locaux", true),
                    new CalendarShare("users", "bob", false),
                }
            ),
            "The owner is not one of those it is shared with."
        );
        Assert.That(
            calendar.FeedUrl!.AbsoluteUri,
            Is.EqualTo("https://nuage.exemple.fr/nc/remote.php/dav/public-calendars/TOKEN?export")
        );
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Publishing_what_is_published_sends_no_second_publication()
    {
        const string url =
            "<cs:publish-url><d:href>https://nuage.exemple.fr/nc/remote.php/dav/public-calendars/T</d:href></cs:publish-url>";
        _stub.Network.Answer(207, Stubbed.Multistatus(Calendar("elus", url)));

        var published = await Calendars.Publish("elus", default);

        Assert.That(published!.PublishUrl!.AbsolutePath, Does.EndWith("/T"));
        Assert.That(_stub.Network.Seen.Select(r => r.Verb.Method), Is.EqualTo(new[] { "PROPFIND" }));
    }

    [Test]
    public async Task A_publication_whose_answer_was_lost_is_looked_for_and_not_repeated()
    {
        const string url =
            "<cs:publish-url><d:href>https://nuage.exemple.fr/nc/remote.php/dav/public-calendars/T</d:href></cs:publish-url>";
        _stub
            .Network.Answer(207, Stubbed.Multistatus(Calendar("elus", "")))
            .Reset()
            .Answer(207, Stubbed.Multistatus(Calendar("elus", url)));

        Assert.That((await Calendars.Publish("elus", default))!.FeedUrl, Is.Not.Null);
        Assert.That(_stub.Network.Seen.Count(r => r.Verb == HttpMethod.Post), Is.EqualTo(1));
    }

    [TestCase("BEGIN:VCALENDAR", DavResult.Created, TestName = "An_event_whose_writing_broke_is_there")]
    [TestCase(
        "BEGIN:OTHER",
        DavResult.PreconditionFailed,
        TestName = "An_event_whose_writing_broke_is_somebody_elses"
    )]
    public async Task An_event_whose_writing_broke_is_settled_by_reading(string there, DavResult expected)
    {
        _stub
            .Network.Reset()
            .Answer(
                207,
                Stubbed.Multistatus(
                    $"""
                    <d:response><d:href>/nc/remote.php/dav/calendars/zo%C3%A9/elus/a.ics</d:href><d:propstat><d:prop>
                    <d:getetag>"1"</d:getetag><cal:calendar-data>{there}</cal:calendar-data>
                    </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
                    """
                )
            );

        var outcome = await Calendars.PutObject(
            "elus",
            "a.ics",
            "BEGIN:VCALENDAR",
            PutCondition.IfNoneMatchAny,
            default
        );

        Assert.That((outcome.Result, outcome.Settled), Is.EqualTo((expected, true)));
        Assert.That(_stub.Network.Seen.Count(r => r.Verb == HttpMethod.Put), Is.EqualTo(1));
    }

    [Test]
    public async Task A_share_with_a_group_that_does_not_exist_is_found_out()
    {
        _stub.Network.Answer(200).Answer(207, Stubbed.Multistatus(Calendar("elus", "<oc:invite/>")));

        var outcome = await Calendars.Share("elus", new("groups", "Élus locaux", true), default);

        Assert.That(outcome.Result, Is.EqualTo(DavResult.NotApplied));
        Assert.That(
            _stub.Network.Seen[0].Body,
            Does.Contain("principal:principals/groups/%C3%89lus+locaux").And.Contain("read-write")
        );
    }

    [TestCase(201, DavResult.Created)]
    [TestCase(405, DavResult.AlreadyExists)]
    [TestCase(403, DavResult.Forbidden)]
    [TestCase(429, DavResult.RateLimited)]
    public async Task Making_a_calendar_has_foreseen_outcomes(int status, DavResult expected)
    {
        _stub.Network.Answer(status);
        var spec = new CalendarSpec
        {
            Uri = "elus",
            DisplayName = "Élus",
            Colour = "#0082c9",
        };

        var outcome = await Calendars.CreateCalendar(spec, default);
        Assert.That(outcome.Result, Is.EqualTo(expected));
        Assert.That(
            outcome.Message?.French.Contains("maximumCalendarsSubscriptions", StringComparison.Ordinal)
                == true,
            Is.EqualTo(status == 403),
            "the remedy for a server that allows no more calendars"
        );
    }

    [Test]
    public async Task Writing_an_event_sends_no_mail_and_overwrites_nothing()
    {
        _stub.Network.Answer(201, "", ("ETag", "\"e\""));

        var outcome = await Calendars.PutObject(
            "elus",
            "a.ics",
            "BEGIN:VCALENDAR",
            PutCondition.IfNoneMatchAny,
            default
        );

        Assert.That((outcome.Result, outcome.ETag), Is.EqualTo((DavResult.Created, "e")));
        var sent = _stub.Network.Last.Headers;
        Assert.That(
            (sent["If-None-Match"], sent["Schedule-Reply"], sent["x-nc-scheduling"]),
            Is.EqualTo(("*", "F", "false"))
        );
    }

    [Test]
    public async Task Objects_come_in_one_request_with_their_line_ends_and_without_those_that_are_gone()
    {
        _stub.Network.Answer(
            207,
            Stubbed.Multistatus(
                """
                <d:response><d:href>/nc/remote.php/dav/calendars/zo%C3%A9/elus/a%20b.ics</d:href><d:propstat><d:prop>
                <d:getetag>"1"</d:getetag><cal:calendar-data>BEGIN:VCALENDAR
                END:VCALENDAR
                </cal:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
                <d:response><d:href>/nc/remote.php/dav/calendars/zo%C3%A9/elus/c.ics</d:href>
                <d:status>HTTP/1.1 404 Not Found</d:status></d:response>
                """
            )
        );

        var objects = await Calendars.GetObjects("elus", ["a b.ics", "c.ics"], default);

        Assert.That(
            objects,
            Is.EqualTo(new[] { new CalendarObject("a b.ics", "1", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") })
        );
        Assert.That(
            _stub.Network.Last.Body,
            Does.Contain("/nc/remote.php/dav/calendars/zo%C3%A9/elus/a%20b.ics")
        );
    }

    [Test]
    public async Task A_calendar_that_is_gone_is_not_an_empty_one()
    {
        _stub.Network.Answer(404);

        Assert.That(await Calendars.ListObjects("elus", default), Is.Null);
    }

    private static string Calendar(string uri, string more) =>
        $"""
            <d:response><d:href>/nc/remote.php/dav/calendars/zo%C3%A9/{uri}/</d:href><d:propstat><d:prop>
            <d:resourcetype><d:collection/><cal:calendar/></d:resourcetype><d:displayname>Élus</d:displayname>
            <cs:getctag>http://sabre.io/ns/sync/3</cs:getctag><d:sync-token>http://sabre.io/ns/sync/4</d:sync-token>
            <oc:owner-principal>principals/users/zoé</oc:owner-principal>
            <cal:supported-calendar-component-set><cal:comp name="VEVENT"/></cal:supported-calendar-component-set>{more}
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
            """;
}
