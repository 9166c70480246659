using System.Globalization;
using Connector.CalendarSync;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.Tests.CalendarSync.Schedules;

/// <summary>
/// Two members at a group's calendar: they move, rename, cancel, take up again, split, add and delete. What each of them said
/// last is remembered by a mark that they leave in the component, and has to be there whatever Connector does.
/// </summary>
internal sealed partial class CalendarPeople(
    Random random,
    IReadOnlyList<CalendarMember> members,
    string series
)
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly DateOnly First = new(2026, 11, 17);

    /// <summary>What the series as a whole has been given by people, by the name of the property.</summary>
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    /// <summary>What people made of single occurrences: the mark in the component, and the lines that it has to have.</summary>
    private readonly Dictionary<string, List<string>> _marks = new(StringComparer.Ordinal);

    /// <summary>Days of the series that people took out.</summary>
    private readonly HashSet<string> _out = new(StringComparer.Ordinal);

    /// <summary>Objects of people's own and what they say.</summary>
    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    private bool _isGone;
    private int _last;

    public int Done { get; private set; }

    /// <summary>Fields of the series that a person has the word in.</summary>
    public bool Said(string property) => _said.ContainsKey(property);

    public async Task DoAsync()
    {
        Done++;
        var member = members[random.Next(members.Count)];
        switch (random.Next(12))
        {
            case 0 or 1:
                await Say(member, "SUMMARY", $"Titre {++_last}");
                break;
            case 2:
                await Say(member, "LOCATION", $"Lieu {++_last}");
                break;
            case 3 or 4:
                await Occurrence(member, moves: true);
                break;
            case 5:
                await Occurrence(member, moves: false);
                break;
            case 6:
                await TakeOut(member);
                break;
            case 7:
                await TakeUpAgain(member);
                break;
            case 8 or 9:
                await Add(member);
                break;
            case 10 when _own.Count > 0:
                await EditOwn(member);
                break;
            case 11 when _own.Count > 1 && random.Next(2) == 0:
                var name = _own.Keys.ElementAt(random.Next(_own.Count));
                await member.DeleteAsync(name);
                _own.Remove(name);
                break;
            case 11 when !_said.ContainsKey("UNTIL") && random.Next(4) == 0:
                await Split(member);
                break;
        }
    }

    public async Task DeleteSeriesAsync()
    {
        await members[0].DeleteAsync(series);
        _isGone = true;
    }

    private async Task Say(CalendarMember member, string property, string value)
    {
        if (await EditMaster(member, lines => Set(lines, property, $"{property}:{value}")))
        {
            _said[property] = value;
        }
    }

    /// <summary>
    /// One meeting is moved, or gets a title of its own; never to where another rhythm of the territory has it, for then it is
    /// the series' again.
    /// </summary>
    private async Task Occurrence(CalendarMember member, bool moves)
    {
        var text = await member.ReadAsync(series);
        if (text is null || Free(text) is not { } day)
        {
            return;
        }

        var (mark, to) = ($"m{++_last}", day.AddDays(random.Next(2) == 0 ? 1 : 3));
        var read = EventObjects.Read(text, Paris)!.Values.Single();
        var plain = read.Master.Of(day);
        var (from, time) = (
            $"{day:yyyyMMdd}",
            plain[EventField.Time].Replace(":", "", StringComparison.Ordinal)
        );
        List<string> own = moves ? [$"DTSTART;TZID=Europe/Paris:{to:yyyyMMdd}T{time}"] : [$"SUMMARY:{mark}"];
        var start = moves ? own[0] : $"DTSTART;TZID=Europe/Paris:{from}T{time}";
        var title = moves ? $"SUMMARY:{ContentLine.Escape(plain[EventField.Title])}" : own[0];
        var length = TimeSpan.ParseExact(plain[EventField.Duration], "c", CultureInfo.InvariantCulture);
        await member.EditAsync(
            series,
            now =>
                now.Replace(
                    "END:VCALENDAR",
                    $"BEGIN:VEVENT\r\nUID:{read.Uid}\r\nX-MARK:{mark}\r\n"
                        + $"RECURRENCE-ID;TZID=Europe/Paris:{from}T{time}\r\n{start}\r\n"
                        + $"DURATION:PT{length.TotalMinutes}M\r\n{title}\r\n"
                        + $"LOCATION:{ContentLine.Escape(plain[EventField.Place])}\r\nEND:VEVENT\r\nEND:VCALENDAR",
                    StringComparison.Ordinal
                )
        );
        _marks[mark] = own;
    }

    private async Task TakeOut(CalendarMember member)
    {
        var text = await member.ReadAsync(series);
        if (text is null || _out.Count > 3 || Free(text) is not { } day)
        {
            return;
        }

        var time = EventObjects.Read(text, Paris)!.Values.Single().Master[EventField.Time];
        var line =
            $"EXDATE;TZID=Europe/Paris:{day:yyyyMMdd}T{time.Replace(":", "", StringComparison.Ordinal)}";
        if (await EditMaster(member, lines => lines.Insert(lines.IndexOf("BEGIN:VEVENT") + 1, line)))
        {
            _out.Add(EventPart.Write(day));
        }
    }

    private async Task TakeUpAgain(CalendarMember member)
    {
        if (_out.Count == 0)
        {
            return;
        }

        var day = _out.First();
        var value = day.Replace("-", "", StringComparison.Ordinal);
        await EditMaster(
            member,
            lines =>
                lines.RemoveAll(line =>
                    line.StartsWith("EXDATE", StringComparison.Ordinal)
                    && line.Contains(value, StringComparison.Ordinal)
                    && !line.Contains(',', StringComparison.Ordinal)
                )
        );
        _out.Remove(day);
    }

    private async Task Add(CalendarMember member)
    {
        var name = $"neuf-{++_last}.ics";
        var day = First.AddDays(random.Next(5, 200));
        var text =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Membre//FR\r\nBEGIN:VEVENT\r\nUID:{name}@membre\r\n"
            + $"DTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Paris:{day:yyyyMMdd}T100000\r\nDURATION:PT1H\r\n"
            + $"SUMMARY:Visite {_last}\r\nX-NOTE:a\\,b;c\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        await member.AddAsync(name, text);
        _own[name] = text;
    }

    private async Task EditOwn(CalendarMember member)
    {
        var name = _own.Keys.ElementAt(random.Next(_own.Count));
        var note = $"X-EDIT-{++_last}:oui";
        await member.EditAsync(
            name,
            text => _own[name] = text.Replace("END:VEVENT", $"{note}\r\nEND:VEVENT", StringComparison.Ordinal)
        );
    }

    /// <summary>« This and all future », as the web app does it: the old half ends, the new one is another event.</summary>
    private async Task Split(CalendarMember member)
    {
        var text = await member.ReadAsync(series);
        if (text is null || EventObjects.Read(text, Paris)?.Values.Single() is not { } read)
        {
            return;
        }

        var rule = CalendarComponent.Read(text)!.Of("VEVENT").First().Find("RRULE")!.Value;
        var end = First.AddDays(365);
        if (
            !await EditMaster(
                member,
                lines => Set(lines, "RRULE", $"RRULE:{rule};UNTIL={end:yyyyMMdd}T000000Z")
            )
        )
        {
            return;
        }

        var name = $"moitie-{++_last}.ics";
        var half =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Membre//FR\r\nBEGIN:VEVENT\r\nUID:{name}@membre\r\n"
            + $"DTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Paris:{end.AddDays(7):yyyyMMdd}T100000\r\nDURATION:PT1H\r\n"
            + $"RRULE:FREQ=WEEKLY\r\nSUMMARY:Suite {_last}\r\nRELATED-TO;RELTYPE=SIBLING:{read.Uid}\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        await member.AddAsync(name, half);
        _own[name] = half;
        _said["UNTIL"] = "";
    }

    /// <summary>A day on which the series has a meeting that nobody said anything of.</summary>
    private DateOnly? Free(string text)
    {
        var (events, _) = EventReader.Read(text, Paris);
        var master = events!.First(item => item.Override is null);
        var read = EventObjects.Read(text, Paris)!.Values.Single();
        var from = LocalDate.FromDateOnly(First).AtMidnight();
        var days = SeriesDates
            .Between(master, from, from.PlusDays(300))
            .Select(moment => moment.Date.ToDateOnly())
            .Where(day =>
                !read.Master.LeavesOut(day)
                && read.Overrides.Keys.All(other => Math.Abs(other.DayNumber - day.DayNumber) > 14)
            )
            .ToList();
        return days.Count == 0 ? null : days[random.Next(days.Count)];
    }

    private Task<bool> EditMaster(CalendarMember member, Action<List<string>> change) =>
        member.EditAsync(
            series,
            text =>
            {
                var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").ToList();
                var end = lines.IndexOf("END:VEVENT");
                var first = lines.GetRange(0, end);
                change(first);
                return string.Join("\r\n", first.Concat(lines.Skip(end)));
            }
        );

    private static void Set(List<string> lines, string property, string line)
    {
        var begin = lines.IndexOf("BEGIN:VEVENT");
        var at = lines.FindIndex(
            begin,
            old =>
                old.StartsWith($"{property}:", StringComparison.Ordinal)
                || old.StartsWith($"{property};", StringComparison.Ordinal)
        );
        if (at < 0)
        {
            lines.Add(line);
        }
        else
        {
            lines[at] = line;
        }
    }
}
