using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Files;

/// <summary>Files are read, listed and searched.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class ReadingContracts(Target target) : InAFolder(target)
{
    [Test]
    public async Task GET_gives_the_bytes_with_length_type_and_ETag()
    {
        var put = await Put("a.txt", "bonjour");
        var answer = await Get("a.txt");
        Assert.That(answer.Body, Is.EqualTo("bonjour"));
        Assert.That(answer.ETag, Is.EqualTo(put.ETag));
        Assert.That(answer.Headers["Content-Length"], Is.EqualTo("7"));
        Assert.That(answer.Headers["Content-Type"], Does.StartWith("text/plain"));
    }

    [Test]
    public async Task HEAD_gives_the_same_without_the_bytes()
    {
        var put = await Put("a.txt", "bonjour");
        var answer = await Server.Send("HEAD", Path("a.txt"));
        Assert.That((answer.Status, answer.ETag, answer.Body), Is.EqualTo((200, put.ETag, "")));
        Assert.That(answer.Headers["Content-Length"], Is.EqualTo("7"));
    }

    [Test]
    public async Task A_range_is_206_with_its_place()
    {
        await Put("a.txt", "bonjour");
        var answer = await Get("a.txt", ("Range", "bytes=1-3"));
        Assert.That((answer.Status, answer.Body), Is.EqualTo((206, "onj")));
        Assert.That(answer.Headers["Content-Range"], Is.EqualTo("bytes 1-3/7"));
    }

    [Test]
    public async Task A_range_from_the_end_is_206()
    {
        await Put("a.txt", "bonjour");
        Assert.That((await Get("a.txt", ("Range", "bytes=-2"))).Body, Is.EqualTo("ur"));
    }

    [Test]
    public async Task A_range_beyond_the_end_is_416()
    {
        await Put("a.txt", "bonjour");
        Assert.That((await Get("a.txt", ("Range", "bytes=50-60"))).Status, Is.EqualTo(416));
    }

    [Test]
    public async Task GET_of_what_one_has_already_is_304()
    {
        var put = await Put("a.txt", "bonjour");
        var answer = await Get("a.txt", ("If-None-Match", $"\"{put.ETag}\""));
        Assert.That((answer.Status, answer.Body), Is.EqualTo((304, "")));
    }

    [Test]
    public async Task What_is_missing_is_404_for_every_way_of_reading()
    {
        Assert.That((await Get("absent.txt")).Status, Is.EqualTo(404));
        Assert.That((await Server.Send("HEAD", Path("absent.txt"))).Status, Is.EqualTo(404));
        Assert.That((await Find("absent.txt")).Status, Is.EqualTo(404));
    }

    [TestCase("0", 1)]
    [TestCase("1", 3)]
    [TestCase("infinity", 4)]
    public async Task Depth_decides_how_far_a_listing_goes(string depth, int expected)
    {
        await Mkcol("dossier");
        await Put("dossier/profond.txt", "p");
        await Put("a.txt", "a");
        var answer = await Find("", depth);
        Assert.That(answer.Status, Is.EqualTo(207));
        Assert.That(answer.Hrefs, Has.Count.EqualTo(expected));
    }

    /// <summary>The server takes what it does not understand for 1.</summary>
    [TestCase("banana")]
    public async Task A_senseless_depth_counts_as_1(string depth)
    {
        await Mkcol("dossier");
        await Put("dossier/profond.txt", "p");
        Assert.That((await Find("", depth)).Hrefs, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_listing_tells_kind_size_and_rights()
    {
        await Mkcol("dossier");
        await Put("dossier/a.txt", "bonjour");
        var answer = await Find("", "infinity");
        Assert.That(answer.Property("dossier", D + "resourcetype")!.Element(D + "collection"), Is.Not.Null);
        Assert.That(answer.Property("dossier", Oc + "size")!.Value, Is.EqualTo("7"));
        Assert.That(answer.Property("dossier", Oc + "permissions")!.Value, Is.EqualTo("RGDNVCK"));
        Assert.That(answer.Property("a.txt", D + "getcontentlength")!.Value, Is.EqualTo("7"));
        Assert.That(answer.Property("a.txt", Oc + "permissions")!.Value, Is.EqualTo("RGDNVW"));
        Assert.That(answer.Property("a.txt", D + "displayname")!.Value, Is.EqualTo("a.txt"));
        Assert.That(
            answer.Hrefs.Single(href => href.EndsWith("dossier/", StringComparison.Ordinal)),
            Does.StartWith("/remote.php/dav/files/")
        );
    }

    [Test]
    public async Task SEARCH_finds_by_name_at_any_depth_in_any_case()
    {
        await Mkcol("dossier");
        await Put("dossier/Feuille de route.docx", "x");
        await Put("autre.txt", "x");
        var answer = await Search("feuille%");
        Assert.That(answer.Status, Is.EqualTo(207));
        Assert.That(
            answer.Hrefs.Select(href => href.Split('/')[^1]),
            Is.EqualTo(new[] { "Feuille de route.docx" })
        );
        Assert.That(
            answer.Property("Feuille de route.docx", Oc + "fileid")!.Value,
            Is.EqualTo(await FileId("dossier/Feuille de route.docx"))
        );
    }

    [Test]
    public async Task SEARCH_for_everything_is_the_whole_tree()
    {
        await Mkcol("dossier");
        await Put("dossier/a.txt", "x");
        Assert.That(
            (await Search("%")).Hrefs.Select(href => href.TrimEnd('/').Split('/')[^1]),
            Is.SupersetOf(new[] { "dossier", "a.txt" })
        );
    }

    [Test]
    public async Task Nobody_is_401()
    {
        Assert.That(
            (await Server.SendAs(null, "PROPFIND", Path(), Properties, ("Depth", "0"))).Status,
            Is.EqualTo(401)
        );
        Assert.That((await Server.SendAs(null, "PUT", Path("a.txt"), "a")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task The_home_of_nobody_is_404() =>
        Assert.That(
            (
                await Server.Send(
                    "PROPFIND",
                    $"remote.php/dav/files/{Server.Unique("nobody")}/",
                    Properties,
                    ("Depth", "0")
                )
            ).Status,
            Is.EqualTo(404)
        );

    [Test]
    public async Task Broken_XML_is_400() =>
        Assert.That((await Find("", "0", "<d:propfind")).Status, Is.EqualTo(400));

    /// <summary>The real server reads past a document type; what matters is that no entity is fetched.</summary>
    [Test]
    public async Task A_document_type_brings_nothing_in()
    {
        var answer = await Find(
            "",
            "0",
            """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><d:propfind xmlns:d="DAV:"><d:prop><d:displayname>&e;</d:displayname></d:prop></d:propfind>"""
        );
        Assert.That(answer.Status, Is.AnyOf(400, 207));
        Assert.That(answer.Body, Does.Not.Contain(Environment.MachineName));
    }

    private Task<Answer> Search(string like) =>
        Server.Send(
            "SEARCH",
            "remote.php/dav/",
            $"""<d:searchrequest xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:basicsearch><d:select><d:prop><oc:fileid/><d:displayname/></d:prop></d:select><d:from><d:scope><d:href>/files/{Server.Admin}/{Folder}</d:href><d:depth>infinity</d:depth></d:scope></d:from><d:where><d:like><d:prop><d:displayname/></d:prop><d:literal>{like}</d:literal></d:like></d:where></d:basicsearch></d:searchrequest>""",
            ("Content-Type", "text/xml")
        );
}
