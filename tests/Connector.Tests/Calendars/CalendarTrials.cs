using Connector.Domain.Meetings;

namespace Connector.Tests.Calendars;

/// <summary>Trials of the calendar engine on one server: each begins with an empty calendar and an empty ledger.</summary>
internal abstract class CalendarTrials<T>
    where T : CalendarBackend, new()
{
    private CalendarDesk? _desk;

    protected T Backend { get; } = new();

    protected CalendarDesk Desk => _desk!;

    [SetUp]
    public async Task Open()
    {
        Backend.Faults.Clear();
        _desk = await CalendarDesk.OpenAsync(Backend);
    }

    [TearDown]
    public async Task Close()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
            await Backend.CleanAsync();
        }

        _desk = null;
    }

    [OneTimeTearDown]
    public async Task Stop() => await Backend.DisposeAsync();

    /// <summary>Ignores the test, with the reason, on a server that knows only CalDAV.</summary>
    protected void NeedsNextcloud(string why)
    {
        if (!Backend.IsNextcloud)
        {
            Assert.Ignore($"{Backend}: {why}");
        }
    }

    /// <summary>A look, and a second one that costs one request, finds nothing to do and shows the same meetings.</summary>
    protected async Task<Look> LookTwice()
    {
        var first = await Desk.LookAsync();
        var second = await Desk.LookAsync();
        Assert.That((second.Requests, second.Moved), Is.EqualTo((1, (object?)null)));
        Assert.That(second.Meetings.Select(Said), Is.EqualTo(first.Meetings.Select(Said)));
        return first;
    }

    /// <summary>One object, written by a member, and read twice.</summary>
    protected async Task<IReadOnlyList<MeetingOccurrence>> Meetings(params string[][] events)
    {
        await Backend.PutAsync("a.ics", SomeEvent.Object(events));
        var look = await LookTwice();
        Assert.That(look.Problems, Is.Empty);
        return look.Meetings;
    }

    protected static string Said(MeetingOccurrence meeting) =>
        $"{meeting.Uid} {meeting.OriginalStart:s} {meeting.Start:s} {meeting.End:s} {meeting.State} {meeting.Title} {meeting.Place}";

    protected static DateTime At(int month, int day, int hour) =>
        new(month >= 9 ? 2026 : 2027, month, day, hour, 0, 0);
}
