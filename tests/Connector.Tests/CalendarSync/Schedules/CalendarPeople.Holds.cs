using System.Globalization;
using Connector.CalendarSync;
using Connector.Domain.Meetings;

namespace Connector.Tests.CalendarSync.Schedules;

/// <content>What has to be there whatever Connector does.</content>
internal sealed partial class CalendarPeople
{
    /// <summary>Days between the first Tuesday and the first Thursday of a month.</summary>
    private const int Drift = 5;

    /// <summary>Nothing lost, nothing doubled, nothing undone.</summary>
    public async Task HoldsAsync(string where)
    {
        foreach (var (name, text) in _own)
        {
            var there = await members[0].ReadAsync(name);
            Assert.That(
                there is null ? null : Unlinked(there),
                Is.EqualTo(Unlinked(text)),
                $"{where}: {name}"
            );
        }

        var ics = await members[0].ReadAsync(series);
        Assert.That(
            ics is null,
            Is.EqualTo(_isGone),
            $"{where}: the series is there, or was deleted by a person"
        );
        if (ics is null)
        {
            return;
        }

        var components = CalendarComponent.Read(ics)!.Of("VEVENT").ToList();
        var master = components.Single(item => item.Find("RECURRENCE-ID") is null);
        foreach (var (property, value) in _said.Where(pair => pair.Key != "UNTIL"))
        {
            Assert.That(master.Find(property)?.Text, Is.EqualTo(value), $"{where}: {property}\n{ics}");
        }

        Assert.That(
            components.Select(item => item.Find("RECURRENCE-ID")?.Value),
            Is.Unique,
            $"{where}: an occurrence is there twice\n{ics}"
        );
        foreach (var (mark, lines) in _marks)
        {
            var marked = components.Where(item => item.Find("X-MARK")?.Value == mark).ToList();
            Assert.That(marked, Has.Count.EqualTo(1), $"{where}: {mark}\n{ics}");
            var said = marked[0].Lines.Select(line => line.Head + line.Value).ToList();
            Assert.That(lines.Except(said), Is.Empty, $"{where}: {mark}\n{ics}");
        }

        var read = EventObjects.Read(ics, Paris)!.Values.Single();
        var left = read
            .Master.Set(EventField.Exceptions)
            .Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture).DayNumber)
            .ToList();
        // Another rhythm takes what people took out along to the nearest day, once more each time.
        Assert.That(
            _out.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture).DayNumber)
                .Where(day => left.TrueForAll(other => Math.Abs(other - day) > Drift)),
            Is.Empty,
            $"{where}: cancelled\n{ics}"
        );
    }

    /// <summary>Without the line that leads to the minutes, the only thing that Connector may add.</summary>
    private static string Unlinked(string text) =>
        string.Join(
            "\r\n",
            text.Replace("\r\n ", "", StringComparison.Ordinal)
                .Split("\r\n")
                .Where(line => !line.StartsWith("DESCRIPTION", StringComparison.Ordinal))
        );
}
