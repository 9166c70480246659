namespace Connector.Domain.Meetings;

/// <summary>What becomes of a meeting that falls on a public holiday, or in school holidays.</summary>
public enum DayOff
{
    /// <summary>« garder »: people meet.</summary>
    Keep,

    /// <summary>« sauter »: no meeting.</summary>
    Skip,

    /// <summary>« semaine-suivante »: the same day of the week, in the first week that is free.</summary>
    NextWeek,

    /// <summary>« jour-ouvré-suivant »: the first day from Monday to Friday after it that is free.</summary>
    NextWorkingDay,

    /// <summary>« jour-ouvré-précédent »</summary>
    PreviousWorkingDay,
}
