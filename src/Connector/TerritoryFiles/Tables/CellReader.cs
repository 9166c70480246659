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
