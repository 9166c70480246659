using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.AddressBooks;

/// <summary>Address books and their cards over CardDAV, shared with a group.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class AddressBookContracts(Target target) : Contracts(target)
{
    private const string Properties = """
        <d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/" xmlns:oc="http://owncloud.org/ns" xmlns:c="urn:ietf:params:xml:ns:carddav">
          <d:prop><d:resourcetype/><d:displayname/><cs:getctag/><d:sync-token/><oc:invite/><oc:owner-principal/><oc:read-only/><d:owner/><d:getetag/></d:prop>
        </d:propfind>
        """;

    private const string Users = "ocs/v2.php/cloud/users";
    private const string Groups = "ocs/v2.php/cloud/groups";
    private static readonly XNamespace Card = "urn:ietf:params:xml:ns:carddav";
    private string _uri = "";
    private string _group = "";
    private (string User, string Password) _member;

    private string Home => $"remote.php/dav/addressbooks/users/{Server.Admin}/";

    private string Book => $"{Home}{_uri}/";

    private string Shared =>
        $"remote.php/dav/addressbooks/users/{_member.User}/{_uri}_shared_by_{Server.Admin}/";

    [SetUp]
    public async Task MakeBook()
    {
        _uri = Server.Unique("book");
        Assert.That((await Make(_uri)).Status, Is.EqualTo(201));
    }

    [TearDown]
    public async Task RemoveBook()
    {
        await Server.Send("DELETE", Book);
        if (_group.Length > 0)
        {
            await Server.Send("DELETE", $"{Users}/{_member.User}");
            await Server.Send("DELETE", $"{Groups}/{Uri.EscapeDataString(_group)}");
            _group = "";
        }
    }

    [Test]
    public async Task The_principal_leads_to_the_home()
    {
        var answer = await Server.Send(
            "PROPFIND",
            $"remote.php/dav/principals/users/{Server.Admin}/",
            """<d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><c:addressbook-home-set/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        Assert.That(
            answer.Property(Server.Admin, Card + "addressbook-home-set")!.Value,
            Is.EqualTo(new Uri(Server.Url, Home).AbsolutePath)
        );
    }

    [Test]
    public async Task The_home_lists_books_with_their_tokens()
    {
        var answer = await Server.Send("PROPFIND", Home, Properties, ("Depth", "1"));
        Assert.That(answer.Status, Is.EqualTo(207));
        Assert.That(answer.Property(_uri, D + "resourcetype")!.Element(Card + "addressbook"), Is.Not.Null);
        Assert.That(answer.Property(_uri, D + "displayname")!.Value, Is.EqualTo("Carnet d'été"));
        Assert.That(answer.Property(_uri, D + "sync-token")!.Value, Is.EqualTo("http://sabre.io/ns/sync/1"));
        Assert.That(answer.Property(_uri, Cs + "getctag")!.Value, Is.EqualTo("1"));
        Assert.That(answer.Property(_uri, Oc + "owner-principal"), Is.Null);
        Assert.That(answer.Hrefs.Select(Name), Does.Contain("contacts"));
    }

    [Test]
    public async Task Making_a_book_again_is_405_and_one_that_is_not_there_404()
    {
        Assert.That((await Make(_uri)).Status, Is.EqualTo(405));
        var answer = await Server.Send("PROPFIND", $"{Home}{_uri}x/", Properties, ("Depth", "0"));
        Assert.That(answer.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_deleted_book_leaves_its_address_free()
    {
        Assert.That((await Server.Send("DELETE", Book)).Status, Is.EqualTo(204));
        Assert.That((await Make(_uri)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task A_card_is_stored_as_sent_and_its_ETag_is_the_MD5_of_it()
    {
        var text = Vcf("a", "Médiathèque");
        var put = await Put("a.vcf", text);
        Assert.That(put.Status, Is.EqualTo(201));
#pragma warning disable CA5351 // The server's own ETag, not a protection.
        Assert.That(
            put.ETag,
            Is.EqualTo(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text))))
        );
#pragma warning restore CA5351
        var got = await Server.Send("GET", Book + "a.vcf");
        Assert.That((got.Body, got.ETag), Is.EqualTo((text, put.ETag)));
        Assert.That(got.Headers["Content-Type"], Does.StartWith("text/vcard"));
    }

    [Test]
    public async Task Conditions_are_kept()
    {
        var etag = (await Put("a.vcf", Vcf("a"))).ETag;
        Assert.That((await Put("a.vcf", Vcf("a"), ("If-None-Match", "*"))).Status, Is.EqualTo(412));
        Assert.That((await Put("a.vcf", Vcf("a"), ("If-Match", "\"other\""))).Status, Is.EqualTo(412));
        Assert.That((await Put("b.vcf", Vcf("b"), ("If-Match", $"\"{etag}\""))).Status, Is.EqualTo(412));
        Assert.That(
            (await Put("a.vcf", Vcf("a", "Autre"), ("If-Match", $"\"{etag}\""))).Status,
            Is.EqualTo(204)
        );
        var deletion = await Server.Send("DELETE", Book + "a.vcf", null, ("If-Match", $"\"{etag}\""));
        Assert.That(deletion.Status, Is.EqualTo(412));
    }

    [Test]
    public async Task What_is_no_card_is_415_and_a_second_card_with_one_UID_400()
    {
        Assert.That((await Put("x.vcf", "bonjour")).Status, Is.EqualTo(415));
        Assert.That((await Put("x.vcf", "BEGIN:VEVENT\r\nEND:VEVENT\r\n")).Status, Is.EqualTo(415));
        await Put("a.vcf", Vcf("a"));
        var doubled = await Put("b.vcf", Vcf("a"));
        Assert.That(doubled.Status, Is.EqualTo(400));
        Assert.That(doubled.Body, Does.Contain("uid already exists"));
    }

    [Test]
    public async Task A_card_without_a_UID_gets_one_and_no_ETag_is_told()
    {
        var put = await Put("a.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sans\r\nEND:VCARD\r\n");
        Assert.That((put.Status, put.ETag), Is.EqualTo((201, "")));
        Assert.That((await Server.Send("GET", Book + "a.vcf")).Body, Does.Contain("UID:"));
    }

    [Test]
    public async Task Each_change_moves_the_token_by_one()
    {
        await Put("a.vcf", Vcf("a"));
        await Put("b.vcf", Vcf("b"));
        await Put("a.vcf", Vcf("a", "Autre"));
        Assert.That((await Server.Send("DELETE", Book + "b.vcf")).Status, Is.EqualTo(204));
        await Share();
        Assert.That(await Token(), Is.EqualTo("http://sabre.io/ns/sync/5"));
    }

    [Test]
    public async Task A_deleted_card_is_gone_for_good()
    {
        await Put("a.vcf", Vcf("a"));
        await Server.Send("DELETE", Book + "a.vcf");
        Assert.That((await Server.Send("DELETE", Book + "a.vcf")).Status, Is.EqualTo(404));
        Assert.That((await Server.Send("GET", Book + "a.vcf")).Status, Is.EqualTo(404));
        Assert.That((await Put("a.vcf", Vcf("a"))).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Multiget_gives_the_texts_and_leaves_out_what_is_missing()
    {
        await Put("a.vcf", Vcf("a", "Médiathèque"));
        var path = new Uri(Server.Url, Book).AbsolutePath;
        var answer = await Report(
            $"""<c:addressbook-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><d:getetag/><c:address-data/></d:prop><d:href>{path}a.vcf</d:href><d:href>{path}none.vcf</d:href></c:addressbook-multiget>"""
        );
        Assert.That(answer.Hrefs.Select(Name), Is.EqualTo(new[] { "a.vcf" }));
        Assert.That(
            answer.Property("a.vcf", Card + "address-data")!.Value,
            Does.Contain("FN:Médiathèque").And.Contain("UID:a")
        );
    }

    [TestCase("contains", "diath", "a.vcf")]
    [TestCase("starts-with", "mair", "b.vcf")]
    [TestCase("equals", "Mairie", "b.vcf")]
    public async Task A_query_finds_cards_by_what_they_say(string kind, string words, string found)
    {
        await Put("a.vcf", Vcf("a", "Médiathèque"));
        await Put("b.vcf", Vcf("b", "Mairie"));
        var answer = await Report(
            $"""<c:addressbook-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><d:getetag/></d:prop><c:filter><c:prop-filter name="FN"><c:text-match match-type="{kind}">{words}</c:text-match></c:prop-filter></c:filter></c:addressbook-query>"""
        );
        Assert.That(answer.Hrefs.Select(Name), Is.EqualTo(new[] { found }));
    }

    [Test]
    public async Task A_first_sync_lists_everything_and_later_ones_what_changed()
    {
        await Put("a.vcf", Vcf("a"));
        var first = await Sync("");
        Assert.That(first.Hrefs.Select(Name), Is.EqualTo(new[] { "a.vcf" }));
        await Put("b.vcf", Vcf("b"));
        await Server.Send("DELETE", Book + "a.vcf");
        var second = await Sync(first.Xml.Element(D + "sync-token")!.Value);
        Assert.That(second.Hrefs.Select(Name), Is.EquivalentTo(new[] { "a.vcf", "b.vcf" }));
        var gone = second
            .Xml.Elements(D + "response")
            .Single(item => item.Element(D + "href")!.Value.EndsWith("a.vcf", StringComparison.Ordinal));
        Assert.That(gone.Element(D + "status")!.Value, Does.Contain("404"));
        Assert.That((await Sync("urn:somebody:else")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_group_reads_a_shared_book_and_cannot_write_in_it()
    {
        await Put("a.vcf", Vcf("a"));
        await Share();
        var invite = (await Find(Home)).Property(_uri, Oc + "invite")!;
        Assert.That(
            invite.Descendants(D + "href").Single().Value,
            Is.EqualTo($"principal:principals/groups/{System.Net.WebUtility.UrlEncode(_group)}")
        );
        var seen = await Server.SendAs(_member, "PROPFIND", Shared, Properties, ("Depth", "1"));
        Assert.That(seen.Status, Is.EqualTo(207));
        Assert.That(
            seen.Property(Shared, Oc + "owner-principal")!.Value,
            Is.EqualTo($"principals/users/{Server.Admin}")
        );
        Assert.That(seen.Property(Shared, Oc + "read-only")!.Value, Is.EqualTo("1"));
        Assert.That((await Server.SendAs(_member, "GET", Shared + "a.vcf")).Body, Does.Contain("FN:Mairie"));
        foreach (var name in new[] { "a.vcf", "b.vcf" })
        {
            var written = await Server.SendAs(
                _member,
                "PUT",
                Shared + name,
                Vcf(name[..1], "Changé"),
                ("Content-Type", "text/vcard; charset=utf-8")
            );
            Assert.That(written.Status, Is.EqualTo(404));
        }

        Assert.That((await Server.SendAs(_member, "DELETE", Shared + "a.vcf")).Status, Is.EqualTo(404));
        Assert.That((await Server.Send("GET", Book + "a.vcf")).Body, Does.Contain("FN:Mairie"));
    }

    [Test]
    public async Task Sharing_with_nobody_known_is_answered_200_and_forgotten()
    {
        Assert.That(
            (await Server.Send("POST", Book, ShareBody("personne-de-ce-nom"))).Status,
            Is.EqualTo(200)
        );
        var users = (await Find(Book, "0")).Property(_uri, Oc + "invite")?.Elements(Oc + "user") ?? [];
        Assert.That(users, Is.Empty);
    }

    /// <summary>A vCard 3.0.</summary>
    public static string Vcf(string uid, string name = "Mairie") =>
        $"BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Contracts//FR\r\nUID:{uid}\r\nFN:{name}\r\nN:;{name};;;\r\nEND:VCARD\r\n";

    private static string Name(string href) => href.TrimEnd('/').Split('/')[^1];

    private Task<Answer> Make(string uri) =>
        Server.Send(
            "MKCOL",
            $"{Home}{uri}/",
            """<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:set><d:prop><d:resourcetype><d:collection/><c:addressbook/></d:resourcetype><d:displayname>Carnet d'été</d:displayname></d:prop></d:set></d:mkcol>"""
        );

    private Task<Answer> Put(string name, string text, params (string Name, string Value)[] headers) =>
        Server.Send("PUT", Book + name, text, [("Content-Type", "text/vcard; charset=utf-8"), .. headers]);

    private Task<Answer> Report(string body) => Server.Send("REPORT", Book, body, ("Depth", "1"));

    private Task<Answer> Sync(string token) =>
        Report(
            $"""<d:sync-collection xmlns:d="DAV:"><d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"""
        );

    private Task<Answer> Find(string path, string depth = "1") =>
        Server.Send("PROPFIND", path, Properties, ("Depth", depth));

    private async Task<string> Token() => (await Find(Book, "0")).Property(_uri, D + "sync-token")!.Value;

    private async Task Share()
    {
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
        Assert.That((await Server.Send("POST", Book, ShareBody(_group))).Status, Is.EqualTo(200));
    }

    private static string ShareBody(string group) =>
        $"""<o:share xmlns:d="DAV:" xmlns:o="http://owncloud.org/ns"><o:set><d:href>principal:principals/groups/{System.Net.WebUtility.UrlEncode(group)}</d:href></o:set></o:share>""";
}
