using Connector.Reports;

namespace Connector.Web.Console.Readings;

/// <summary>How an address names a roadmap: by its group's identifier, <c>reseau</c> for the network's.</summary>
internal static class RoadmapKey
{
    private const string Network = "reseau";

    public static string Of(RoadmapState roadmap) => roadmap.File.GroupId ?? Network;

    public static RoadmapState? Find(NetworkReading reading, string key) =>
        reading.Roadmaps.FirstOrDefault(roadmap => Of(roadmap) == key);
}
