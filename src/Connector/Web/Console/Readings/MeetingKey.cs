using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connector.Domain.Meetings;

namespace Connector.Web.Console.Readings;

/// <summary>
/// How an address names one meeting: short, and the same after it was moved. Of a series, by where the series places it; a
/// single one by itself.
/// </summary>
internal static class MeetingKey
{
    public static string Of(MeetingOccurrence meeting)
    {
        var moment = meeting.IsRecurring
            ? meeting.OriginalStart.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture)
            : "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{meeting.Uid}@{moment}")))[
            ..12
        ];
    }

    /// <summary>The page of a meeting, within the territory.</summary>
    public static string Path(MeetingOccurrence meeting) => $"/rencontres/{meeting.GroupId}/{Of(meeting)}";

    /// <returns>Null for a key that nobody made, or of a meeting too long ago.</returns>
    public static GroupMeeting? Find(NetworkReading reading, string group, string key) =>
        reading.Meetings.FirstOrDefault(item => item.Group.Id == group && Of(item.Meeting) == key);
}
