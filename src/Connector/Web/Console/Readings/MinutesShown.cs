using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Reports;

namespace Connector.Web.Console.Readings;

/// <summary>How far the minutes of a meeting are.</summary>
internal enum MinutesStage
{
    /// <summary>The meeting is still to come.</summary>
    Coming,
    ToWrite,
    Written,
    Approved,
    Published,

    /// <summary>Published, and somebody changed them since.</summary>
    ChangedSince,
}

/// <summary>The minutes of one meeting, as the console lists them.</summary>
/// <param name="Group">Whose.</param>
/// <param name="Written">What they say.</param>
/// <param name="Stage">How far they are.</param>
/// <param name="Path">On the server; empty where it is not known.</param>
internal sealed record MinutesShown(
    GroupMinutes Group,
    WrittenMinutes Written,
    MinutesStage Stage,
    string Path
)
{
    /// <summary>Approved, and not published as they are now.</summary>
    public bool IsToPublish =>
        Stage is MinutesStage.Approved or MinutesStage.ChangedSince && Written.IsApproved;

    /// <summary>All of a network, the latest meeting first.</summary>
    public static IReadOnlyList<MinutesShown> Of(NetworkReading reading) =>
        [
            .. reading
                .Minutes.SelectMany(group => group.Minutes.Select(written => One(reading, group, written)))
                .OrderByDescending(one => one.Written.Date ?? DateOnly.MinValue)
                .ThenBy(one => one.Group.Name, StringComparer.CurrentCulture),
        ];

    public Text Name =>
        Stage switch
        {
            MinutesStage.Coming => new Text("rencontre à venir", "meeting to come"),
            MinutesStage.ToWrite => new Text("à écrire", "to write"),
            MinutesStage.Written => new Text("écrit, à valider", "written, to approve"),
            MinutesStage.Approved => new Text("validé, à publier", "approved, to publish"),
            MinutesStage.ChangedSince => new Text("modifié depuis sa publication", "changed since published"),
            _ => new Text("publié", "published"),
        };

    /// <summary>As the style sheet calls it.</summary>
    public string Tone =>
        Stage switch
        {
            MinutesStage.Published => "good",
            MinutesStage.ToWrite => "bad",
            MinutesStage.Coming => "",
            _ => "warn",
        };

    private static MinutesShown One(NetworkReading reading, GroupMinutes group, WrittenMinutes written)
    {
        var place = reading.Actions.Find(written.Key);
        var stage =
            place is { IsPublished: true, IsChangedSincePublished: false } ? MinutesStage.Published
            : place is { IsPublished: true } ? MinutesStage.ChangedSince
            : written.IsApproved ? MinutesStage.Approved
            : written.IsWritten ? MinutesStage.Written
            : written.Date > reading.Today ? MinutesStage.Coming
            : MinutesStage.ToWrite;
        return new MinutesShown(group, written, stage, place?.Path ?? "");
    }
}
