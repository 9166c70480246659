namespace Connector.Domain.Directories;

/// <summary>Names, kinds and lists of values of the standard's columns.</summary>
public static class StandardColumns
{
    /// <summary>Between the values of a list.</summary>
    public const char Separator = '|';

    /// <summary>« presentation_resume » may have this many characters.</summary>
    public const int LongestSummary = 280;

    /// <summary>All of them, in the order of the standard.</summary>
    public static IReadOnlyList<StandardColumn> All { get; } = Enum.GetValues<StandardColumn>();

    /// <summary>Those that the standard wants filled; « services » has a pattern that no empty value meets.</summary>
    public static IReadOnlyList<StandardColumn> Required { get; } =
    [
        StandardColumn.Id,
        StandardColumn.Pivot,
        StandardColumn.Name,
        StandardColumn.Commune,
        StandardColumn.PostalCode,
        StandardColumn.Address,
        StandardColumn.UpdatedOn,
    ];

    private static readonly string[] Names =
    [
        "id",
        "pivot",
        "nom",
        "commune",
        "code_postal",
        "code_insee",
        "adresse",
        "complement_adresse",
        "latitude",
        "longitude",
        "typologie",
        "telephone",
        "courriels",
        "site_web",
        "horaires",
        "presentation_resume",
        "presentation_detail",
        "source",
        "itinerance",
        "structure_parente",
        "date_maj",
        "services",
        "publics_specifiquement_adresses",
        "prise_en_charge_specifique",
        "frais_a_charge",
        "dispositif_programmes_nationaux",
        "formations_labels",
        "autres_formations_labels",
        "modalites_acces",
        "modalites_accompagnement",
        "fiche_acces_libre",
        "prise_rdv",
    ];

    /// <summary>The header of a column, such as <c>code_postal</c>.</summary>
    public static string Name(StandardColumn column) => Names[(int)column];

    public static ColumnKind Kind(StandardColumn column) =>
        column switch
        {
            _ when StandardChoices.Of(column).Count > 0 => ColumnKind.Choices,
            StandardColumn.Type
            or StandardColumn.Emails
            or StandardColumn.WebSite
            or StandardColumn.OtherTrainingLabels => ColumnKind.List,
            StandardColumn.Latitude or StandardColumn.Longitude => ColumnKind.Number,
            StandardColumn.UpdatedOn => ColumnKind.Day,
            _ => ColumnKind.Words,
        };

    /// <summary>The values of a list; none for null.</summary>
    public static IReadOnlyList<string> Values(string? words) =>
        words?.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
