using System.Globalization;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>Writes a merge into the text of an object, content line by content line.</summary>
/// <param name="theirs">The object as it is.</param>
/// <param name="ours">What the territory gives, whose lines are copied.</param>
/// <param name="there">What the object says.</param>
/// <param name="merge">What is to be written.</param>
/// <param name="territory">The zone of the territory.</param>
internal sealed class EventRewrite(
    string theirs,
    string ours,
    EventObject there,
    CalendarMerge merge,
    DateTimeZone territory
)
{
    private readonly CalendarComponent _calendar = CalendarComponent.Read(theirs)!;
    private readonly CalendarComponent _ours = CalendarComponent.Read(ours)!;
    private readonly TextEdits _edits = new(theirs);

    public static TimeOnly TimeOf(EventPart part) =>
        TimeOnly.TryParse(part[EventField.Time], CultureInfo.InvariantCulture, out var time)
            ? time
            : TimeOnly.MinValue;

    public string Text()
    {
        var zones = new EventZones(_calendar, territory);
        var clocks = new EventClocks(_edits, zones, territory);
        var events = _calendar.Of("VEVENT").Where(item => EventObjects.UidOf(item) == there.Uid).ToList();
        foreach (var component in events)
        {
            if (component.Find("RECURRENCE-ID") is null)
            {
                Master(component, clocks);
            }
            else if (EventObjects.Original(component, zones) is { } day)
            {
                Override(component, day, clocks);
            }
        }

        foreach (var day in merge.Added)
        {
            Add(day, events[^1]);
        }

        AddZone(clocks);
        return _edits.ToString();
    }

    private void Master(CalendarComponent component, EventClocks clocks)
    {
        var (before, after) = (there.Master, merge.Merged.Master);
        var source = OursOf(null)!;
        foreach (var patch in merge.Patches.Where(patch => patch.Original is null))
        {
            Copy(component, source, patch.Field);
        }

        clocks.Write(component, before, after);
        var moves = before[EventField.Time] != after[EventField.Time] || before.Day != after.Day;
        if (moves || before[EventField.Exceptions] != after[EventField.Exceptions])
        {
            clocks.WriteExceptions(component, after);
        }
    }

    private void Override(CalendarComponent component, DateOnly day, EventClocks clocks)
    {
        if (merge.Withdrawn.Contains(day))
        {
            _edits.Remove(component);
            return;
        }

        var now = merge.Moved.GetValueOrDefault(day, day);
        var source = OursOf(now) ?? OursOf(null)!;
        foreach (var patch in merge.Patches.Where(patch => patch.Original == day))
        {
            Copy(component, source, patch.Field);
        }

        clocks.Write(component, there.Overrides[day], merge.Merged.Overrides[now]);
        var master = (Before: there.Master[EventField.Time], After: merge.Merged.Master[EventField.Time]);
        if (now != day || master.Before != master.After)
        {
            clocks.WriteOriginal(component, now, merge.Merged.Master);
        }
    }

    /// <summary>The lines of a field, as we write them, in the place of theirs.</summary>
    private void Copy(CalendarComponent component, CalendarComponent source, EventField field)
    {
        if (field == EventField.Alarms)
        {
            CopyAlarms(component, source);
            return;
        }

        if (EventProperties.NameOf(field) is not { } name)
        {
            return;
        }

        var lines = source.All(name).Select(line => line.Head + line.Value).ToList();
        var old = component.All(name).ToList();
        if (field == EventField.Description)
        {
            lines = Described(lines.Count == 0 ? "" : source.Find(name)!.Text, old);
        }

        var written = string.Concat(lines.Select(_edits.Line));
        foreach (var (line, index) in old.Select((line, index) => (line, index)))
        {
            _edits.Replace(line, index == 0 ? written : "");
        }

        if (old.Count == 0 && written.Length > 0)
        {
            _edits.Insert(EndOf(component), written);
        }
    }

    /// <summary>The line that leads to the minutes is not the territory's, nor is it taken out by what is.</summary>
    private static List<string> Described(string text, List<ContentLine> old)
    {
        var links = old.SelectMany(line => EventProperties.LinksOf(line.Text)).ToList();
        var words = EventProperties.WithoutLinks(text);
        var whole = string.Join(
            "\n\n",
            new[] { words, string.Join('\n', links) }.Where(part => part.Length > 0)
        );
        return whole.Length == 0 ? [] : [$"DESCRIPTION:{ContentLine.Escape(whole)}"];
    }

    private void CopyAlarms(CalendarComponent component, CalendarComponent source)
    {
        foreach (var alarm in component.Of("VALARM"))
        {
            _edits.Remove(alarm);
        }

        foreach (var alarm in source.Of("VALARM"))
        {
            _edits.Insert(component.End!.Start, Raw(alarm));
        }
    }

    private void Add(DateOnly day, CalendarComponent last)
    {
        if (OursOf(day) is { } component)
        {
            _edits.Insert(last.End!.End, Raw(component));
        }
    }

    /// <summary>Times that were copied or written anew may speak of a zone that the object does not have.</summary>
    private void AddZone(EventClocks clocks)
    {
        var hasIt = _calendar.Of("VTIMEZONE").Any(zone => zone.Find("TZID")?.Value.Trim() == territory.Id);
        var zone = _ours
            .Of("VTIMEZONE")
            .FirstOrDefault(item => item.Find("TZID")?.Value.Trim() == territory.Id);
        if (
            !hasIt
            && zone is not null
            && (
                clocks.NamesZone
                || merge.Added.Count > 0
                || merge.Patches.Any(patch => patch.Field == EventField.Additions)
            )
        )
        {
            _edits.Insert(_calendar.Of("VEVENT").First().Begin.Start, Raw(zone));
        }
    }

    /// <summary>Our component of an occurrence, or the master.</summary>
    private CalendarComponent? OursOf(DateOnly? day)
    {
        var zones = new EventZones(_ours, territory);
        return _ours
            .Of("VEVENT")
            .FirstOrDefault(item =>
                day is null
                    ? item.Find("RECURRENCE-ID") is null
                    : item.Find("RECURRENCE-ID") is not null && EventObjects.Original(item, zones) == day
            );
    }

    private string Raw(CalendarComponent component) =>
        _edits.Like(ours[component.Begin.Start..component.End!.End]);

    /// <summary>Before the components in it, or before its end.</summary>
    public static int EndOf(CalendarComponent component) =>
        component.Components is [var inner, ..] ? inner.Begin.Start : component.End!.Start;
}
