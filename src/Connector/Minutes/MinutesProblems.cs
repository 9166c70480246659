using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;

namespace Connector.Minutes;

/// <summary>What stands in the way of reading or publishing minutes, in sentences.</summary>
internal static class MinutesProblems
{
    public static Problem UnknownGroup(string who, IEnumerable<WorkingGroup> groups) =>
        new()
        {
            Code = "unknown-group",
            Message = new Text(
                $"« {who} » n'est pas un groupe de ce territoire.",
                $"'{who}' is not a group of this territory."
            ),
            Remedy = new Text($"Écrivez l'un de : {Ids(groups)}.", $"Write one of: {Ids(groups)}."),
        };

    public static Problem None(WorkingGroup group, DateOnly? day) =>
        new()
        {
            Code = "no-minutes",
            Message = day is null
                ? new Text(
                    $"« {group.Name} » n'a pas de compte-rendu où quelque chose soit écrit.",
                    $"'{group.Name}' has no minutes in which anything is written."
                )
                : new Text(
                    $"« {group.Name} » n'a pas de compte-rendu pour le {day:dd/MM/yyyy}.",
                    $"'{group.Name}' has no minutes for {day:dd/MM/yyyy}."
                ),
            Remedy = new Text(
                "« connector minutes status » dit lesquels existent.",
                "'connector minutes status' tells which there are."
            ),
        };

    public static Problem NotApproved(string path, WrittenMinutes minutes) =>
        new()
        {
            Code = "minutes-not-approved",
            Message = new Text(
                $"« {path} » n'est pas validé (état : « {minutes.State} »).",
                $"'{path}' is not approved (state: '{minutes.State}')."
            ),
            Remedy = new Text(
                "Choisissez « Validé » dans le document, ou publiez quand même avec --anyway.",
                "Choose 'Approved' in the document, or publish all the same with --anyway."
            ),
        };

    private static string Ids(IEnumerable<WorkingGroup> groups) =>
        string.Join(", ", groups.Select(group => group.Id));
}
