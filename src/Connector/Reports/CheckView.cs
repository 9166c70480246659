using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What is to be verified in a directory, and what became of its column « À vérifier ».</summary>
internal sealed record CheckView : ITold
{
    public required string File { get; init; }

    public IReadOnlyList<Problem> Doubts { get; init; } = [];

    /// <summary>Rows in which the column does not say what it should, or did not before it was written.</summary>
    public int Rows { get; init; }

    public bool IsWritten { get; init; }

    public IReadOnlyList<Problem> Warnings => Doubts;

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome =>
        Problems.Count > 0 ? RunOutcome.Failed
        : Rows > 0 && !IsWritten ? RunOutcome.ChangesPending
        : Doubts.Count > 0 ? RunOutcome.PartlyDone
        : RunOutcome.Done;

    public static CheckView Refused(string file, IReadOnlyList<Problem> problems) =>
        new() { File = file, Problems = problems };

    /// <summary>What became of the column, in a sentence; null when there is nothing to say.</summary>
    public Text? Summary =>
        Rows == 0 ? null
        : IsWritten
            ? new Text(
                $"« {File} » : colonne « À vérifier » tenue à jour ({Count(Rows, "ligne", "lignes")}).",
                $"'{File}': column 'À vérifier' kept true ({Count(Rows, "row", "rows")})."
            )
        : Problems.Count > 0
            ? new Text(
                $"« {File} » : la colonne « À vérifier » attend le prochain passage ({Count(Rows, "ligne", "lignes")}).",
                $"'{File}': the column 'À vérifier' waits for the next run ({Count(Rows, "row", "rows")})."
            )
        : new Text(
            $"« {File} » : colonne « À vérifier » à écrire ({Count(Rows, "ligne", "lignes")}) ; --yes l'écrit.",
            $"'{File}': column 'À vérifier' to be written ({Count(Rows, "row", "rows")}); --yes writes it."
        );

    public void Write(IAnsiConsole console, Language language)
    {
        if (Problems.Count > 0)
        {
            return;
        }

        var verdict =
            Doubts.Count == 0
                ? new Text($"✓ « {File} » : rien à vérifier.", $"✓ '{File}': nothing to verify.")
                : new Text(
                    $"« {File} » : {Count(Doubts.Count, "point", "points")} à vérifier.",
                    $"'{File}': {Count(Doubts.Count, "point", "points")} to verify."
                );
        console.WriteLine(verdict.In(language));
        if (Summary is { } summary)
        {
            console.WriteLine(summary.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                outcome = Outcome.ToString(),
                File,
                Rows,
                IsWritten,
                warnings = Doubts.Select(doubt => JsonReport.Problem(doubt, language)),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
            }
        );

    private static string Count(int number, string one, string many) =>
        $"{number} {(number > 1 ? many : one)}";
}
