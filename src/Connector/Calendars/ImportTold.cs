using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Reports;

namespace Connector.Calendars;

/// <summary>Tells of an import what is new, there already, changed and refused.</summary>
internal static class ImportTold
{
    /// <summary>Events of each kind that are told one by one.</summary>
    private const int MostTold = 200;

    private static readonly (ImportState State, Text Title, CalendarMark Mark)[] Kinds =
    [
        (ImportState.New, new Text("Nouveaux", "New"), CalendarMark.Done),
        (
            ImportState.Changed,
            new Text("Modifiés dans le fichier", "Changed in the file"),
            CalendarMark.Changed
        ),
        (ImportState.Already, new Text("Déjà dans l'agenda", "In the calendar already"), CalendarMark.Plain),
        (ImportState.Refused, new Text("Refusés", "Refused"), CalendarMark.Warning),
    ];

    public static CalendarReport Report(
        CalendarReport report,
        WorkingGroup group,
        IReadOnlyList<ImportLine> lines,
        int stripped,
        bool written
    )
    {
        var pending = lines.Count(line => line.State is ImportState.New or ImportState.Changed);
        var refused = lines.Count(line => line.State == ImportState.Refused);
        return report with
        {
            Outcome =
                written && refused > 0 ? RunOutcome.PartlyDone
                : !written && pending > 0 ? RunOutcome.ChangesPending
                : RunOutcome.Done,
            Sections = [.. Kinds.SelectMany(kind => Section(kind, lines))],
            Said = Said(group, pending, stripped, written),
            Data = new Dictionary<string, object?>
            {
                ["group"] = group.Id,
                ["written"] = written,
                ["stripped"] = stripped,
                ["events"] = lines.Select(line => new
                {
                    line.Event.Uid,
                    line.Event.Title,
                    line.Event.Start,
                    line.Event.Recurs,
                    state = JsonNamingPolicy.KebabCaseLower.ConvertName(line.State.ToString()),
                    why = line.Why?.French,
                    notes = line.Event.Notes.Select(note => note.French),
                }),
            },
        };
    }

    private static IEnumerable<CalendarSection> Section(
        (ImportState State, Text Title, CalendarMark Mark) kind,
        IReadOnlyList<ImportLine> lines
    )
    {
        var of = lines.Where(line => line.State == kind.State).ToList();
        if (of.Count == 0)
        {
            yield break;
        }

        var told = of.Take(MostTold).Select(line => new CalendarLineTold(kind.Mark, Words(line))).ToList();
        if (of.Count > MostTold)
        {
            told.Add(
                new CalendarLineTold(
                    kind.Mark,
                    new Text($"… et {of.Count - MostTold} autres", $"… and {of.Count - MostTold} more")
                )
            );
        }

        yield return new CalendarSection(kind.Title, Text.Same($"{of.Count}"), told);
    }

    private static Text Words(ImportLine line)
    {
        var title = line.Event.Title.Length == 0 ? line.Event.Uid : line.Event.Title;
        var day = line.Event.Start is { } start
            ? MeetingWords.Day(DateOnly.FromDateTime(start))
            : default(Text?);
        var (french, english) = (
            line.Event.Recurs ? ", se répète" : "",
            line.Event.Recurs ? ", repeats" : ""
        );
        var reasons = new[] { line.Why }.OfType<Text>().Concat(line.Event.Notes).ToList();
        return new Text(
            $"« {title} »{(day is { } d ? $", {d.French}" : "")}{french}{Because(reasons.Select(reason => reason.French), " : ")}",
            $"'{title}'{(day is { } e ? $", {e.English}" : "")}{english}{Because(reasons.Select(reason => reason.English), ": ")}"
        );
    }

    private static string Because(IEnumerable<string> reasons, string link) =>
        string.Join(" ; ", reasons) is { Length: > 0 } words ? link + words : "";

    private static Text Said(WorkingGroup group, int pending, int stripped, bool written)
    {
        var without =
            stripped == 0
                ? default
                : new Text(
                    $" {stripped} ligne{(stripped > 1 ? "s" : "")} sur des personnes (organisateur, invités) {(stripped > 1 ? "sont laissées" : "est laissée")} de côté : avec elles, seul l'organisateur pourrait modifier l'événement, et l'adresse publique montrerait leurs adresses.",
                    $" {stripped} line{(stripped > 1 ? "s" : "")} about persons (organiser, guests) left out: with them only the organiser could edit the event, and the public address would show theirs."
                );
        var done =
            pending == 0 ? new Text("Rien à importer.", "Nothing to import.")
            : written
                ? new Text(
                    $"{pending} événement{(pending > 1 ? "s" : "")} dans l'agenda de « {group.Name} ».",
                    $"{pending} event{(pending > 1 ? "s" : "")} in the calendar of '{group.Name}'."
                )
            : new Text(
                $"Rien n'a été écrit : ajoutez --yes pour mettre {(pending > 1 ? $"ces {pending} événements" : "cet événement")} dans l'agenda de « {group.Name} ».",
                $"Nothing was written: add --yes to put {pending} event{(pending > 1 ? "s" : "")} into the calendar of '{group.Name}'."
            );
        return new Text(done.French + (without.French ?? ""), done.English + (without.English ?? ""));
    }
}
