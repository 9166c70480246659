namespace Connector.TerritoryFiles.Tables;

/// <summary>What the columns of the sheet « Rencontres » may be called: for who reads it, and for who adds a row.</summary>
internal static class VisitColumns
{
    /// <summary>What the sheet's folded name begins with.</summary>
    public const string Sheet = "rencontre";

    public static readonly IReadOnlyList<string> Organisation = ["organisation", "structure"];
    public static readonly IReadOnlyList<string> Date = ["date", "date de la visite"];
    public static readonly IReadOnlyList<string> Visitors = ["par", "visite faite par", "qui"];
    public static readonly IReadOnlyList<string> Met = ["avec", "personnes rencontrées"];
    public static readonly IReadOnlyList<string> State = ["état"];
    public static readonly IReadOnlyList<string> Next = ["suite", "prochaine étape", "suites"];
    public static readonly IReadOnlyList<string> Due = ["pour le", "échéance"];
}
