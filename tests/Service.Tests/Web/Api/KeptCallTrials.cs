using Connector.Connector.Tests.Service;
using Connector.Service;
using Connector.Web.Api;
using Microsoft.EntityFrameworkCore;

namespace Connector.Connector.Tests.Web.Api;

/// <summary>A call that is sent twice with one key is carried out once, whatever the reason and whichever node.</summary>
public sealed class KeptCallTrials
{
    private const string Jobs = "/territories/vallon/jobs";
    private const string Body = """{"kind":"retention","reason":"essai"}""";

    private ConsolePlace _place = null!;
    private ApiClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        _client = await ApiClient.MadeAsync(_place, "essai", "-s", "jobs", "-s", "read");
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task The_same_call_is_carried_out_once_and_another_with_its_key_refused()
    {
        var first = await _client.PostAsync(Jobs, Body, "appel-1");
        await _place.Service.EndOf(1);
        var second = await _client.PostAsync(Jobs, Body, "appel-1");
        Assert.That((second.Status, second.Body), Is.EqualTo((202, first.Body)));
        Assert.That(second.Header("Location"), Is.EqualTo(first.Header("Location")));
        Assert.That(second.Header(KeptCalls.Replayed), Is.EqualTo("true"));
        Assert.That(first.Header(KeptCalls.Replayed), Is.Null);
        Assert.That(await Count(), Is.EqualTo(1));

        var other = await _client.PostAsync(Jobs, """{"kind":"proof"}""", "appel-1");
        Assert.That((other.Status, other.Code), Is.EqualTo((422, "idempotency-key")));
        Assert.That((await _client.PostAsync("/jobs/1/retry", null, "appel-1")).Status, Is.EqualTo(422));
        Assert.That(await Count(), Is.EqualTo(1));
        Assert.That((await _client.PostAsync(Jobs, Body, "x")).Status, Is.EqualTo(202));
        Assert.That(await Count(), Is.EqualTo(2), "another key is another call");
    }

    [Test]
    public async Task A_refusal_is_kept_as_well_and_a_key_is_one_tokens_own()
    {
        var first = await _client.PostAsync(Jobs, """{"kind":"tout"}""", "a");
        var second = await _client.PostAsync(Jobs, """{"kind":"tout"}""", "a");
        Assert.That((first.Status, second.Status), Is.EqualTo((400, 400)));
        Assert.That(second.Header(KeptCalls.Replayed), Is.EqualTo("true"));
        using var other = await ApiClient.MadeAsync(_place, "autre", "-s", "jobs");
        Assert.That((await other.PostAsync(Jobs, Body, "a")).Status, Is.EqualTo(202));
        Assert.That((await _client.PostAsync(Jobs, Body, new string('x', 256))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task While_a_call_is_under_way_the_same_one_is_told_to_wait_unless_its_node_died()
    {
        await _client.PostAsync(Jobs, Body, "b");
        await ChangeAsync(row => row.Status = 0);
        var busy = await _client.PostAsync(Jobs, Body, "b");
        Assert.That((busy.Status, busy.Code), Is.EqualTo((409, "idempotency-busy")));
        await AgeAsync(TimeSpan.FromMinutes(6));
        Assert.That((await _client.PostAsync(Jobs, Body, "b")).Header(KeptCalls.Replayed), Is.Null);
        await AgeAsync(TimeSpan.FromHours(23));
        Assert.That(
            (await _client.PostAsync(Jobs, Body, "b")).Header(KeptCalls.Replayed),
            Is.EqualTo("true")
        );
        await AgeAsync(TimeSpan.FromHours(2));
        Assert.That((await _client.PostAsync(Jobs, Body, "b")).Header(KeptCalls.Replayed), Is.Null);
    }

    [Test]
    public async Task Of_many_at_the_same_moment_one_is_carried_out()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => _client.PostAsync(Jobs, Body, "c"))
        );
        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(202, 409));
        Assert.That(
            answers.Count(answer => answer.Status == 202 && answer.Header(KeptCalls.Replayed) is null),
            Is.EqualTo(1)
        );
        Assert.That(await Count(), Is.EqualTo(1));
    }

    private async Task<int> Count() => (await _place.Service.Jobs.ListAsync(null, false, 20, default)).Count;

    private Task AgeAsync(TimeSpan by) => ExecuteAsync((long)by.TotalSeconds);

    private async Task ExecuteAsync(long seconds)
    {
        await using var db = Open();
        await db.KeptCalls.ExecuteUpdateAsync(set => set.SetProperty(row => row.At, row => row.At - seconds));
    }

    private async Task ChangeAsync(Action<KeptCallRow> change)
    {
        await using var db = Open();
        change(await db.KeptCalls.SingleAsync());
        await db.SaveChangesAsync();
    }

    private ApiContext Open() =>
        new(ApiContext.At(new ServiceDatabase { Folder = _place.Terminal.At(".connector") }));
}
