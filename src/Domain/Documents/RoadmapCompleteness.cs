namespace Connector.Domain.Documents;

/// <summary>
/// Whether a roadmap has the six things that the method asks of it: reason for being and composition, objectives, roles,
/// key workstreams, calendar, signatures.
/// </summary>
public static class RoadmapCompleteness
{
    /// <param name="roadmap">As it is now.</param>
    /// <param name="isPublished">Whether there is a version to sign.</param>
    public static IReadOnlyList<RoadmapPoint> Of(WrittenRoadmap roadmap, bool isPublished = true)
    {
        ArgumentNullException.ThrowIfNull(roadmap);
        return
        [
            Purpose(roadmap),
            Objectives(roadmap),
            Roles(roadmap),
            Workstreams(roadmap),
            Calendar(roadmap),
            Signatures(roadmap, isPublished),
        ];
    }

    private static RoadmapPoint Purpose(WrittenRoadmap roadmap) =>
        Point(
            new Text("Raison d'être et composition", "Reason for being and composition"),
            [
                (
                    roadmap.Purpose.Length > 0,
                    new Text(
                        "dites pourquoi le groupe existe, sous « Préambule »",
                        "say why the group exists, under the preamble"
                    )
                ),
                (
                    roadmap.Members.Count > 0,
                    new Text(
                        "nommez les organisations, sous « Composition »",
                        "name the organisations, under composition"
                    )
                ),
            ]
        );

    private static RoadmapPoint Objectives(WrittenRoadmap roadmap) =>
        Point(
            new Text("Objectifs", "Objectives"),
            [
                (
                    roadmap.Objectives.Count > 0 || roadmap.MoreObjectives.Length > 0,
                    new Text(
                        "écrivez au moins un objectif, sous « Objectifs »",
                        "write at least one objective, under objectives"
                    )
                ),
                (
                    roadmap.Objectives.Count > 0
                        && roadmap.Objectives.All(objective => objective.Indicator.Length > 0),
                    Lacking(
                        roadmap
                            .Objectives.Where(objective => objective.Indicator.Length == 0)
                            .Select(objective => objective.Title),
                        new Text("donnez un indicateur", "give an indicator")
                    )
                ),
            ]
        );

    private static RoadmapPoint Roles(WrittenRoadmap roadmap) =>
        Point(
            new Text("Rôles : qui fait quoi", "Roles: who does what"),
            [
                (
                    roadmap.Roles.Count > 0,
                    new Text(
                        "nommez qui fait quoi, sous « Gouvernance »",
                        "name who does what, under governance"
                    )
                ),
                (
                    roadmap.Roles.Count > 0 && roadmap.Roles.All(role => role.Task.Length > 0),
                    Lacking(
                        roadmap.Roles.Where(role => role.Task.Length == 0).Select(role => role.Person),
                        new Text("dites le rôle", "say the role")
                    )
                ),
            ]
        );

    private static RoadmapPoint Workstreams(WrittenRoadmap roadmap) =>
        Point(
            new Text("Chantiers clés", "Key workstreams"),
            [
                (
                    roadmap.Workstreams.Count > 0,
                    new Text(
                        "décrivez au moins un chantier, sous « Chantiers »",
                        "describe at least one workstream, under workstreams"
                    )
                ),
                (
                    roadmap.Workstreams.Count > 0 && roadmap.Workstreams.All(item => item.Lead.Length > 0),
                    Lacking(
                        roadmap.Workstreams.Where(item => item.Lead.Length == 0).Select(item => item.Title),
                        new Text("nommez un porteur", "name a lead")
                    )
                ),
            ]
        );

    private static RoadmapPoint Calendar(WrittenRoadmap roadmap) =>
        Point(
            new Text("Calendrier", "Calendar"),
            [
                (
                    roadmap.Meetings.Count > 0,
                    new Text(
                        "fixez une habitude de rencontre, dans le fichier du territoire",
                        "settle on a habit of meeting, in the territory's file"
                    )
                ),
                (
                    roadmap.Milestones.Any(milestone => milestone.Date is not null),
                    new Text(
                        "datez au moins un jalon, sous « Calendrier »",
                        "date at least one milestone, under calendar"
                    )
                ),
            ]
        );

    private static RoadmapPoint Signatures(WrittenRoadmap roadmap, bool isPublished)
    {
        var unsigned = roadmap
            .Signatures.Where(signature => signature.Signatory.Length == 0 || signature.Date is null)
            .Select(signature => signature.Organisation)
            .ToList();
        return Point(
            new Text("Engagements et signatures", "Commitments and signatures"),
            [
                (
                    roadmap.Commitments.Count > 0 && roadmap.Uncommitted.Count == 0,
                    Lacking(roadmap.Uncommitted, Promise) ?? Promise
                ),
                (
                    roadmap.Signatures.Count > 0 && unsigned.Count == 0,
                    Lacking(
                        unsigned,
                        isPublished
                            ? new Text(
                                "faites signer la version publiée",
                                "have the published version signed"
                            )
                            : new Text(
                                "publiez une version et faites-la signer",
                                "publish a version and have it signed"
                            )
                    )
                ),
            ]
        );
    }

    private static readonly Text Promise = new(
        "écrivez les engagements de chaque membre, sous « Engagements »",
        "write each member's commitments, under commitments"
    );

    private static RoadmapPoint Point(Text name, (bool IsThere, Text? Advice)[] parts)
    {
        var missing = parts.Where(part => !part.IsThere).ToList();
        var state =
            missing.Count == 0 ? RoadmapPointState.Present
            : missing.Count == parts.Length ? RoadmapPointState.Missing
            : RoadmapPointState.Partial;
        return new RoadmapPoint(name, state, [.. missing.Select(part => part.Advice).OfType<Text>()]);
    }

    /// <summary>
    /// The advice, with whom it is about: three names are enough to understand. Null about nobody: then something else
    /// has to be written first.
    /// </summary>
    private static Text? Lacking(IEnumerable<string> names, Text advice)
    {
        var all = names.ToList();
        var shown = string.Join(", ", all.Take(3)) + (all.Count > 3 ? " …" : "");
        return all.Count == 0
            ? null
            : new Text(
                $"{advice.French} ({all.Count}) : {shown}",
                $"{advice.English} ({all.Count}): {shown}"
            );
    }
}

/// <summary>One of the six.</summary>
/// <param name="Name">What the method calls it.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Advice">What to write, and where; empty when it is all there.</param>
public sealed record RoadmapPoint(Text Name, RoadmapPointState State, IReadOnlyList<Text> Advice);

public enum RoadmapPointState
{
    Present,
    Partial,
    Missing,
}
