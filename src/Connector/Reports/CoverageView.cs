using System.Globalization;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>« Ne personne oublier »: what is covered, thin and missing, told to people and programs.</summary>
internal sealed record CoverageView : ITold
{
    private const int MostNames = 6;

    public required string Territory { get; init; }

    public required string? Group { get; init; }

    /// <summary>Communes or EPCI that were asked for; none for everywhere.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Null when something stopped it.</summary>
    public required CoverageReport? Coverage { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome => Coverage is null ? RunOutcome.Failed : RunOutcome.Done;

    public static CoverageView Refused(IReadOnlyList<Problem> warnings, IReadOnlyList<Problem> problems) =>
        new()
        {
            Territory = "",
            Group = null,
            Places = [],
            Coverage = null,
            Warnings = warnings,
            Problems = problems,
        };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Coverage is null)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Title().In(language)}[/]");
        Section(console, new Text("Familles d'acteurs", "Families of actors"), Coverage.Families, language);
        Section(console, new Text("Publics", "Audiences"), Coverage.Audiences, language);
        console.WriteLine();
        foreach (var line in Closing(Coverage))
        {
            console.WriteLine(line.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                Group,
                Places,
                Coverage?.Organisations,
                families = Coverage?.Families.Select(line => Json(line, language)),
                audiences = Coverage?.Audiences.Select(line => Json(line, language)),
                historic = Coverage is null
                    ? null
                    : new { present = Coverage.HistoricPresent, absent = Coverage.HistoricAbsent },
                Coverage?.Elected,
                Coverage?.Unclassified,
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private Text Title()
    {
        var count = Coverage!.Organisations;
        var where = Places.Count == 0 ? "" : $", {string.Join(", ", Places)}";
        var what = Group is null ? Territory : $"{Territory}, {Group}";
        return new Text(
            $"{what}{where} : {count} {(count > 1 ? "structures regardées" : "structure regardée")}",
            $"{what}{where}: {count} {(count > 1 ? "organisations" : "organisation")} looked at"
        );
    }

    private static void Section(
        IAnsiConsole console,
        Text title,
        IReadOnlyList<CoverageLine> lines,
        Language language
    )
    {
        if (lines.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title.In(language)}[/]");
        foreach (var line in lines)
        {
            var (sign, colour) = Sign(line.Level);
            console.MarkupInterpolated($"  [{colour}]{sign}[/] ");
            console.WriteLine($"{line.Need.Name.In(language), -26} {Told(line).In(language)}");
            if (line.Candidates.Count > 0)
            {
                var names = string.Join(", ", line.Candidates.Select(candidate => candidate.Name));
                console.WriteLine(
                    new Text($"      → à inviter : {names}", $"      → to invite: {names}").In(language)
                );
            }
        }
    }

    private static (string Sign, string Colour) Sign(CoverageLevel level) =>
        level switch
        {
            CoverageLevel.Covered => ("✓", "green"),
            CoverageLevel.Thin => ("!", "yellow"),
            CoverageLevel.Waived => ("–", "grey"),
            _ => ("✗", "red"),
        };

    private static Text Told(CoverageLine line)
    {
        var names = Names(line.Actors);
        var types = string.Join(", ", line.Need.Types);
        return line.Level switch
        {
            CoverageLevel.Missing => new Text(
                $"manquant : personne parmi {types}",
                $"missing: nobody among {types}"
            ),
            CoverageLevel.Thin => new Text(
                $"fragile, un seul acteur : {names}",
                $"thin, one actor alone: {names}"
            ),
            CoverageLevel.Waived => new Text($"écarté : {line.Reason}", $"waived: {line.Reason}"),
            _ => new Text(
                $"couvert par {line.Actors.Count} : {names}",
                $"covered by {line.Actors.Count}: {names}"
            ),
        };
    }

    private static IEnumerable<Text> Closing(CoverageReport coverage)
    {
        yield return coverage.HistoricPresent.Count + coverage.HistoricAbsent.Count == 0
            ? new Text(
                "Acteurs historiques : aucun n'est marqué (« historique: oui »).",
                "Historic actors: none is marked ('historique: oui')."
            )
            : new Text(
                $"Acteurs historiques : {coverage.HistoricPresent.Count} présents{Absent(coverage, " ; absents : ")}",
                $"Historic actors: {coverage.HistoricPresent.Count} present{Absent(coverage, "; absent: ")}"
            );
        yield return coverage.Elected.Count == 0
            ? new Text(
                "Élus : personne (« élu: oui » pour une personne, LOCAL_ELU pour une structure).",
                "Elected people: nobody ('élu: oui' for a person, LOCAL_ELU for an organisation)."
            )
            : new Text($"Élus : {Names(coverage.Elected)}", $"Elected people: {Names(coverage.Elected)}");
        if (coverage.Unclassified.Count > 0)
        {
            yield return new Text(
                $"Hors de toute famille, faute d'un type qui y mène ({coverage.Unclassified.Count}) : {Names(coverage.Unclassified)}",
                $"In no family, for want of a type that leads there ({coverage.Unclassified.Count}): {Names(coverage.Unclassified)}"
            );
        }
    }

    private static string Absent(CoverageReport coverage, string label) =>
        coverage.HistoricAbsent.Count == 0 ? "" : label + Names(coverage.HistoricAbsent);

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= MostNames
            ? string.Join(", ", names)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", names.Take(MostNames))}, + {names.Count - MostNames}"
            );

    private static object Json(CoverageLine line, Language language) =>
        new
        {
            line.Need.Id,
            name = line.Need.Name.In(language),
            line.Level,
            line.Actors,
            line.Reason,
            types = line.Need.Types,
            candidates = line.Candidates.Select(candidate => new { candidate.Id, candidate.Name }),
        };
}
