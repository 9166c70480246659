namespace Connector.Domain.Territories;

/// <summary>What of a workspace people can change by hand in Nextcloud.</summary>
public enum ManagedField
{
    /// <summary>« droits »: groups attached to a folder, their permissions, the rules in it.</summary>
    Rights,

    /// <summary>« membres »: who is in which group.</summary>
    Members,

    /// <summary>« noms »: names of folders.</summary>
    Names,

    /// <summary>« quotas »</summary>
    Quotas,

    /// <summary>« partages »: shares of folders with groups.</summary>
    Sharing,

    /// <summary>« agendas »: with whom a calendar is shared, and its public address.</summary>
    Calendars,
}

/// <summary>What becomes of a change that somebody made by hand.</summary>
public enum Enforcement
{
    /// <summary>« signalé », the default: it stays, and every plan tells it.</summary>
    Warned = 0,

    /// <summary>« ignoré »: it stays, and nobody is told.</summary>
    Ignored = 1,

    /// <summary>« imposé »: it is set back to what the file says.</summary>
    Enforced = 2,
}
