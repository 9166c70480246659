using Connector.Domain;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>Reads the cells of one row with the shapes of the territory file.</summary>
internal sealed class CellReader(Table table, TableRow row, ProblemList problems)
{
    public SourcePlace At(int? column) => table.At(row, column);

    /// <summary>The cell's words; null when empty, and when wrong after having reported it.</summary>
    public string? Text(int? column, TextShape shape) => Read(column, shape, problems.Add);

    /// <summary>As <see cref="Text"/>, for what is worth a word but does not stop anything: then the cell is left out.</summary>
    public string? Lenient(int? column, TextShape shape) => Read(column, shape, problems.Warn);

    /// <summary>The cell's words, which have to be there.</summary>
    public Located<string>? Required(int? column, TextShape shape, string name)
    {
        if (row[column].Length == 0)
        {
            problems.Add(
                "missing-value",
                At(column),
                new Text($"La colonne « {name} » est vide.", $"The column '{name}' is empty."),
                new Text(
                    "Remplissez la cellule, ou supprimez la ligne.",
                    "Fill the cell in, or delete the row."
                )
            );
            return null;
        }

        return Text(column, shape) is { } words ? new Located<string>(words, At(column)) : null;
    }

    /// <summary>One word among a few; null when empty, and when it is another one after having told it.</summary>
    public T? Choice<T>(int? column, ChoiceShape<T> shape)
        where T : struct
    {
        var words = Characters.Tidy(row[column]);
        if (words.Length == 0)
        {
            return null;
        }

        if (shape.TryFind(words, out var value))
        {
            return value;
        }

        problems.Warn(
            "unknown-value",
            At(column),
            new Text(
                $"« {Words.Shown(words)} » n'est pas une valeur possible ici.",
                $"'{Words.Shown(words)}' is not a possible value here."
            ),
            shape.Advice(words)
        );
        return null;
    }

    /// <summary>A day, as spreadsheets and people write it; null when empty, and when it is none after having told it.</summary>
    public DateOnly? Day(int? column)
    {
        var words = Characters.Tidy(row[column]);
        if (words.Length == 0 || Moments.DayOf(words) is not { } day)
        {
            TellNoDay(column, words);
            return null;
        }

        return day;
    }

    private void TellNoDay(int? column, string words)
    {
        if (words.Length > 0)
        {
            problems.Warn(
                "bad-date",
                At(column),
                new Text(
                    $"« {Words.Shown(words)} » n'est pas une date.",
                    $"'{Words.Shown(words)}' is no day."
                ),
                new Text("Écrivez par exemple 01/10/2026.", "Write for instance 01/10/2026 or 2026-10-01.")
            );
        }
    }

    private string? Read(int? column, TextShape shape, Action<string, SourcePlace, Text, Text> report)
    {
        var words = Characters.Tidy(row[column]);
        if (words.Length == 0)
        {
            return null;
        }

        if (shape.Fault(words) is { } fault)
        {
            report(fault.Code, At(column), fault.Message, fault.Remedy);
            return null;
        }

        return words;
    }
}
