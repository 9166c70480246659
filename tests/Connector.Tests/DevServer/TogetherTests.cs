using System.Net;
using System.Text;

namespace Connector.Connector.Tests.DevServer;

/// <summary>Many who ask for the same thing in the same instant: one gets it, the others are told so, nobody gets a fault.</summary>
[TestFixture]
internal sealed class TogetherTests
{
    private const int Many = 16;
    private const int Rounds = 60;

    private const string Event = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//x//FR
        BEGIN:VEVENT
        UID:u
        DTSTAMP:20260101T000000Z
        DTSTART:20260105T090000Z
        END:VEVENT
        END:VCALENDAR

        """;

    private const string Card =
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u\r\nFN:Médiathèque\r\nNOTE:n\r\nEND:VCARD\r\n";

    private const string NewBook =
        """<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:set><d:prop><d:resourcetype><d:collection/><c:addressbook/></d:resourcetype></d:prop></d:set></d:mkcol>""";

    [Test]
    public async Task The_first_requests_of_an_account_all_find_its_home([Range(1, 12)] int _)
    {
        await using var fresh = await FreshServer.StartAsync();
        using var signedIn = await fresh.Http.GetAsync("ocs/v2.php/cloud/capabilities");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => fresh.Http.GetAsync("ocs/v2.php/cloud/user"))
        );

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("MKCOL", "remote.php/dav/files/admin/{0}", 201, 405)]
    [TestCase("MKCOL", "remote.php/dav/uploads/admin/{0}", 201, 405)]
    [TestCase("MKCALENDAR", "remote.php/dav/calendars/admin/c{0}/", 201, 405)]
    [TestCase("MKCOL", "remote.php/dav/addressbooks/users/admin/b{0}/", 201, 405)]
    [TestCase("POST", "ocs/v2.php/cloud/groups?groupid=g{0}", 200, 400)]
    [TestCase("POST", "ocs/v2.php/cloud/users?userid=u{0}&password=Zorglub-9x-Qw", 200, 400)]
    public async Task A_single_one_makes_it(string verb, string path, int done, int refused)
    {
        await using var fresh = await FreshServer.StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var told = await Told(fresh, () => New(verb, string.Format(null, path, round)));
            Assert.That(told, Is.EqualTo(OneOf(done, refused)), $"round {round}");
        }
    }

    [TestCase("remote.php/dav/files/admin/{0}.txt", "If-None-Match: *", 201)]
    [TestCase("remote.php/dav/files/admin/kept.txt", "If-Match", 204)]
    [TestCase("remote.php/dav/calendars/admin/personal/{0}.ics", "If-None-Match: *", 201)]
    [TestCase("remote.php/dav/calendars/admin/personal/kept.ics", "If-Match", 204)]
    [TestCase("remote.php/dav/addressbooks/users/admin/contacts/{0}.vcf", "If-None-Match: *", 201)]
    [TestCase("remote.php/dav/addressbooks/users/admin/contacts/kept.vcf", "If-Match", 204)]
    public async Task A_single_one_writes_under_a_condition(string path, string condition, int done)
    {
        await using var fresh = await FreshServer.StartAsync();
        await fresh.Http.SendAsync(Put(string.Format(null, path, "x")));
        for (var round = 0; round < Rounds; round++)
        {
            var there = string.Format(null, path, round);
            var match = condition == "If-Match" ? await ETag(fresh, there) : "*";
            var told = await Told(fresh, () => Put(there, condition.Split(':')[0], match));
            Assert.That(told, Is.EqualTo(OneOf(done, 412)), $"round {round}");
        }
    }

    [Test]
    public async Task A_single_one_takes_it_away()
    {
        await using var fresh = await FreshServer.StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await fresh.Http.SendAsync(Put("remote.php/dav/files/admin/gone.txt"));
            var told = await Told(fresh, () => new(HttpMethod.Delete, "remote.php/dav/files/admin/gone.txt"));
            Assert.That(told, Is.EqualTo(OneOf(204, 404)), $"round {round}");
        }
    }

    private static int[] OneOf(int done, int refused) => [done, .. Enumerable.Repeat(refused, Many - 1)];

    private static async Task<IReadOnlyList<int>> Told(FreshServer fresh, Func<HttpRequestMessage> request)
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => Task.Run(() => fresh.Http.SendAsync(request())))
        );
        return [.. answers.Select(answer => (int)answer.StatusCode).Order()];
    }

    private static HttpRequestMessage New(string verb, string path) =>
        new(new HttpMethod(verb), path)
        {
            Content = path.Contains("addressbooks", StringComparison.Ordinal)
                ? new StringContent(NewBook, Encoding.UTF8, "application/xml")
                : null,
        };

    /// <summary>A new content each time: an ETag may stay where nothing changed.</summary>
    private static HttpRequestMessage Put(string path, string? header = null, string? value = null)
    {
        var text = Path.GetExtension(path) switch
        {
            ".ics" => Event
                .Replace("UID:u", $"UID:{path}\nSUMMARY:{Guid.NewGuid()}")
                .ReplaceLineEndings("\r\n"),
            ".vcf" => Card.Replace("UID:u", $"UID:{path}").Replace("NOTE:n", $"NOTE:{Guid.NewGuid()}"),
            _ => Guid.NewGuid().ToString(),
        };
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(text) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return request;
    }

    private static async Task<string> ETag(FreshServer fresh, string path)
    {
        using var answer = await fresh.Http.GetAsync(path);
        return answer.Headers.ETag!.ToString();
    }
}
