namespace Connector.Domain.Announcing;

/// <summary>What there is to tell today, told or not: whoever asks compares it with what was told.</summary>
public static class AnnouncementPlanner
{
    /// <summary>Each once, by kind and in the order in which people want to read.</summary>
    public static IReadOnlyList<Announcement> Plan(AnnouncingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. MeetingChangeAnnouncements
                .Of(facts)
                .Concat(MeetingAnnouncements.Of(facts))
                .Concat(MinutesAnnouncements.Of(facts))
                .Concat(RoadmapAnnouncements.Of(facts))
                .Concat(PersonAnnouncements.Of(facts))
                .Concat(MonthlyLetter.Of(facts))
                .DistinctBy(announcement => announcement.Key),
        ];
    }
}
