using System.Globalization;
using System.Text;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;

namespace Connector.CalendarSync;

/// <summary>
/// What Ical.Net has no property for, or damages (commas in URIs), as content lines put into each event: colour and conference
/// (RFC 7986, 5.9 and 5.11), place on the map (RFC 5545, 3.8.1.6, and what iPhones read), reminders (3.6.6).
/// </summary>
internal static class MeetingExtras
{
    /// <summary>Octets of a line without its end (RFC 5545, 3.1).</summary>
    private const int LineOctets = 75;

    /// <summary>A CSS3 name, as RFC 7986 wants it.</summary>
    private const string ConvivialColour = "orange";

    public static string Add(string text, MeetingSeries series)
    {
        var lines = string.Concat(Lines(series).Select(Folded));
        return lines.Length == 0
            ? text
            : text.Replace("END:VEVENT\r\n", lines + "END:VEVENT\r\n", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(MeetingSeries series)
    {
        if (series.Kind == MeetingKind.Convivial)
        {
            yield return $"COLOR:{ConvivialColour}";
        }

        if (series.Coordinates is { } point)
        {
            var (latitude, longitude) = (Degrees(point.Latitude), Degrees(point.Longitude));
            yield return $"GEO:{latitude};{longitude}";
            yield return $"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;X-TITLE=\"{Quoted(series.Place)}\":geo:{latitude},{longitude}";
        }

        if ((series.Video ?? series.AgendaLink) is { } address)
        {
            yield return $"URL:{address.AbsoluteUri}";
        }

        if (series.Video is { } video)
        {
            yield return $"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Visioconférence:{video.AbsoluteUri}";
        }

        foreach (var line in series.Reminders.SelectMany(before => Reminder(series, before)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Reminder(MeetingSeries series, TimeSpan before) =>
        [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            $"DESCRIPTION:{ContentLine.Escape(EventWords.OneLine(series.Title))}",
            $"TRIGGER:-{System.Xml.XmlConvert.ToString(before)}",
            "END:VALARM",
        ];

    private static string Degrees(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A quoted parameter value holds no quote (RFC 5545, 3.2).</summary>
    private static string Quoted(string words) => EventWords.OneLine(words).Replace('"', '\'');

    private static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 16);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
