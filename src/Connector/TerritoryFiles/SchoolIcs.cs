using System.Text;
using System.Text.RegularExpressions;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.ContentLines;
using NodaTime;

namespace Connector.TerritoryFiles;

/// <summary>The ministry's school calendar as an iCalendar file: whole days, the end excluded (RFC 5545, 3.6.1).</summary>
internal static partial class SchoolIcs
{
    public static bool Looks(byte[] bytes) =>
        Encoding
            .UTF8.GetString(bytes, 0, Math.Min(bytes.Length, 200))
            .Contains("BEGIN:VCALENDAR", StringComparison.Ordinal);

    public static IReadOnlyList<SchoolRow> Read(byte[] bytes, ProblemList problems)
    {
        if (CalendarComponent.Read(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')) is not { } calendar)
        {
            problems.Add("bad-calendar", new SourcePlace(problems.File, 1, 1), CutOff, Again);
            return [];
        }

        var rows = new List<SchoolRow>();
        foreach (var item in calendar.Of("VEVENT"))
        {
            var name = item.Find("SUMMARY")?.Text ?? item.Find("DESCRIPTION")?.Text ?? "";
            if (
                Day(item.Find("DTSTART")) is { } from
                && SchoolRow.Of(Bare(name), from, Day(item.Find("DTEND"))) is { } holiday
            )
            {
                var zone = Zone().Match(name) is { Success: true } match ? match.Groups[1].Value : null;
                rows.Add(new SchoolRow(holiday, zone is null ? [] : [zone]));
            }
        }

        return rows;
    }

    private static string Bare(string name) => Zone().Replace(name, "").Trim(' ', '-', '–');

    private static DateOnly? Day(ContentLine? line) =>
        line is not null && CalendarMoment.Wall(line.Value) is { } wall ? wall.Date.ToDateOnly() : null;

    private static readonly Text CutOff = new(
        "Le calendrier scolaire est coupé ou n'est pas un agenda.",
        "The school calendar is cut off or is no calendar."
    );

    private static readonly Text Again = new("Téléchargez-le de nouveau.", "Download it again.");

    [GeneratedRegex(@"\s*[-–(]?\s*(Zone [ABC])\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Zone();
}
