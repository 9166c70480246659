using System.Globalization;

namespace Connector.Domain.Meetings;

/// <summary>
/// What the ledger remembers of a meeting for which something was made. It is known by (UID, original start), whatever
/// becomes of its event and of the folder's name.
/// </summary>
public sealed record MeetingRecord
{
    /// <summary>In the ledger: <c>meeting:gt-jeunes/uid@20261203T1400</c>, as the meeting was first seen.</summary>
    public required string Key { get; init; }

    /// <summary>The name under which the ledger knows its folder and documents, for ever.</summary>
    public required MeetingName Born { get; init; }

    /// <summary>The names that it was given, the latest last. Never empty.</summary>
    public required IReadOnlyList<MeetingName> Names { get; init; }

    /// <summary>As the calendar last had it.</summary>
    public required MeetingOccurrence Last { get; init; }

    /// <summary>What members asked to speak of and its minutes have, in their words.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Whether the calendar has it no more, which was told.</summary>
    public bool IsGone { get; init; }

    public static string KeyOf(MeetingOccurrence meeting) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix(meeting.GroupId)}{meeting.Uid}@{meeting.OriginalStart:yyyyMMdd'T'HHmm}"
        );

    /// <summary>How the keys of all meetings of a group begin.</summary>
    public static string Prefix(string groupId) => $"meeting:{groupId}/";
}

/// <summary>A meeting of today's plan: what is remembered of it, and how the calendar has it now.</summary>
/// <param name="Record">With today's name as its latest.</param>
/// <param name="Now">With the time that people last agreed on, where it is cancelled.</param>
public sealed record MeetingSlot(MeetingRecord Record, MeetingOccurrence Now)
{
    public MeetingName Born => Record.Born;

    public MeetingName Name => Record.Names[^1];

    /// <summary>The names that it had before, the latest first.</summary>
    public IEnumerable<MeetingName> FormerNames => Record.Names.SkipLast(1).Reverse();
}

/// <summary>What is made for the meetings of one group.</summary>
public sealed record GroupMeetings
{
    /// <summary>Those that get, or have, a folder and documents, in the order of their dates.</summary>
    public IReadOnlyList<MeetingSlot> Slots { get; init; } = [];

    /// <summary>The first meeting from today on that takes place; null when none is planned.</summary>
    public MeetingOccurrence? Next { get; init; }

    /// <summary>What the ledger has to be told.</summary>
    public IReadOnlyList<MeetingRecord> ToRemember { get; init; } = [];

    /// <summary>Those that the calendar has no more since the last look.</summary>
    public IReadOnlyList<MeetingRecord> Gone { get; init; } = [];

    /// <summary>The same with other slots, and what the ledger has to be told of them.</summary>
    public GroupMeetings With(IReadOnlyList<MeetingSlot> slots, IReadOnlyList<MeetingRecord> records) =>
        this with
        {
            Slots = slots,
            ToRemember = [.. MeetingPlanner.Moved(slots, records), .. Gone],
        };
}
