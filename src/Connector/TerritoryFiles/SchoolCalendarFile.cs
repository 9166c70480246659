using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;

namespace Connector.TerritoryFiles;

/// <summary>
/// « vacances-scolaires »: the ministry's calendar as it is published, a CSV with a row for each zone and academy
/// (<c>Description;Population;Date de début;Date de fin;Académies;Zones</c>), or the ICS of a zone. The end is the day on which
/// school begins again.
/// </summary>
internal static class SchoolCalendarFile
{
    public static IReadOnlyList<SchoolHoliday> Read(string path, TerritoryDraft draft, ProblemList problems)
    {
        var found = new List<SchoolHoliday>();
        foreach (var name in draft.SchoolCalendars)
        {
            if (LocalFile.Beside(path, name, problems) is not { } file)
            {
                continue;
            }

            var inside = new ProblemList(file);
            if (LocalFile.Read(file, inside) is { } bytes)
            {
                var rows = SchoolIcs.Looks(bytes)
                    ? SchoolIcs.Read(bytes, inside)
                    : SchoolCsv.Read(CsvTable.Read(file, bytes, inside), draft.TimeZone, inside);
                found.AddRange(OfZone(rows, name, draft, problems));
            }

            problems.Include(inside);
        }

        return
        [
            .. found.Distinct().OrderBy(item => item.From).ThenBy(item => item.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SchoolHoliday> OfZone(
        IReadOnlyList<SchoolRow> rows,
        Located<string> name,
        TerritoryDraft draft,
        ProblemList problems
    )
    {
        var zones = rows.SelectMany(row => row.Zones).Where(zone => zone.Length > 0);
        var known = zones.DistinctBy(Key).Order(StringComparer.Ordinal).ToList();
        if (draft.SchoolZone is { } wanted)
        {
            var fitting = rows.Where(row =>
                row.Zones.Count == 0 || row.Zones.Any(zone => Key(zone) == Key(wanted.Value))
            );
            if (known.Count > 0 && known.All(zone => Key(zone) != Key(wanted.Value)))
            {
                problems.Add(
                    "unknown-zone",
                    wanted.Place,
                    Unknown(wanted.Value),
                    Nearest.Advice(wanted.Value, known)
                );
            }

            return fitting.Select(row => row.Holiday);
        }

        var main = rows.Select(row => row.Zones is [.., var last] ? last : "").DistinctBy(Key).ToList();
        if (main.Count > 1)
        {
            problems.Add("missing-zone", name.Place, Several(name.Value), ChooseOne(main));
            return [];
        }

        return rows.Select(row => row.Holiday);
    }

    /// <summary>« Zone A » is A.</summary>
    private static string Key(string zone) =>
        Folded.Key(zone) is ['z', 'o', 'n', 'e', .. { Length: > 0 } rest] ? rest : Folded.Key(zone);

    private static Text Unknown(string zone) =>
        new(
            $"Le calendrier scolaire ne connaît pas la zone « {zone} ».",
            $"The school calendar does not know the zone '{zone}'."
        );

    private static Text Several(string file) =>
        new(
            $"« {file} » a les vacances de plusieurs zones, et le fichier du territoire ne dit pas la sienne.",
            $"'{file}' has the holidays of several zones, and the territory file does not say which is its own."
        );

    private static Text ChooseOne(List<string> zones)
    {
        var list = string.Join(", ", zones.Where(zone => zone.Length > 0).Take(20));
        return new Text(
            $"Ajoutez « zone-scolaire: » avec l'une de : {list}.",
            $"Add 'zone-scolaire:' with one of: {list}."
        );
    }
}

/// <summary>One line of a school calendar.</summary>
/// <param name="Holiday">What it says.</param>
/// <param name="Zones">Academies and zones, the zone last; empty when it says none.</param>
internal sealed record SchoolRow(SchoolHoliday Holiday, IReadOnlyList<string> Zones)
{
    /// <summary>
    /// The days of a line. « Début des vacances d'été » has no end: they last until 31 August. Null for what is no holiday
    /// of pupils (« Rentrée », « Prérentrée des enseignants »).
    /// </summary>
    public static SchoolHoliday? Of(string name, DateOnly from, DateOnly? back)
    {
        var folded = Folded.Words(name);
        if (
            (
                !folded.Contains("vacances", StringComparison.Ordinal)
                && !folded.StartsWith("pont", StringComparison.Ordinal)
            ) || folded.StartsWith("fin ", StringComparison.Ordinal)
        )
        {
            return null;
        }

        if (back is { } end && end > from)
        {
            return new SchoolHoliday(name, from, end.AddDays(-1));
        }

        return folded.StartsWith("debut", StringComparison.Ordinal) && from.Month is 6 or 7
            ? new SchoolHoliday("Vacances d'été", from, new DateOnly(from.Year, 8, 31))
            : new SchoolHoliday(name, from, from);
    }
}
