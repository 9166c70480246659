using System.Net;
using Connector.Domain.Workspaces;
using Connector.Testing;

namespace Connector.Tests.Calendars;

/// <summary>How a change in a calendar is found, and every way in which a server may mislead who looks for it.</summary>
[TestFixture(typeof(DevBackend))]
[TestFixture(typeof(RadicaleBackend))]
[TestFixture(typeof(RealBackend))]
internal sealed class DetectionTests<T> : CalendarTrials<T>
    where T : CalendarBackend, new()
{
    [Test]
    public async Task Nothing_to_do_costs_one_request()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Desk.LookAsync();
        await Quiet();
    }

    [Test]
    public async Task A_change_of_one_among_many_costs_two_requests()
    {
        foreach (var number in Enumerable.Range(0, 12))
        {
            await Backend.PutAsync($"n{number}.ics", SomeEvent.Single($"n{number}"));
        }

        await Desk.LookAsync();
        await Backend.PutAsync("n3.ics", SomeEvent.Single("n3", "Déplacée"));
        var look = await Desk.LookAsync();
        Assert.That(look.Requests, Is.EqualTo(2));
        Assert.That(look.Moved!.Changed.Keys, Is.EqualTo(new[] { "n3.ics" }));
        Assert.That(look.Meetings.Count(meeting => meeting.Title == "Déplacée"), Is.EqualTo(1));
        await Quiet();
    }

    [Test]
    public async Task What_was_deleted_is_asked_for_once_more_and_then_believed()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        await Desk.LookAsync();
        await Backend.DeleteAsync("b.ics");
        var look = await Desk.LookAsync();
        Assert.That(look.Requests, Is.EqualTo(3));
        Assert.That(look.Moved!.Removed, Is.EqualTo(new[] { "b.ics" }));
        await Quiet();
    }

    [Test]
    public async Task A_token_that_the_server_does_not_know_leads_to_a_whole_listing()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Desk.LookAsync();
        await Desk.SayTokenAsync("urn:somebody:else");
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        var look = await Desk.LookAsync();
        Assert.That(look.Moved!.Changed.Keys, Is.EqualTo(new[] { "b.ics" }));
        Assert.That(look.Meetings, Has.Count.EqualTo(2));
        await Quiet();
    }

    [Test]
    public async Task A_token_ahead_of_the_servers_is_one_from_before_a_restore()
    {
        NeedsNextcloud("its tokens are no numbers");
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Desk.LookAsync();
        await Desk.SayTokenAsync("http://sabre.io/ns/sync/999999999");
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        var look = await Desk.LookAsync();
        Assert.That(look.Moved!.Changed.Keys, Is.EqualTo(new[] { "b.ics" }), "Asked, it would say nothing.");
        await Quiet();
    }

    [Test]
    public async Task What_a_pruned_token_keeps_quiet_is_found_within_a_day_and_told()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        var first = await Desk.LookAsync();
        await Backend.PutAsync("a.ics", SomeEvent.Single("a", "Déplacée"));
        await Backend.DeleteAsync("b.ics");
        await Backend.PutAsync("c.ics", SomeEvent.Single("c"));
        // The server has dropped these rows of its list, and answers as if nothing had happened.
        Silent(3);
        var quiet = await Desk.LookAsync();
        Assert.That(quiet.Moved, Is.Null);
        Assert.That(quiet.Meetings, Has.Count.EqualTo(first.Meetings.Count));

        Desk.Now += TimeSpan.FromHours(21);
        var proof = await Desk.LookAsync();
        Assert.That(proof.Read.Proof!.Missed, Is.EqualTo(new[] { "a.ics", "b.ics", "c.ics" }));
        Assert.That(proof.Moved!.Changed.Keys, Is.EquivalentTo(new[] { "a.ics", "c.ics" }));
        Assert.That(proof.Moved.Removed, Is.EqualTo(new[] { "b.ics" }));
        await Quiet();
        Assert.That(CalendarProof.Last(await Desk.KnownAsync(), Desk.Key)!.Missed, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_daily_check_that_matches_is_on_record()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Desk.LookAsync();
        Desk.Now += TimeSpan.FromHours(21);
        var look = await Desk.LookAsync();
        Assert.That((look.Requests, look.Moved), Is.EqualTo((2, (object?)null)));
        var proof = CalendarProof.Last(await Desk.KnownAsync(), Desk.Key)!;
        Assert.That((proof.IsMatch, proof.Objects, proof.At), Is.EqualTo((true, 1, Desk.Now)));
        await Quiet();
    }

    [Test]
    public async Task What_changes_during_the_daily_check_is_nobodys_fault()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Desk.LookAsync();
        Desk.Now += TimeSpan.FromHours(21);
        Backend.Faults.Before(
            "PROPFIND",
            Backend.CalendarUri,
            () => Backend.PutAsync("b.ics", SomeEvent.Single("b"))
        );
        var look = await Desk.LookAsync();
        Assert.That(look.Read.Proof!.IsMatch);
        Assert.That(look.Moved!.Changed.Keys, Is.EqualTo(new[] { "b.ics" }));
    }

    [Test]
    public async Task What_was_deleted_and_put_back_between_two_looks_was_never_gone()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        await Desk.LookAsync();
        await Backend.DeleteAsync("b.ics");
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        var look = await Desk.LookAsync();
        Assert.That(look.Moved?.Removed ?? [], Is.Empty);
        Assert.That(look.Meetings, Has.Count.EqualTo(2));
        await Quiet();
    }

    [TestCase(HttpStatusCode.NotFound)]
    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.Forbidden)]
    public async Task A_calendar_that_cannot_be_read_keeps_its_meetings(HttpStatusCode status)
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await Desk.LookAsync();
        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        Backend.Faults.Answer("REPORT", Backend.CalendarUri, status, times: 9);
        Backend.Faults.Answer("PROPFIND", Backend.CalendarUri, status, times: 9);
        var look = await Desk.LookAsync();
        Assert.That(look.Read.IsEmptied || look.Read.IsUnreadable);
        Assert.That(look.Meetings.Select(meeting => meeting.Uid), Is.EqualTo(new[] { "a" }));
        Backend.Faults.Clear();
        Assert.That((await Desk.LookAsync()).Meetings, Has.Count.EqualTo(2));
        await Quiet();
    }

    private void Silent(int token) =>
        Backend.Faults.Answer(
            "REPORT",
            Backend.CalendarUri,
            HttpStatusCode.MultiStatus,
            body: $"<d:multistatus xmlns:d=\"DAV:\"><d:sync-token>http://sabre.io/ns/sync/{token}</d:sync-token></d:multistatus>"
        );

    private async Task Quiet()
    {
        var look = await Desk.LookAsync();
        Assert.That((look.Requests, look.Moved), Is.EqualTo((1, (object?)null)));
    }
}
