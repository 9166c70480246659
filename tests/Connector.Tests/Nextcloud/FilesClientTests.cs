using System.Collections.Concurrent;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Nextcloud;

internal sealed partial class FilesClientTests
{
    private Stubbed _stub = null!;

    private FilesClient Files => _stub.Client.Files;

    [SetUp]
    public void SetUp() => _stub = new Stubbed();

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [Test]
    public async Task A_listing_decodes_paths_rights_and_checksums_under_any_folder_of_the_server()
    {
        _stub.Network.Answer(
            207,
            Stubbed.Multistatus(
                """
                <d:response><d:href>/nc/remote.php/dav/files/ZO%C3%89/</d:href><d:propstat><d:prop>
                <d:resourcetype><d:collection/></d:resourcetype><d:getetag>"root"</d:getetag><oc:fileid>1</oc:fileid>
                </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
                <d:response><d:href>/nc/remote.php/dav/files/ZO%C3%89/R%c3%a9seau/</d:href><d:propstat><d:prop>
                <d:resourcetype><d:collection/></d:resourcetype><d:getetag>"r"</d:getetag><oc:fileid>2</oc:fileid>
                <oc:permissions>RMGCK</oc:permissions><nc:group-folder-id>3</nc:group-folder-id>
                <nc:acl-list><nc:acl><nc:acl-mapping-type>group</nc:acl-mapping-type>
                <nc:acl-mapping-id>élus &amp; cie</nc:acl-mapping-id><nc:acl-mask>31</nc:acl-mask>
                <nc:acl-permissions>1</nc:acl-permissions></nc:acl></nc:acl-list>
                </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
                <d:propstat><d:prop><oc:checksums/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>
                </d:response>
                <d:response><d:href>/nc/remote.php/dav/files/ZO%C3%89/R%c3%a9seau/50%25%20%23%3f.txt</d:href><d:propstat><d:prop>
                <d:resourcetype/><d:getetag>"t"</d:getetag><oc:fileid>4</oc:fileid><oc:size>12</oc:size>
                <oc:permissions>RMGDNVW</oc:permissions><nc:group-folder-id>3</nc:group-folder-id>
                <oc:checksums><oc:checksum>SHA1:AB MD5:cd</oc:checksum></oc:checksums><nc:unknown>x</nc:unknown>
                </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
                """
            )
        );

        var listing = await Files.Propfind("", DavDepth.Infinity, CancellationToken.None);

        Assert.That(
            listing.Resources.Select(r => r.Path),
            Is.EqualTo(new[] { "", "Réseau", "Réseau/50% #?.txt" })
        );
        Assert.That(listing.Resources.Select(r => r.IsMount), Is.EqualTo(new[] { false, true, false }));
        Assert.That(
            listing.Resources[1].AclRules,
            Is.EqualTo(new[] { new AclRule("group", "élus & cie", Rights.All, Rights.Read) })
        );
        Assert.That(listing.Resources[2].Sha1, Is.EqualTo("ab"));
        Assert.That((listing.Resources[2].Size, listing.Resources[2].TeamFolderId), Is.EqualTo((12, 3)));
        Assert.That(_stub.Network.Last.Headers["Depth"], Is.EqualTo("infinity"));
        Assert.That(_stub.Network.Last.Path, Is.EqualTo("/nc/remote.php/dav/files/zo%C3%A9/"));
    }

    [Test]
    public async Task A_missing_folder_is_not_an_empty_one()
    {
        _stub.Network.Answer(404);

        Assert.That((await Files.Propfind("rien", DavDepth.One, CancellationToken.None)).Exists, Is.False);
    }

    [Test]
    public async Task A_put_carries_condition_checksum_and_type_and_reads_the_new_state()
    {
        _stub.Network.Answer(
            204,
            "",
            ("OC-ETag", "\"n\""),
            ("ETag", "\"n-gzip\""),
            ("OC-FileId", "00000012ocxyz")
        );

        var outcome = await Files.PutFile(
            "é/a b.txt",
            "hello"u8.ToArray(),
            PutCondition.IfMatch("old"),
            "text/plain",
            default
        );

        Assert.That(
            outcome,
            Is.EqualTo(
                new DavOutcome
                {
                    Result = DavResult.Updated,
                    ETag = "n",
                    FileId = 12,
                }
            )
        );
        var sent = _stub.Network.Last;
        Assert.That(sent.Path, Does.EndWith("/%C3%A9/a%20b.txt"));
        Assert.That(sent.Headers["If-Match"], Is.EqualTo("\"old\""));
        Assert.That(sent.Headers["OC-Checksum"], Is.EqualTo("SHA1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"));
        Assert.That(sent.Headers["Content-Type"], Is.EqualTo("text/plain"));
        Assert.That(
            sent.Headers.Keys,
            Has.None.EqualTo("Accept-Encoding"),
            "Compression would change ETags."
        );
    }

    [Test]
    public async Task Copy_and_move_never_overwrite()
    {
        _stub.Network.Answer(201);

        await Files.Copy("a", "b/ç", default);
        await Files.Move("a", "b", default);

        Assert.That(_stub.Network.Seen.Select(r => r.Headers["Overwrite"]), Is.All.EqualTo("F"));
        Assert.That(
            _stub.Network.Seen[0].Headers["Destination"],
            Is.EqualTo("/nc/remote.php/dav/files/zo%C3%A9/b/%C3%A7")
        );
    }

    [TestCase("../x")]
    [TestCase("a/../x")]
    [TestCase("a//b")]
    [TestCase("a/./b")]
    [TestCase("/a")]
    [TestCase("a\\b")]
    [TestCase("a\0b")]
    [TestCase("a\nb")]
    public void A_path_that_means_another_place_is_not_sent(string path)
    {
        Assert.That(() => Files.Mkcol(path, default), Throws.ArgumentException);
        Assert.That(_stub.Network.Seen, Is.Empty);
    }

    [Test]
    public async Task A_name_is_sent_in_form_C()
    {
        _stub.Network.Answer(201);

        await Files.Mkcol("e\u0301", default);

        Assert.That(_stub.Network.Last.Path, Does.EndWith("/%C3%A9"));
    }

    [Test]
    public async Task Bulk_upload_gives_each_file_its_own_outcome()
    {
        _stub.Network.Answer(
            200,
            """{"\/a\/\u00e9.txt":{"error":false,"etag":"e1","fileid":"00000031ocabc"},"\/a\/b.txt":{"error":true,"message":"SECRET"}}"""
        );

        var outcomes = await Files.BulkUpload(
            [
                new("a/é.txt", "1"u8.ToArray()),
                new("a/b.txt", "2"u8.ToArray()),
                new("a/c.txt", "3"u8.ToArray()),
            ],
            default
        );

        Assert.That(
            outcomes.Select(o => o.Outcome.Result),
            Is.EqualTo(new[] { DavResult.Created, DavResult.NotApplied, DavResult.NotApplied })
        );
        Assert.That((outcomes[0].Outcome.ETag, outcomes[0].Outcome.FileId), Is.EqualTo(("e1", 31)));
        Assert.That(
            _stub.Network.Last.Headers["Content-Type"],
            Does.StartWith("multipart/related; boundary=")
        );
        Assert.That(
            _stub.Network.Last.Body,
            Does.Contain("X-File-Path: /a/é.txt\r\n")
                .And.Contain("X-File-MD5: c4ca4238a0b923820dcc509a6f75849b\r\n")
                .And.EndsWith("--\r\n")
        );
    }

    [Test]
    public async Task Folders_under_one_parent_are_made_one_after_the_other()
    {
        var now = 0;
        var most = 0;
        _stub.Network.Answer(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            Thread.Sleep(5);
            Interlocked.Decrement(ref now);
            return new HttpResponseMessage(System.Net.HttpStatusCode.Created);
        });

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => Files.Mkcol($"a/{i}", default)))
        );

        Assert.That(most, Is.EqualTo(1));
    }

    [Test]
    public async Task Folders_are_opened_by_conditions_in_as_few_requests_as_short_headers_allow()
    {
        var sent = new ConcurrentQueue<string>();
        for (var i = 0; i < 9; i++)
        {
            _stub.Network.Answer(request =>
            {
                sent.Enqueue(request.Headers["If"]);
                return new HttpResponseMessage((System.Net.HttpStatusCode)(sent.Count == 1 ? 404 : 207));
            });
        }

        var folders = Enumerable.Range(10, 60).Select(n => $"Été {n}/{new string('x', 80)}").ToList();
        await Files.Open([folders[..25], folders[25..50], folders[50..]], default);

        var seen = sent.Order(StringComparer.Ordinal).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                seen[0],
                Does.StartWith(
                    "</nc/remote.php/dav/files/zo%C3%A9/%C3%89t%C3%A9%2010/"
                        + new string('x', 80)
                        + "> (Not [\"connector\"]) <"
                )
            );
            Assert.That(seen, Has.Count.EqualTo(2).And.All.Length.LessThan(6001));
            Assert.That(seen[1], Does.Contain("%2035/"), "a tree goes with one request where it can");
            Assert.That(seen[0], Does.Not.Contain("%2035/"));
            Assert.That(string.Join(' ', seen).Split("Not").Length - 1, Is.EqualTo(60));
            Assert.That(_stub.Network.Last.Headers["Depth"], Is.EqualTo("0"));
        });
    }

    private Task<DavOutcome> Send(string verb) =>
        verb switch
        {
            "MKCOL" => Files.Mkcol("a", default),
            "PUT" => Files.PutFile("a", new byte[1], PutCondition.IfNoneMatchAny, "text/plain", default),
            "COPY" => Files.Copy("a", "b", default),
            _ => Files.Move("a", "b", default),
        };
}
