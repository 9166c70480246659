namespace Connector.Tests.Announcing;

/// <summary>Announcements through webhooks, against receivers that hold to Slack's and Mattermost's rules.</summary>
public sealed class WebhookTrials
{
    private WebhookReceiver _slack = null!;
    private WebhookReceiver _mattermost = null!;
    private AnnouncingPlace _place = null!;

    [SetUp]
    public async Task Start()
    {
        _slack = WebhookReceiver.Slack();
        _mattermost = WebhookReceiver.Mattermost();
        _place = await AnnouncingPlace.OpenAsync(
            """
            canaux:
              - { id: slack, type: slack, environnement: ANNONCES_SLACK }
              - { id: mattermost, type: mattermost, secret: secrets/annonces-mattermost }
            """
        );
        _place.Terminal.Environment["ANNONCES_SLACK"] = _slack.Address.AbsoluteUri;
        Directory.CreateDirectory(_place.Terminal.At("secrets"));
        await File.WriteAllTextAsync(
            _place.Terminal.At("secrets/annonces-mattermost"),
            _mattermost.Address.AbsoluteUri + "\n"
        );
        await _place.MoveMeetingAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await _place.DisposeAsync();
        await _slack.DisposeAsync();
        await _mattermost.DisposeAsync();
    }

    [Test]
    public async Task Both_get_it_once_in_their_own_writing()
    {
        var said = await _place.RunAsync("send");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("2 messages envoyés"));
        Assert.That(_slack.Texts.Single(), Does.StartWith("*Rencontre déplacée"));
        Assert.That(_mattermost.Texts.Single(), Does.StartWith("**Rencontre déplacée"));
        await _place.RunAsync("send");
        Assert.That(_slack.Calls + _mattermost.Calls, Is.EqualTo(2));
    }

    [Test]
    public async Task A_receiver_that_asks_to_wait_is_given_its_time_and_the_other_is_not_held_up()
    {
        _slack.Moods.Enqueue((429, "rate_limited", "600"));
        var said = await _place.RunAsync("send");
        Assert.That(said.Code, Is.EqualTo(2), said.All);
        Assert.That(said.Errors, Does.Contain("Le webhook demande d'attendre"));
        Assert.That(_mattermost.Texts, Has.Count.EqualTo(1));
        _place.Time.Advance(TimeSpan.FromMinutes(9));
        await _place.RunAsync("send");
        Assert.That(_slack.Calls, Is.EqualTo(1), "ten minutes were asked for");
        _place.Time.Advance(TimeSpan.FromMinutes(2));
        await _place.RunAsync("send");
        Assert.That(_slack.Texts, Has.Count.EqualTo(1));
        Assert.That(_mattermost.Calls, Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_refused_is_a_dead_letter_with_its_reason_until_somebody_asks_again()
    {
        _slack.Moods.Enqueue((400, "invalid_payload", null));
        await _place.RunAsync("send");
        _place.Time.Advance(TimeSpan.FromHours(1));
        await _place.RunAsync("send");
        Assert.That(_slack.Calls, Is.EqualTo(1));
        Assert.That(
            (await _place.RunAsync("status")).Out,
            Does.Contain("Non remis").And.Contain("invalid_payload, 400")
        );
        Assert.That((await _place.RunAsync("retry")).Out, Does.Contain("1 envoi sera retenté"));
        await _place.RunAsync("send");
        Assert.That(_slack.Texts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_receiver_that_stays_away_is_left_alone_after_two_days()
    {
        _place.Terminal.Environment["ANNONCES_SLACK"] = _slack.Address.AbsoluteUri + "x";
        for (var i = 0; i < 24; i++)
        {
            await _place.RunAsync("send", "--due");
            _place.Time.Advance(TimeSpan.FromHours(6));
        }

        var dead = (await _place.JsonAsync("status")).GetProperty("data").GetProperty("dead");
        var moved = dead.EnumerateArray()
            .Single(line =>
                line.GetProperty("key").GetString()!.StartsWith("change:", StringComparison.Ordinal)
            );
        Assert.That(moved.GetProperty("attempts").GetInt32(), Is.EqualTo(8));
        Assert.That(moved.GetProperty("reason").GetString(), Does.Contain("n'existe plus"));
    }

    [Test]
    public async Task A_redirect_is_not_followed_and_no_secret_is_told()
    {
        _slack.Elsewhere = _mattermost.Address;
        var said = await _place.RunAsync("send");
        Assert.That(said.Errors, Does.Contain("n'est pas suivie"));
        Assert.That(_mattermost.Calls, Is.EqualTo(1), "its own");
        _place.Terminal.Environment["ANNONCES_SLACK"] = "http://hooks.example.org/" + WebhookReceiver.Key;
        var plain = await _place.RunAsync("test", "slack");
        Assert.That(plain.Errors, Does.Contain("doit commencer par https://"));
        _place.Terminal.Environment.Remove("ANNONCES_SLACK");
        var missing = await _place.RunAsync("test", "slack");
        Assert.That(missing.Errors, Does.Contain("La variable ANNONCES_SLACK n'est pas définie"));
        var status = await _place.RunAsync("status", "--json");
        var ledger = await File.ReadAllBytesAsync(_place.Terminal.At(".connector/ledger.db"));
        foreach (
            var told in new[]
            {
                said.All,
                plain.All,
                missing.All,
                status.All,
                System.Text.Encoding.Latin1.GetString(ledger),
            }
        )
        {
            Assert.That(told, Does.Not.Contain("s3cr3t-hook-k3y"));
        }
    }

    [Test]
    public async Task At_night_nothing_is_sent_and_in_the_morning_it_is()
    {
        _place.Time.Advance(TimeSpan.FromHours(12));
        Assert.That(
            (await _place.RunAsync("send")).Out,
            Does.Contain("2 attendent la fin des heures calmes")
        );
        Assert.That(_slack.Calls, Is.Zero);
        _place.Time.Advance(TimeSpan.FromHours(11));
        await _place.RunAsync("send", "--due");
        Assert.That(_slack.Texts, Has.Count.EqualTo(1));
    }
}
