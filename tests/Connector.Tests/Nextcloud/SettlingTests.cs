using Connector.Nextcloud.Dav;

namespace Connector.Tests.Nextcloud;

/// <summary>Writes whose answer is in doubt: what is there decides, and nothing is sent twice blindly.</summary>
internal sealed class SettlingTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();
    private const string HelloSha1 = "SHA1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";

    private Stubbed _stub = null!;

    private FilesClient Files => _stub.Client.Files;

    [SetUp]
    public void SetUp() => _stub = new Stubbed();

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [Test]
    public async Task A_put_that_broke_is_settled_by_reading_what_is_there()
    {
        _stub.Network.Reset().Answer(207, Stubbed.Multistatus(Stubbed.FileXml("a.txt", "e9", 5, HelloSha1)));

        var outcome = await Put();

        Assert.That(
            outcome,
            Is.EqualTo(
                new DavOutcome
                {
                    Result = DavResult.Created,
                    ETag = "e9",
                    FileId = 45,
                    Settled = true,
                }
            )
        );
        Assert.That(_stub.Network.Seen.Count(r => r.Verb == HttpMethod.Put), Is.EqualTo(1));
    }

    [Test]
    public async Task A_put_that_broke_before_anything_happened_is_repeated_once()
    {
        _stub
            .Network.Reset()
            .Answer(404)
            .Answer(201, "", ("OC-ETag", "\"e1\""), ("OC-FileId", "00000045ocabc"));

        var outcome = await Put();

        Assert.That(
            (outcome.Result, outcome.ETag, outcome.FileId),
            Is.EqualTo((DavResult.Created, "e1", 45))
        );
        Assert.That(_stub.Network.Seen.Count(r => r.Verb == HttpMethod.Put), Is.EqualTo(2));
    }

    [Test]
    public async Task A_put_that_broke_leaves_what_somebody_else_wrote_meanwhile()
    {
        _stub
            .Network.Reset()
            .Answer(207, Stubbed.Multistatus(Stubbed.FileXml("a.txt", "theirs", 9, "SHA1:00")));

        var outcome = await Put();

        Assert.That(outcome.Result, Is.EqualTo(DavResult.PreconditionFailed));
        Assert.That(_stub.Network.Seen.Count(r => r.Verb == HttpMethod.Put), Is.EqualTo(1));
    }

    [Test]
    public async Task A_folder_whose_making_broke_is_adopted_when_it_is_there()
    {
        _stub.Network.Reset().Answer(207, Stubbed.Multistatus(Stubbed.FolderXml("a")));

        var call = Files.Mkcol("a", CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call).Result, Is.EqualTo(DavResult.AlreadyExists));
        Assert.That((await call).Settled);
    }

    [TestCase(403)]
    [TestCase(423)]
    public async Task A_folder_that_somebody_else_makes_at_the_same_time_is_adopted(int status)
    {
        _stub.Network.Answer(status).Answer(207, Stubbed.Multistatus(Stubbed.FolderXml("a")));

        var call = Files.Mkcol("a", CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call).Result, Is.EqualTo(DavResult.AlreadyExists));
    }

    /// <summary>429 and 503 can come from a gateway that cut an answer short: the folder is there all the same.</summary>
    [TestCase(429)]
    [TestCase(503)]
    public async Task A_team_folder_is_not_made_twice_by_a_server_that_asks_to_wait(int status)
    {
        _stub
            .Network.Answer(200, Stubbed.Ocs(100))
            .Answer(status, "", ("Retry-After", "3"))
            .Answer(200, Stubbed.Ocs(100, """{"7":{"id":7,"mount_point":"Jeunes","acl":false}}"""));

        var call = _stub.Client.TeamFolders.Create("Jeunes", CancellationToken.None);
        var took = await _stub.Run(call);

        Assert.That((await call).Folder!.Id, Is.EqualTo(7));
        Assert.That(Posts(), Is.EqualTo(1));
        Assert.That(took.TotalSeconds, Is.InRange(3, 6.0));
    }

    [Test]
    public async Task A_team_folder_that_is_not_there_after_the_wait_is_asked_for_again()
    {
        const string None = "[]";
        const string Made = """{"7":{"id":7,"mount_point":"Jeunes","acl":false}}""";
        _stub
            .Network.Answer(200, Stubbed.Ocs(100, None))
            .Answer(429, "", ("Retry-After", "1"))
            .Answer(200, Stubbed.Ocs(100, None))
            .Answer(200, Stubbed.Ocs(100, """{"id":7}"""))
            .Answer(200, Stubbed.Ocs(100, Made));

        var call = _stub.Client.TeamFolders.Create("Jeunes", CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call).Folder!.Id, Is.EqualTo(7));
        Assert.That(Posts(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_calendar_is_not_given_a_second_public_address_by_a_server_that_asks_to_wait()
    {
        _stub.Network.Answer(503, "", ("Retry-After", "0"));

        await _stub.Run(_stub.Client.Calendars.SendPublish("comite", CancellationToken.None));

        Assert.That(Posts(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_bulk_upload_is_not_sent_again_over_what_people_may_have_written_meanwhile()
    {
        _stub.Network.Answer(503, "", ("Retry-After", "0"));

        var surprise = await _stub.Surprise(
            Files.BulkUpload([new BulkFile("a.txt", Hello)], CancellationToken.None)
        );

        Assert.That(surprise.MayHaveActed);
        Assert.That(Posts(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_member_is_let_in_again_after_the_wait_since_twice_is_the_same_as_once()
    {
        _stub.Network.Answer(429, "", ("Retry-After", "1")).Answer(200, Stubbed.Ocs(200));

        var call = _stub.Client.Users.AddToGroup("zoe", "comite", CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call).IsThere);
        Assert.That(Posts(), Is.EqualTo(2));
    }

    private int Posts() => _stub.Network.Seen.Count(request => request.Verb == HttpMethod.Post);

    private async Task<DavOutcome> Put()
    {
        var call = Files.PutFile(
            "a.txt",
            Hello,
            PutCondition.IfNoneMatchAny,
            "text/plain",
            CancellationToken.None
        );
        await _stub.Run(call);
        return await call;
    }
}
