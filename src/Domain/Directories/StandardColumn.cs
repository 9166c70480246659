namespace Connector.Domain.Directories;

/// <summary>
/// The columns of the national standard « Lieux de médiation numérique » 1.0.2, in its order
/// (github.com/LaMednum/standard-mediation-num, schema.json).
/// </summary>
public enum StandardColumn
{
    Id,
    Pivot,
    Name,
    Commune,
    PostalCode,
    InseeCode,
    Address,
    AddressComplement,
    Latitude,
    Longitude,
    Type,
    Telephone,
    Emails,
    WebSite,
    OpeningHours,
    Summary,
    Detail,
    Source,
    Mobility,
    ParentOrganisation,
    UpdatedOn,
    Services,
    Audiences,
    SpecificSupport,
    Fees,
    NationalProgrammes,
    TrainingLabels,
    OtherTrainingLabels,
    AccessModes,
    SupportModes,
    AccessibilityPage,
    Booking,
}

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Words,

    /// <summary>Several values, separated by <c>|</c> in a file.</summary>
    List,

    /// <summary>Several values, each from the standard's own list.</summary>
    Choices,

    /// <summary>A day, <c>2026-11-30</c>.</summary>
    Day,

    /// <summary>A number with a point.</summary>
    Number,
}
