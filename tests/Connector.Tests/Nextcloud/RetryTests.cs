using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Nextcloud;

internal sealed class RetryTests
{
    private Stubbed _stub = null!;

    private FilesClient Files => _stub.Client.Files;

    [SetUp]
    public void SetUp() => _stub = new Stubbed();

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(429)]
    public async Task A_reading_verb_is_repeated_after_a_passing_failure(int status)
    {
        _stub
            .Network.Answer(status)
            .Answer(status)
            .Answer(207, Stubbed.Multistatus(Stubbed.FileXml("a.txt")));

        var call = Files.Propfind("", DavDepth.Infinity, CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call).Resources, Has.Count.EqualTo(1));
        Assert.That(_stub.Client.Requests.ByVerb["PROPFIND"], Is.EqualTo(3), "Every real send is counted.");
    }

    [Test]
    public async Task A_reading_verb_is_repeated_after_a_reset_and_after_a_cut_body()
    {
        _stub
            .Network.Reset()
            .Answer(_ => new HttpResponseMessage { Content = new StreamContent(new CutStream()) })
            .Answer(200, "ok");

        var call = Files.GetFile("a.txt", CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call)!.Bytes, Is.EqualTo("ok"u8.ToArray()));
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(3));
    }

    [TestCase("3", 3)]
    [TestCase("Thu, 05 Mar 2026 14:00:07 GMT", 7)]
    public async Task Any_verb_waits_as_told_by_Retry_After(string header, int seconds)
    {
        _stub.Network.Answer(429, "", ("Retry-After", header)).Answer(201);

        var call = Files.Copy("a", "b", CancellationToken.None);
        var took = await _stub.Run(call);

        Assert.That((await call).Result, Is.EqualTo(DavResult.Created));
        Assert.That(took.TotalSeconds, Is.InRange(seconds, seconds + 2.0));
    }

    [Test]
    public async Task A_date_is_measured_against_the_servers_own_clock()
    {
        _stub
            .Network.Answer(
                503,
                "",
                ("Date", "Thu, 05 Mar 2026 15:00:00 GMT"),
                ("Retry-After", "Thu, 05 Mar 2026 15:00:04 GMT")
            )
            .Answer(201);

        var took = await _stub.Run(Files.Mkcol("a", CancellationToken.None));

        Assert.That(took.TotalSeconds, Is.InRange(4, 6.0));
    }

    [Test]
    public async Task A_wait_beyond_the_bound_is_told_instead_of_slept()
    {
        _stub.Network.Answer(429, "", ("Retry-After", "3600"));

        var surprise = await _stub.Surprise(Files.Propfind("", DavDepth.One, CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.Throttled));
        Assert.That(surprise.RetryAfter, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Maintenance_ends_the_run_at_once_even_with_Retry_After()
    {
        _stub.Network.Answer(503, "", ("X-Nextcloud-Maintenance-Mode", "1"), ("Retry-After", "120"));

        var surprise = await _stub.Surprise(Files.Propfind("", DavDepth.One, CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.Maintenance));
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_refused_sign_in_is_never_repeated()
    {
        _stub.Network.Answer(401);

        var surprise = await _stub.Surprise(Files.Propfind("", DavDepth.One, CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.SignInRefused));
        Assert.That(surprise.Problem.Remedy.English, Does.Contain("connector login"));
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(1));
    }

    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task An_unsafe_verb_is_not_repeated_without_being_told(int status)
    {
        _stub.Network.Answer(status);

        var surprise = await _stub.Surprise(Files.Copy("a", "b", CancellationToken.None));

        Assert.That(surprise.MayHaveActed);
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_unsafe_verb_is_not_repeated_after_a_reset()
    {
        _stub.Network.Reset();

        var surprise = await _stub.Surprise(Files.Move("a", "b", CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.Unreachable));
        Assert.That(surprise.MayHaveActed);
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Any_verb_is_repeated_when_the_connection_was_never_made()
    {
        _stub.Network.Refuse().Refuse().Answer(201);

        var call = Files.Copy("a", "b", CancellationToken.None);
        await _stub.Run(call);

        Assert.That((await call).Result, Is.EqualTo(DavResult.Created));
    }

    [Test]
    public async Task A_server_that_stays_away_is_named_after_a_bounded_number_of_attempts()
    {
        _stub.Network.Refuse();

        var surprise = await _stub.Surprise(Files.Mkcol("a", CancellationToken.None));

        Assert.That(surprise.Problem.Message.French, Does.Contain("nuage.exemple.fr"));
        Assert.That(surprise.MayHaveActed, Is.False);
        Assert.That(_stub.Network.Seen, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Silence_is_cut_by_the_attempts_time_out_and_asked_again()
    {
        _stub.Network.Hang().Answer(200, "ok");

        var call = Files.GetFile("a", CancellationToken.None);
        var took = await _stub.Run(call);

        Assert.That((await call)!.Bytes, Has.Length.EqualTo(2));
        Assert.That(took.TotalSeconds, Is.InRange(60, 63));
    }

    [Test]
    public async Task A_redirect_is_told_and_not_followed()
    {
        _stub.Network.Answer(301, "", ("Location", "https://ailleurs.exemple.fr/x?token=1"));

        var surprise = await _stub.Surprise(Files.Propfind("", DavDepth.One, CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.Redirected));
        Assert.That(
            surprise.Problem.Message.English,
            Does.Contain("https://ailleurs.exemple.fr").And.Not.Contain("token")
        );
    }

    [Test]
    public async Task An_answer_above_the_bound_is_refused()
    {
        using var small = new Stubbed(options: new NextcloudClientOptions { MaxAnswerBytes = 100 });
        small.Network.Answer(200, new string('x', 101));

        var surprise = await small.Surprise(small.Client.Files.GetFile("a", CancellationToken.None));

        Assert.That(surprise.Fault, Is.EqualTo(NextcloudFault.AnswerTooLarge));
        Assert.That(small.Network.Seen, Has.Count.EqualTo(1));
    }

    /// <summary>A body that ends before its time.</summary>
    private sealed class CutStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => throw new HttpIOException(HttpRequestError.ResponseEnded);

        public override Task CopyToAsync(
            Stream destination,
            int bufferSize,
            CancellationToken cancellationToken
        ) => throw new HttpIOException(HttpRequestError.ResponseEnded);
    }
}
