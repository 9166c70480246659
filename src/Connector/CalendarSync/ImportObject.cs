using System.Text;
using Connector.Domain;
using Connector.Domain.ContentLines;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>All that a file says under one UID: a series with its overrides, or a single event.</summary>
/// <param name="uid">As in the file.</param>
/// <param name="components">Its VEVENTs.</param>
/// <param name="texts">Their raw texts.</param>
/// <param name="zones">The VTIMEZONEs of the file.</param>
/// <param name="territory">The zone of floating times, and of TZIDs that nothing explains.</param>
internal sealed class ImportObject(
    string uid,
    IReadOnlyList<CalendarComponent> components,
    IReadOnlyDictionary<CalendarComponent, string> texts,
    IReadOnlyList<string> zones,
    DateTimeZone territory
)
{
    private readonly List<Text> _notes = [];

    /// <summary>The object, and one refused line for each that cannot be in it.</summary>
    public IEnumerable<ImportedEvent> Events(string head)
    {
        var kept = new List<CalendarComponent>();
        foreach (var component in components)
        {
            var twin = kept.Find(item => IdOf(item) == IdOf(component));
            if (twin is null)
            {
                kept.Add(component);
            }
            else if (texts[twin] != texts[component])
            {
                yield return Described(component) with
                {
                    Refusal = Doubled(twin),
                };
            }
        }

        var body = new StringBuilder();
        foreach (var component in kept)
        {
            body.Append(WithStamp(texts[component], component));
        }

        var (written, needed) = WithZones(body.ToString(), kept);
        var text = $"{head}{needed}{written}END:VCALENDAR\r\n";
        var first = kept.Find(item => item.Find("RECURRENCE-ID") is null) ?? kept[0];
        var (events, damage) = EventReader.Read(text, territory);
        yield return damage is { } why
            ? Described(first) with
            {
                Refusal = why,
            }
            : Described(first) with
            {
                Text = text,
                Start = events is [var item, ..]
                    ? item.Start.In(item.Zone, territory).ToDateTimeUnspecified()
                    : null,
                Recurs = events?.Any(one => one.Recurs) == true,
                Notes = _notes,
            };
    }

    private ImportedEvent Described(CalendarComponent component) =>
        new() { Uid = uid, Title = component.Find("SUMMARY")?.Text.Trim() ?? "" };

    private static string IdOf(CalendarComponent component) =>
        component.Find("RECURRENCE-ID")?.Value.Trim() ?? "";

    private static Text Doubled(CalendarComponent twin)
    {
        var title = twin.Find("SUMMARY")?.Text.Trim() ?? "";
        return new Text(
            $"il a le même identifiant (UID) que « {title} », et dit autre chose",
            $"it has the same identifier (UID) as '{title}', and says something else"
        );
    }

    /// <summary>DTSTAMP is required (RFC 5545, 3.8.7.2); a server that adds it would change the text with each import.</summary>
    private static string WithStamp(string text, CalendarComponent component) =>
        component.Find("DTSTAMP") is null
            ? text.Replace(
                "BEGIN:VEVENT\r\n",
                $"BEGIN:VEVENT\r\nDTSTAMP:{component.Find("DTSTART")!.Value.Trim()[..8]}T000000Z\r\n",
                StringComparison.OrdinalIgnoreCase
            )
            : text;

    /// <summary>
    /// The VTIMEZONEs that the lines speak of. A zone that the file does not describe is written under the name that every
    /// program knows.
    /// </summary>
    private (string Text, string Zones) WithZones(string text, List<CalendarComponent> kept)
    {
        var needed = new StringBuilder();
        var names = kept.SelectMany(component => component.Lines.Select(line => line.Parameter("TZID")))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        var described = new EventZones(
            CalendarComponent.Read($"BEGIN:VCALENDAR\r\n{string.Concat(zones)}END:VCALENDAR\r\n")!,
            territory
        );
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var meant = described.Of(
                new ContentLine(
                    "DTSTART",
                    new Dictionary<string, string> { ["TZID"] = name },
                    "",
                    "20260101T000000",
                    0,
                    0
                )
            );
            var own = zones.FirstOrDefault(zone => NameOf(zone) == name);
            if (meant.Id != name)
            {
                _notes.Add(
                    new Text(
                        $"fuseau « {name} » compris comme {meant.Id}",
                        $"time zone '{name}' taken for {meant.Id}"
                    )
                );
            }

            if (own is null)
            {
                text = text.Replace($";TZID=\"{name}\"", $";TZID={meant.Id}", StringComparison.Ordinal)
                    .Replace($";TZID={name}", $";TZID={meant.Id}", StringComparison.Ordinal);
            }

            if (written.Add(own is null ? meant.Id : name))
            {
                needed.Append(own?.ReplaceLineEndings("\r\n") ?? Generated(meant.Id));
            }
        }

        return (text, needed.ToString());
    }

    private static string? NameOf(string zone) =>
        ContentLine.Read(zone).FirstOrDefault(line => line.Name == "TZID")?.Value.Trim();

    private static string Generated(string zone)
    {
        var calendar = new Ical.Net.Calendar();
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone, new DateTime(2020, 1, 1), false));
        var text = new CalendarSerializer().SerializeToString(calendar)!;
        return IcsBlocks.Read(text).First(block => block.Name == "VTIMEZONE").Text;
    }
}
