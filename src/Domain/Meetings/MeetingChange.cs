namespace Connector.Domain.Meetings;

/// <summary>What became of a meeting, for those who announce it.</summary>
public enum MeetingChangeKind
{
    /// <summary>On another day, or in another rhythm.</summary>
    Moved,

    /// <summary>On the same day at another time, or longer or shorter.</summary>
    Retimed,

    Retitled,

    /// <summary>Elsewhere.</summary>
    Relocated,

    /// <summary>Called off, taken out of its series or deleted.</summary>
    Cancelled,

    /// <summary>Takes place after all.</summary>
    Restored,

    /// <summary>« This and all future »: a series goes on under another UID.</summary>
    Split,

    /// <summary>An event that was not there.</summary>
    Added,
}

/// <summary>
/// One change of one meeting, known by UID and original start. Noted as often as wanted it is the same change.
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="Uid">Of the event.</param>
/// <param name="Original">
/// When its series places the occurrence, <c>2026-12-03 14:00</c> on the territory's clocks; empty for a series as a whole
/// and for a single event, which have no other identity than the UID.
/// </param>
/// <param name="From">As it was: a moment, a title, a place, a UID.</param>
/// <param name="To">As it is.</param>
public sealed record MeetingChange(
    MeetingChangeKind Kind,
    string Uid,
    string Original,
    string From,
    string To
);
