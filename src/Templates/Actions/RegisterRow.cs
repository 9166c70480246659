namespace Connector.Templates;

/// <summary>One line of a register as it was read.</summary>
/// <param name="Number">Of its row, as the spreadsheet shows it.</param>
/// <param name="Action">What it says; without « Action » only where it has a « Repère ».</param>
public sealed record RegisterRow(int Number, RegisteredAction Action)
{
    /// <summary>What stands under « À trancher ».</summary>
    public string Note { get; init; } = "";

    /// <summary>Cells that hold a formula, an error, or words where a date belongs: nothing is written there.</summary>
    public IReadOnlyList<ActionColumn> Locked { get; init; } = [];
}
