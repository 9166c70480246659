using System.Xml.Linq;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Calendars;

public sealed partial class CalendarContracts
{
    [Test]
    public async Task The_token_moves_with_every_change()
    {
        var before = await Token();
        await Put("a.ics", Event("a"));
        Assert.That(await Token(), Is.Not.EqualTo(before));
    }

    [Test]
    public async Task A_first_sync_lists_everything_and_later_ones_what_changed()
    {
        await Put("a.ics", Event("a"));
        var first = await Sync("");
        Assert.That(first.Hrefs.Select(Name), Is.EqualTo(new[] { "a.ics" }));
        await Put("b.ics", Event("b"));
        await Server.Send("DELETE", Calendar + "a.ics");
        var second = await Sync(first.Xml.Element(D + "sync-token")!.Value);
        Assert.That(second.Hrefs.Select(Name), Is.EquivalentTo(new[] { "a.ics", "b.ics" }));
        var gone = second
            .Xml.Elements(D + "response")
            .Single(item => item.Element(D + "href")!.Value.EndsWith("a.ics", StringComparison.Ordinal));
        Assert.That(gone.Element(D + "status")!.Value, Does.Contain("404"));
        var third = await Sync(second.Xml.Element(D + "sync-token")!.Value);
        Assert.That(third.Hrefs, Is.Empty);
    }

    [Test]
    public async Task A_foreign_sync_token_is_refused()
    {
        var answer = await Sync("urn:somebody:else");
        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(answer.Body, Does.Contain("valid-sync-token").Or.Contain("InvalidSyncToken"));
    }

    [Test]
    public async Task Multiget_gives_the_text_and_leaves_out_what_is_missing()
    {
        await Put("a.ics", Event("a"));
        var path = new Uri(Server.Url, Calendar).AbsolutePath;
        var body =
            $"""<c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop><d:href>{path}a.ics</d:href><d:href>{path}none.ics</d:href></c:calendar-multiget>""";
        var answer = await Server.Send("REPORT", Calendar, body, ("Depth", "1"));
        Assert.That(answer.Hrefs.Select(Name), Is.EqualTo(new[] { "a.ics" }));
        Assert.That(answer.Property("a.ics", Cal + "calendar-data")!.Value, Does.Contain("UID:a"));
    }

    [Test]
    public async Task A_query_filters_by_time_and_expands_recurrence()
    {
        await Put("once.ics", Event("once"));
        await Put("weekly.ics", Event("weekly", "Hebdo", "RRULE:FREQ=WEEKLY\r\n"));
        var body =
            """<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="20270101T000000Z" end="20270201T000000Z"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>""";
        var answer = await Server.Send("REPORT", Calendar, body, ("Depth", "1"));
        Assert.That(answer.Hrefs.Select(Name), Is.EqualTo(new[] { "weekly.ics" }));
    }

    private Task<Answer> Sync(string token) =>
        Server.Send(
            "REPORT",
            Calendar,
            $"""<d:sync-collection xmlns:d="DAV:"><d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"""
        );

    private async Task<string> Token() =>
        (await Server.Send("PROPFIND", Calendar, Properties, ("Depth", "0")))
            .Property(_uri, D + "sync-token")!
            .Value;
}
