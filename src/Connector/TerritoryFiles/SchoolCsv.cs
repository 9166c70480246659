using System.Globalization;
using Connector.Domain;
using Connector.TerritoryFiles.Tables;

namespace Connector.TerritoryFiles;

/// <summary>The ministry's school calendar as a table.</summary>
internal static class SchoolCsv
{
    /// <param name="table">Null when it could not be read, which was told.</param>
    /// <param name="timeZone">The moments of the file are in UTC; a day is the territory's.</param>
    /// <param name="problems">Told of columns and dates that are missing.</param>
    public static IReadOnlyList<SchoolRow> Read(Table? table, string timeZone, ProblemList problems)
    {
        if (table is null)
        {
            return [];
        }

        var (name, from, to) = (
            table.Column("Description"),
            table.Column("Date de début", "start_date", "début"),
            table.Column("Date de fin", "end_date", "fin")
        );
        if (name is null || from is null || to is null)
        {
            problems.Add("unknown-table", table.Top, NoCalendar, Columns);
            return [];
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var (whom, academies, zones) = (
            table.Column("Population"),
            table.Column("Académies", "location"),
            table.Column("Zones", "zone")
        );
        var rows = new List<SchoolRow>();
        foreach (var row in table.Rows.Where(row => Folded.Key(row[whom]) != "enseignants"))
        {
            if (Day(row[from], zone) is not { } first)
            {
                problems.Add("bad-date", table.At(row, from), NotADate(row[from]), WriteADate);
                continue;
            }

            if (SchoolRow.Of(row[name], first, Day(row[to], zone)) is { } holiday)
            {
                rows.Add(
                    new SchoolRow(
                        holiday,
                        [.. new[] { row[academies], row[zones] }.Where(one => one.Length > 0)]
                    )
                );
            }
        }

        return rows;
    }

    private static DateOnly? Day(string words, TimeZoneInfo zone)
    {
        if (
            DateOnly.TryParseExact(
                words,
                ["yyyy-MM-dd", "dd/MM/yyyy"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }

        return DateTimeOffset.TryParse(
            words,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime)
            : null;
    }

    private static Text NotADate(string words) =>
        new($"« {words} » n'est pas une date.", $"'{words}' is not a date.");

    private static readonly Text WriteADate = new(
        "Téléchargez de nouveau le calendrier, ou écrivez 2026-10-17.",
        "Download the calendar again, or write 2026-10-17."
    );

    private static readonly Text NoCalendar = new(
        "Ce n'est pas un calendrier scolaire : ses colonnes manquent.",
        "This is no school calendar: its columns are missing."
    );

    private static readonly Text Columns = new(
        "Il faut « Description », « Date de début » et « Date de fin », comme le fichier de data.education.gouv.fr.",
        "'Description', 'Date de début' and 'Date de fin' are needed, as in the file of data.education.gouv.fr."
    );
}
