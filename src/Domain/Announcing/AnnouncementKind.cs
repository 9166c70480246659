namespace Connector.Domain.Announcing;

/// <summary>What a network tells its members.</summary>
public enum AnnouncementKind
{
    /// <summary>« rencontre »: a meeting is near, with its agenda and documents.</summary>
    MeetingComing,

    /// <summary>« changement »: a meeting was moved, called off, takes place after all, or elsewhere.</summary>
    MeetingChanged,

    /// <summary>« compte-rendu »: minutes were published.</summary>
    MinutesPublished,

    /// <summary>« absents »: what those who were not there have to know, to each of them.</summary>
    AbsentDigest,

    /// <summary>« feuille-de-route »: a version of a roadmap was published.</summary>
    RoadmapPublished,

    /// <summary>« signature »: an organisation has not signed yet, to its contact.</summary>
    SignatureAsked,

    /// <summary>« échéance »: an action is due soon, to who does it.</summary>
    ActionDue,

    /// <summary>« bienvenue »: to somebody who is new in the network.</summary>
    Newcomer,

    /// <summary>« lettre »: what the network did last month and does this month.</summary>
    MonthlyLetter,
}

/// <summary>What goes for all announcements of a kind.</summary>
public static class AnnouncementKinds
{
    public static IReadOnlyList<AnnouncementKind> All { get; } = Enum.GetValues<AnnouncementKind>();

    /// <summary>It concerns one person, and is nothing for a room that others read.</summary>
    public static bool IsPersonal(this AnnouncementKind kind) =>
        kind
            is AnnouncementKind.AbsentDigest
                or AnnouncementKind.SignatureAsked
                or AnnouncementKind.ActionDue
                or AnnouncementKind.Newcomer;

    /// <summary>It does not wait for the hour of the day's digest.</summary>
    public static bool IsAtOnce(this AnnouncementKind kind) => kind == AnnouncementKind.MeetingChanged;
}
