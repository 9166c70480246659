namespace Connector.Tests.Nextcloud;

/// <summary>Runs that share nothing but the server wait for each other.</summary>
internal sealed class TurnClientTests
{
    private Stubbed _stub = null!;

    [SetUp]
    public void SetUp() => _stub = new Stubbed();

    [TearDown]
    public void TearDown() => _stub.Dispose();

    /// <summary>403 is what the server answers to some who come in the same instant as the one who gets it.</summary>
    [Test]
    public async Task Who_is_told_405_or_403_waits_until_it_is_free([Values(405, 403)] int refusal)
    {
        _stub.Network.Answer(refusal).Answer(405).Answer(201).Answer(204);

        Assert.That(await Verbs(), Is.EqualTo(["MKCOL", "MKCOL", "MKCOL", "work", "DELETE"]));
    }

    [Test]
    public async Task A_server_that_forbids_each_time_gives_no_turns()
    {
        _stub.Network.Answer(403);

        Assert.That(await Verbs(), Is.EqualTo(["MKCOL", "MKCOL", "MKCOL", "work", "DELETE"]));
    }

    [Test]
    public async Task A_server_without_uploads_gives_no_turns([Values(404, 409)] int status)
    {
        _stub.Network.Answer(status);

        Assert.That(await Verbs(), Is.EqualTo(["MKCOL", "work", "DELETE"]));
    }

    private async Task<IReadOnlyList<string>> Verbs()
    {
        var before = 0;
        Task<int> Work()
        {
            before = _stub.Network.Seen.Count;
            return Task.FromResult(0);
        }

        await _stub.Run(_stub.Client.Turns.Take(Work, default));
        var seen = _stub.Network.Seen.Select(request => request.Verb.Method).ToList();
        seen.Insert(before, "work");
        return seen;
    }
}
