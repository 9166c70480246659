using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Directories;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What an import did, or would do: added, completed, in conflict, unchanged, to decide, refused.</summary>
internal sealed record ImportView : ITold
{
    private const int MostShown = 20;

    public required string File { get; init; }

    public required string Into { get; init; }

    /// <summary>Null when something stopped it.</summary>
    public required MergeReport? Merged { get; init; }

    /// <summary>The directory as it was.</summary>
    public required IReadOnlyList<BookRow> Existing { get; init; }

    public required bool IsWritten { get; init; }

    /// <summary>Words of the directory that gave way to the file's, because somebody chose so.</summary>
    public int Replaced { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether anything of it is to be written.</summary>
    public bool Changes =>
        Merged?.Results.Any(result => result.New is not null || result.Filled.Count > 0) ?? false;

    public RunOutcome Outcome =>
        Merged is null ? RunOutcome.Failed
        : Changes && !IsWritten ? RunOutcome.ChangesPending
        : Merged.Results.Any(result => result.Outcome is MergeOutcome.Refused or MergeOutcome.Undecided)
            ? RunOutcome.PartlyDone
        : RunOutcome.Done;

    public static ImportView Refused(
        string file,
        IReadOnlyList<Problem> warnings,
        IReadOnlyList<Problem> problems
    ) =>
        new()
        {
            File = file,
            Into = "",
            Merged = null,
            Existing = [],
            IsWritten = false,
            Warnings = warnings,
            Problems = problems,
        };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Merged is null)
        {
            return;
        }

        foreach (
            var outcome in Enum.GetValues<MergeOutcome>().Where(outcome => outcome != MergeOutcome.Unchanged)
        )
        {
            Section(console, outcome, language);
        }

        var counts = string.Join(
            ", ",
            Enum.GetValues<MergeOutcome>()
                .Select(outcome => (Outcome: outcome, Count: Of(outcome).Count))
                .Where(one => one.Count > 0)
                .Select(one => $"{one.Count} {Name(one.Outcome, one.Count > 1).In(language)}")
        );
        console.WriteLine($"« {File} » → « {Into} » : {(counts.Length == 0 ? "0" : counts)}");
        console.WriteLine(Closing().In(language));
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                File,
                Into,
                written = IsWritten,
                counts = Enum.GetValues<MergeOutcome>()
                    .ToDictionary(outcome => outcome, outcome => Of(outcome).Count),
                comparisons = Merged?.Comparisons,
                rows = Merged?.Results.Select(result => Json(result, language)),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private object Json(MergeResult result, Language language) =>
        new
        {
            line = result.Incoming.At.Line,
            name = result.Incoming.Place[StandardColumn.Name],
            result.Outcome,
            into = result.Index is { } index ? Existing[index].Line : (int?)null,
            id = result.New?[StandardColumn.Id],
            filled = result.Filled.ToDictionary(pair => StandardColumns.Name(pair.Key), pair => pair.Value),
            conflicts = result.Conflicts.Select(conflict => new
            {
                column = StandardColumns.Name(conflict.Column),
                conflict.Kept,
                conflict.Offered,
            }),
            candidates = result.Candidates.Select(candidate => new
            {
                line = Existing[candidate.Index].Line,
                name = Existing[candidate.Index].Place[StandardColumn.Name],
                candidate.Likeness,
            }),
            reason = result.Reason?.In(language),
        };

    private void Section(IAnsiConsole console, MergeOutcome outcome, Language language)
    {
        var results = Of(outcome);
        if (results.Count == 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Title(outcome).In(language)}[/]");
        foreach (var result in results.Take(MostShown))
        {
            var name = result.Incoming.Place[StandardColumn.Name] ?? "?";
            var detail = Detail(result).In(language);
            console.WriteLine(
                $"  {result.Incoming.At.Line, 5}  {name}{(detail.Length == 0 ? "" : " : ")}{detail}"
            );
        }

        if (results.Count > MostShown)
        {
            var rest = results.Count - MostShown;
            console.WriteLine(
                new Text(
                    $"         … et {rest} de plus (--json les donne toutes)",
                    $"         … and {rest} more (--json gives all)"
                ).In(language)
            );
        }

        console.WriteLine();
    }

    private Text Detail(MergeResult result) =>
        result.Outcome switch
        {
            MergeOutcome.Completed => Text.Same(Columns(result)),
            MergeOutcome.Conflicting => Text.Same(
                string.Join(
                    " ; ",
                    result.Conflicts.Select(conflict =>
                        $"{StandardColumns.Name(conflict.Column)} « {conflict.Kept} » ≠ « {conflict.Offered} »"
                    )
                ) + (result.Filled.Count == 0 ? "" : $" (+ {Columns(result)})")
            ),
            MergeOutcome.Undecided => new Text($"ressemble à {Alike(result)}", $"looks like {Alike(result)}"),
            MergeOutcome.Refused => result.Reason ?? Text.Same(""),
            _ => Text.Same(result.Incoming.Place[StandardColumn.Commune] ?? ""),
        };

    private static string Columns(MergeResult result) =>
        string.Join(", ", result.Filled.Keys.Select(StandardColumns.Name));

    private string Alike(MergeResult result) =>
        string.Join(
            ", ",
            result.Candidates.Select(candidate =>
                $"« {Existing[candidate.Index].Place[StandardColumn.Name]} » ({Existing[candidate.Index].Line}, {candidate.Likeness:P0})"
            )
        );

    private List<MergeResult> Of(MergeOutcome outcome) =>
        [.. Merged?.Results.Where(result => result.Outcome == outcome) ?? []];

    private Text Closing() =>
        IsWritten
            ? new Text(
                "✓ Écrit ; ce que des personnes avaient écrit est resté.",
                "✓ Written; what people had written stayed."
            )
        : Changes ? new Text("Rien n'est écrit encore : ajoutez --yes.", "Nothing is written yet: add --yes.")
        : new Text("✓ Rien à écrire.", "✓ Nothing to write.");

    private static Text Title(MergeOutcome outcome) =>
        outcome switch
        {
            MergeOutcome.Added => new Text("Ajoutées", "Added"),
            MergeOutcome.Completed => new Text("Complétées (cellules vides)", "Completed (empty cells)"),
            MergeOutcome.Conflicting => new Text(
                "En conflit : l'annuaire garde ce qu'il dit",
                "In conflict: the directory keeps what it says"
            ),
            MergeOutcome.Undecided => new Text(
                "À trancher : pas écrites (--add-alike les ajoute ; un même SIRET des deux côtés les réunit)",
                "To decide: not written (--add-alike adds them; the same SIRET on both sides joins them)"
            ),
            _ => new Text("Refusées", "Refused"),
        };

    private static Text Name(MergeOutcome outcome, bool several)
    {
        var s = several ? "s" : "";
        return outcome switch
        {
            MergeOutcome.Added => new Text($"ajoutée{s}", "added"),
            MergeOutcome.Completed => new Text($"complétée{s}", "completed"),
            MergeOutcome.Conflicting => new Text("en conflit", "in conflict"),
            MergeOutcome.Unchanged => new Text($"inchangée{s}", "unchanged"),
            MergeOutcome.Undecided => new Text("à trancher", "to decide"),
            _ => new Text($"refusée{s}", "refused"),
        };
    }
}
