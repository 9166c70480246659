using Connector.Jobs;
using Connector.Service;
using Connector.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Connector.Tests.Service;

/// <summary>What is known of servers that are away: who asks again, when, and what is told.</summary>
public sealed class ServerGateTests
{
    private static readonly Uri Server = new("https://nuage.example.org/");

    private readonly FakeTimeProvider _time = new(Some.Now);
    private DirectoryInfo _folder = null!;
    private ServerGate _gate = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("connector-gate-");
        var database = new ServiceDatabase { Folder = _folder.FullName };
        await JobSchema.PrepareAsync(database, default);
        _gate = new ServerGate(database, _time);
    }

    [TearDown]
    public void Stop()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_day_away_is_told_once_and_asked_some_fifty_times()
    {
        var away = new ServerAway(Server, "ne répond pas", null);
        var (told, asked) = (0, 0);
        var end = _time.GetUtcNow().AddDays(1);
        while (_time.GetUtcNow() < end)
        {
            if (await _gate.AwayAsync(Server, default) is null or { MayTry: true })
            {
                asked++;
                told += (await _gate.FailedAsync(away, default)).IsNews ? 1 : 0;
            }

            _time.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.That(told, Is.EqualTo(1));
        Assert.That(asked, Is.InRange(40, 75));
        Assert.That(await _gate.AnsweredAsync(Server, default), Is.EqualTo(Some.Now), "since when");
        Assert.That(await _gate.AnsweredAsync(Server, default), Is.Null, "told once");
        Assert.That(await _gate.AwayAsync(Server, default), Is.Null);
    }

    [Test]
    public async Task One_job_tries_and_the_others_wait_for_it()
    {
        var (next, _) = await _gate.FailedAsync(new ServerAway(Server, "ne répond pas", null), default);
        Assert.That((await _gate.AwayAsync(Server, default))!.Value.MayTry, Is.False);
        _time.SetUtcNow(next);
        var tries = new List<bool>();
        for (var job = 0; job < 5; job++)
        {
            tries.Add((await _gate.AwayAsync(Server, default))!.Value.MayTry);
        }

        Assert.That(tries, Is.EqualTo(new[] { true, false, false, false, false }));
    }

    [Test]
    public async Task What_a_server_asks_for_is_kept_up_to_a_day()
    {
        var (hour, _) = await _gate.FailedAsync(
            new ServerAway(Server, "429", TimeSpan.FromHours(1)),
            default
        );
        Assert.That(hour - _time.GetUtcNow(), Is.EqualTo(TimeSpan.FromHours(1)));
        var (year, _) = await _gate.FailedAsync(
            new ServerAway(Server, "429", TimeSpan.FromDays(365)),
            default
        );
        Assert.That(year - _time.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(1)));
    }

    [Test]
    public void A_server_that_hangs_never_holds_all_places()
    {
        var places = new List<IDisposable?> { _gate.TryEnter(Server, 2), _gate.TryEnter(Server, 2) };
        Assert.That(places, Has.None.Null);
        Assert.That(_gate.TryEnter(Server, 2), Is.Null);
        using var other = _gate.TryEnter(new Uri("https://autre.example.org/"), 2);
        Assert.That(other, Is.Not.Null);
        places[0]!.Dispose();
        places[0]!.Dispose();
        Assert.That(_gate.Busy(Server), Is.EqualTo(1), "a place is given back once");
    }
}
