using Connector.Domain.Documents;

namespace Connector.Roadmaps;

/// <summary>What a roadmap says of itself: its six parts, and what somebody should look at.</summary>
internal sealed record RoadmapReview(
    WrittenRoadmap Written,
    IReadOnlyList<RoadmapPoint> Points,
    IReadOnlyList<RoadmapAlert> Alerts
)
{
    public static RoadmapReview Of(WrittenRoadmap written, DateOnly today, bool isPublished) =>
        new(written, RoadmapCompleteness.Of(written, isPublished), RoadmapAlerts.Of(written, today));
}
