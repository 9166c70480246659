namespace Connector.Domain.Documents;

/// <summary>What a roadmap's workstreams and milestones ask somebody to look at.</summary>
public static class RoadmapAlerts
{
    /// <summary>Folded: the drop-down's words in both languages, and what people write for them.</summary>
    private static readonly HashSet<string> Over = new(StringComparer.Ordinal)
    {
        "termine",
        "abandonne",
        "fini",
        "fait",
        "done",
        "dropped",
        "finished",
    };

    /// <param name="roadmap">As it is now.</param>
    /// <param name="today">The territory's day.</param>
    /// <returns>The late first, then those without a lead, then those without a date; in the order of the document.</returns>
    public static IReadOnlyList<RoadmapAlert> Of(WrittenRoadmap roadmap, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(roadmap);
        var going = roadmap.Workstreams.Where(item => !IsOver(item)).ToList();
        return
        [
            .. going
                .Where(item => item.End < today)
                .Select(item => new RoadmapAlert(RoadmapAlertKind.Late, item.Title, item.End)),
            .. roadmap
                .Milestones.Where(milestone => milestone.Date < today && IsOpen(milestone, going))
                .Select(milestone => new RoadmapAlert(
                    RoadmapAlertKind.MilestonePast,
                    milestone.Title,
                    milestone.Date
                )),
            .. going
                .Where(item => item.Lead.Length == 0)
                .Select(item => new RoadmapAlert(RoadmapAlertKind.WithoutLead, item.Title, null)),
            .. going.Where(item => item.End is null).Select(item => NoDate(item.Title, item.EndText)),
            .. roadmap
                .Milestones.Where(milestone => milestone.Date is null)
                .Select(milestone => NoDate(milestone.Title, milestone.DateText)),
        ];
    }

    /// <summary>Whether its state says that it is done, or dropped.</summary>
    public static bool IsOver(WrittenWorkstream workstream)
    {
        ArgumentNullException.ThrowIfNull(workstream);
        return Over.Contains(Folded.Key(workstream.Status));
    }

    private static RoadmapAlert NoDate(string title, string words) =>
        words.Length == 0
            ? new RoadmapAlert(RoadmapAlertKind.WithoutDate, title, null)
            : new RoadmapAlert(RoadmapAlertKind.UnreadableDate, title, null) { Words = words };

    /// <summary>A milestone that has gone by is worth a word only while its workstream goes on.</summary>
    private static bool IsOpen(WrittenMilestone milestone, IReadOnlyList<WrittenWorkstream> going) =>
        milestone.Workstream.Length > 0
        && going.Any(item => Folded.Key(item.Title) == Folded.Key(milestone.Workstream));
}

/// <param name="Kind">What is the matter.</param>
/// <param name="Title">Of the workstream or milestone.</param>
/// <param name="Date">The day that has gone by; null where a date or a lead is lacking.</param>
public sealed record RoadmapAlert(RoadmapAlertKind Kind, string Title, DateOnly? Date)
{
    /// <summary>What stands where a date should; empty for other kinds.</summary>
    public string Words { get; init; } = "";

    public Text Sentence =>
        Kind switch
        {
            RoadmapAlertKind.Late => new Text(
                $"« {Title} » devait finir le {Date:dd/MM/yyyy}",
                $"'{Title}' was to end on {Date:dd/MM/yyyy}"
            ),
            RoadmapAlertKind.MilestonePast => new Text(
                $"jalon « {Title} » : le {Date:dd/MM/yyyy} est passé et le chantier continue",
                $"milestone '{Title}': {Date:dd/MM/yyyy} has gone by and the workstream goes on"
            ),
            RoadmapAlertKind.WithoutLead => new Text(
                $"« {Title} » n'a pas de porteur",
                $"'{Title}' has no lead"
            ),
            RoadmapAlertKind.UnreadableDate => new Text(
                $"« {Title} » : la date « {Words} » ne se lit pas, écrivez-la comme 31/03/2027",
                $"'{Title}': the date '{Words}' cannot be read, write it as 31/03/2027"
            ),
            _ => new Text($"« {Title} » n'a pas de date", $"'{Title}' has no date"),
        };
}

public enum RoadmapAlertKind
{
    /// <summary>A workstream whose end has gone by and that is not over.</summary>
    Late,

    /// <summary>A milestone that has gone by, of a workstream that is not over.</summary>
    MilestonePast,

    /// <summary>A workstream that nobody leads.</summary>
    WithoutLead,

    /// <summary>A workstream without end, or a milestone without day.</summary>
    WithoutDate,

    /// <summary>Words that are no date.</summary>
    UnreadableDate,
}
