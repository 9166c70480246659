using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Nextcloud;

internal sealed partial class FilesClientTests
{
    [TestCase("MKCOL", 201, DavResult.Created)]
    [TestCase("MKCOL", 405, DavResult.AlreadyExists)]
    [TestCase("MKCOL", 409, DavResult.ParentMissing)]
    [TestCase("MKCOL", 507, DavResult.QuotaExceeded)]
    [TestCase("MKCOL", 400, DavResult.NameRefused)]
    [TestCase("PUT", 201, DavResult.Created)]
    [TestCase("PUT", 204, DavResult.Updated)]
    [TestCase("PUT", 412, DavResult.PreconditionFailed)]
    [TestCase("PUT", 404, DavResult.ParentMissing)]
    [TestCase("PUT", 409, DavResult.ParentMissing)]
    [TestCase("PUT", 403, DavResult.Forbidden)]
    [TestCase("PUT", 413, DavResult.TooLarge)]
    [TestCase("PUT", 423, DavResult.Locked)]
    [TestCase("PUT", 507, DavResult.QuotaExceeded)]
    [TestCase("COPY", 201, DavResult.Created)]
    [TestCase("COPY", 412, DavResult.AlreadyExists)]
    [TestCase("COPY", 404, DavResult.NotFound)]
    [TestCase("COPY", 409, DavResult.ParentMissing)]
    [TestCase("MOVE", 412, DavResult.AlreadyExists)]
    [TestCase("MOVE", 423, DavResult.Locked)]
    public async Task Each_status_has_one_meaning_per_verb(string verb, int status, DavResult expected)
    {
        _stub.Network.Answer(status);

        var outcome = await Send(verb);

        Assert.That(outcome.Result, Is.EqualTo(expected));
        Assert.That(
            outcome.Message is null,
            Is.EqualTo(outcome.IsThere),
            "Whoever did not get it is told why."
        );
    }

    [Test]
    public async Task A_status_that_nobody_foresees_is_a_surprise_without_the_body()
    {
        _stub.Network.Answer(500, "SECRET TRACE");

        var surprise = await _stub.Surprise(Files.Copy("a", "b", CancellationToken.None));

        Assert.That(surprise.Status, Is.EqualTo(500));
        Assert.That(surprise.MayHaveActed);
        Assert.That(surprise.ToString(), Does.Not.Contain("SECRET").And.Not.Contain("app-secret"));
    }

    [Test]
    public async Task Rights_are_read_back_and_not_believed()
    {
        var done =
            """<d:response><d:href>/x</d:href><d:propstat><d:prop><nc:acl-list/></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>""";
        _stub
            .Network.Answer(207, Stubbed.Multistatus(done))
            .Answer(207, Stubbed.Multistatus(Stubbed.FolderXml("a")));

        var outcome = await Files.SetAcl("a", [new AclRule("group", "g", Rights.All, Rights.Read)], default);

        Assert.That(outcome.Result, Is.EqualTo(DavResult.NotApplied));
    }

    [Test]
    public async Task A_refused_property_inside_a_207_is_seen()
    {
        var refused =
            """<d:response><d:href>/x</d:href><d:propstat><d:prop><nc:acl-list/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response>""";
        var there = Stubbed
            .FolderXml("a")
            .Replace("<oc:fileid>", "<nc:acl-list/><oc:fileid>", StringComparison.Ordinal);
        _stub.Network.Answer(207, Stubbed.Multistatus(refused)).Answer(207, Stubbed.Multistatus(there));

        Assert.That((await Files.SetAcl("a", [], default)).Result, Is.EqualTo(DavResult.NotApplied));
    }

    [TestCase(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d:multistatus xmlns:d='DAV:'>&e;</d:multistatus>"
    )]
    [TestCase("<d:multistatus xmlns:d='DAV:'><d:response>")]
    [TestCase("<html><body>Bienvenue</body></html>")]
    [TestCase("")]
    public async Task Malformed_XML_and_document_types_are_refused(string body)
    {
        _stub.Network.Answer(207, body);

        var surprise = await _stub.Surprise(Files.Propfind("", DavDepth.One, CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.MalformedAnswer));
    }
}
