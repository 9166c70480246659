using System.Globalization;
using Connector.CalendarSync;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Testing;

namespace Connector.Tests.Calendars;

/// <summary>Scenario 20: what only Nextcloud does with calendars. Each is done twice.</summary>
[TestFixture(typeof(DevBackend))]
[TestFixture(typeof(RadicaleBackend))]
[TestFixture(typeof(RealBackend))]
internal sealed class SharingScenarios<T> : CalendarTrials<T>
    where T : CalendarBackend, new()
{
    private static readonly string[] Invitation =
    [
        "ORGANIZER;CN=Admin:mailto:admin@example.org",
        "ATTENDEE;CN=Zoé;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:zoe@example.org",
    ];

    [Test]
    public async Task Scenario_20_publishing_twice_gives_one_address()
    {
        NeedsNextcloud("publishes no calendars");
        var first = await Backend.Client.Publish(Backend.CalendarUri, default);
        var requests = Backend.Requests.ByVerb.GetValueOrDefault("POST");
        var second = await Backend.Client.Publish(Backend.CalendarUri, default);
        Assert.That(first!.PublishUrl, Is.Not.Null);
        Assert.That(second!.PublishUrl, Is.EqualTo(first.PublishUrl));
        Assert.That(Backend.Requests.ByVerb["POST"], Is.EqualTo(requests), "A second publication was sent.");
    }

    [Test]
    public async Task Scenario_20_a_group_whose_id_has_accents_and_spaces_is_let_in()
    {
        NeedsNextcloud("shares no calendars");
        var group = $"Élus & aînés {Backend.CalendarUri}";
        var account = Backend.Account with { RealPassword = TestServer.Real()?.RealPassword };
        await using var client = new NextcloudClientFactory().Create(account);
        Assert.That((await client.Groups.Create(group, group, default)).IsThere);
        var share = new CalendarShare("groups", group, true);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.That((await Backend.Client.Share(Backend.CalendarUri, share, default)).IsThere);
            var shares = (await Backend.Client.Find(Backend.CalendarUri, default))!.Shares;
            Assert.That(shares.Count(item => item == share), Is.EqualTo(1));
        }
    }

    /// <summary>
    /// Needs a server that sends its mail to this machine:
    /// <c>occ config:system:set mail_smtphost --value 127.0.0.1</c>, <c>mail_smtpport</c>, <c>mail_smtpmode smtp</c>,
    /// <c>mail_from_address</c>, <c>mail_domain</c>; <c>NEXTCLOUD_SMTP_PORT</c> names the port.
    /// </summary>
    [Test]
    public async Task Scenario_20_nothing_that_Connector_writes_makes_the_server_send_mail()
    {
        NeedsNextcloud("sends no mail");
        if (Backend is DevBackend)
        {
            Assert.Ignore("DevServer: sends no mail");
        }

        if (
            !int.TryParse(
                Environment.GetEnvironmentVariable("NEXTCLOUD_SMTP_PORT"),
                CultureInfo.InvariantCulture,
                out var port
            )
        )
        {
            Assert.Ignore("needs a Nextcloud that sends its mail here: set NEXTCLOUD_SMTP_PORT");
        }

        await using var sink = new MailSink(port);
        var series = Desk.Group.Meetings[0];
        var text = MeetingCalendar.Write(Desk.Source, Desk.Group, series);
        foreach (var lines in new[] { [], Invitation })
        {
            await CreateMoveCancel($"{lines.Length}.ics", With(text, lines, $"UID:essai-{lines.Length}-"));
        }

        Assert.That(sink.Mails, Is.Empty);

        // That the sink would have seen one: a member's own write of an invitation is announced, if it is still to come.
        await Backend.PutAsync(
            "theirs.ics",
            SomeEvent
                .Single($"theirs-{Backend.CalendarUri}", "Invitation", Invitation)
                .Replace("20261105", "20991105", StringComparison.Ordinal)
        );
        Assert.That(sink.Mails, Is.Not.Empty, "The server does not send its mail here.");
    }

    private async Task CreateMoveCancel(string name, string text)
    {
        var condition = PutCondition.IfNoneMatchAny;
        foreach (
            var now in new[]
            {
                text,
                text.Replace("T140000", "T150000", StringComparison.Ordinal),
                text.Replace("SEQUENCE:0", "SEQUENCE:1\r\nSTATUS:CANCELLED", StringComparison.Ordinal),
            }
        )
        {
            var outcome = await Backend.Client.PutObject(Backend.CalendarUri, name, now, condition, default);
            Assert.That(outcome.Changed, $"{outcome.Result}");
            condition = PutCondition.IfMatch(outcome.ETag!);
        }
    }

    private static string With(string text, string[] lines, string uid) =>
        text.Replace("UID:", uid, StringComparison.Ordinal)
            .Replace(
                "END:VEVENT",
                string.Concat(lines.Select(line => $"{line}\r\n")) + "END:VEVENT",
                StringComparison.Ordinal
            );
}
