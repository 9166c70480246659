namespace Connector.Domain.Meetings;

/// <summary>Where in France a network is, as far as public holidays differ.</summary>
public enum HolidayRegion
{
    /// <summary>« métropole »; also Saint-Pierre-et-Miquelon.</summary>
    Metropole,

    /// <summary>« alsace-moselle »: Good Friday and 26 December as well (Code du travail, L3134-13).</summary>
    AlsaceMoselle,

    Guadeloupe,

    Martinique,

    Guyane,

    /// <summary>« la-réunion »</summary>
    Reunion,

    Mayotte,

    /// <summary>« saint-barthélemy »</summary>
    SaintBarthelemy,

    /// <summary>« saint-martin »</summary>
    SaintMartin,
}
