using Connector.Domain.Publicity;
using Connector.Web.Console.Readings;

namespace Connector.Web.Public;

/// <summary>What of a reading is public.</summary>
internal static class PublicReading
{
    public static PublicNetwork Of(NetworkReading reading) =>
        PublicNetwork.Of(
            reading.Territory,
            reading.Meetings.Select(item => item.Meeting),
            reading.Today,
            reading.Roadmaps.FirstOrDefault(roadmap => roadmap.File.GroupId is null)?.Board
        );
}
