using System.Globalization;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Identifiers that are fine by themselves but would become the same thing on the server as something else, or
/// something that the server keeps for itself.
/// </summary>
internal static class WorkspaceCheck
{
    /// <summary>Nextcloud's own limit for the id of a group (<c>oc_groups.gid</c>).</summary>
    private const int LongestGroupId = 64;

    /// <summary>« admin » is Nextcloud's: its members administer the whole server.</summary>
    private static readonly string[] Reserved =
    [
        WorkspaceGroups.Network,
        WorkspaceGroups.Coordination,
        WorkspaceGroups.Service,
        "admin",
    ];

    public static IReadOnlyList<Problem> Of(Territory territory) =>
        [
            .. ReservedGroups(territory),
            .. LongGroups(territory),
            .. CollidingGroups(territory),
            .. CollidingEvents(territory),
            .. CollidingPeople(territory),
        ];

    private static IEnumerable<Problem> ReservedGroups(Territory territory) =>
        territory
            .Groups.Where(group => Reserved.Contains(group.Id, StringComparer.OrdinalIgnoreCase))
            .Select(group => new Problem
            {
                Code = "reserved-group-id",
                Message = new Text(
                    $"L'identifiant « {group.Id} » du groupe « {group.Name} » est déjà celui d'un groupe Nextcloud que Connector ou le serveur utilise.",
                    $"The id '{group.Id}' of the group '{group.Name}' is already that of a Nextcloud group which Connector or the server uses."
                ),
                Remedy = new Text(
                    $"Écrivez un autre identifiant, par exemple « gt-{group.Id} ».",
                    $"Write another id, for instance 'gt-{group.Id}'."
                ),
            });

    private static IEnumerable<Problem> LongGroups(Territory territory)
    {
        var most = LongestGroupId - NextcloudGroups("").Max(id => id.Length);
        return territory
            .Groups.Where(group => group.Id.Length > most)
            .Select(group => new Problem
            {
                Code = "long-group-id",
                Message = new Text(
                    $"L'identifiant « {group.Id} » a {Number(group.Id.Length)} caractères : c'est trop pour Nextcloud.",
                    $"The id '{group.Id}' has {Number(group.Id.Length)} characters: too many for Nextcloud."
                ),
                Remedy = new Text(
                    $"Écrivez-en un de {Number(most)} caractères au plus.",
                    $"Write one of {Number(most)} characters or fewer."
                ),
            });
    }

    private static IEnumerable<Problem> CollidingGroups(Territory territory) =>
        territory
            .Groups.SelectMany(group => NextcloudGroups(group.Id).Select(id => (Id: id, Group: group)))
            .GroupBy(pair => pair.Id, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same =>
            {
                var (first, second) = (same.First().Group, same.ElementAt(1).Group);
                return new Problem
                {
                    Code = "colliding-group-id",
                    Message = new Text(
                        $"Les groupes « {first.Id} » et « {second.Id} » auraient besoin tous deux du groupe Nextcloud « {same.Key} ».",
                        $"The groups '{first.Id}' and '{second.Id}' would both need the Nextcloud group '{same.Key}'."
                    ),
                    Remedy = new Text(
                        $"Donnez à l'un des deux un autre identifiant ; « {WorkspaceGroups.LeadsEnding} » et « {WorkspaceGroups.ObserversEnding} » sont les fins que Connector ajoute.",
                        $"Give one of them another id; '{WorkspaceGroups.LeadsEnding}' and '{WorkspaceGroups.ObserversEnding}' are the endings that Connector adds."
                    ),
                };
            });

    private static IEnumerable<Problem> CollidingEvents(Territory territory) =>
        territory
            .Groups.SelectMany(group => group.Meetings.Select(series => (Group: group, Series: series)))
            .GroupBy(pair => $"{pair.Group.Id}-{pair.Series.Id}", StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same =>
            {
                var (first, second) = (same.First(), same.ElementAt(1));
                return new Problem
                {
                    Code = "colliding-event-id",
                    Message = new Text(
                        $"Les séries « {first.Series.Id} » de « {first.Group.Id} » et « {second.Series.Id} » de « {second.Group.Id} » donneraient le même événement « {same.Key} ».",
                        $"The series '{first.Series.Id}' of '{first.Group.Id}' and '{second.Series.Id}' of '{second.Group.Id}' would give the same event '{same.Key}'."
                    ),
                    Remedy = new Text(
                        "Donnez à l'une des deux un autre identifiant.",
                        "Give one of them another id."
                    ),
                };
            });

    private static IEnumerable<Problem> CollidingPeople(Territory territory) =>
        territory
            .People.GroupBy(person => person.Id, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => new Problem
            {
                Code = "colliding-person-id",
                Message = new Text(
                    $"« {same.First().Id} » ({same.First().Name}) et « {same.ElementAt(1).Id} » ({same.ElementAt(1).Name}) sont un seul compte pour Nextcloud, qui ne distingue pas les majuscules.",
                    $"'{same.First().Id}' ({same.First().Name}) and '{same.ElementAt(1).Id}' ({same.ElementAt(1).Name}) are one account to Nextcloud, which does not tell capitals apart."
                ),
                Remedy = new Text(
                    "Donnez à l'une des deux personnes un autre identifiant.",
                    "Give one of the two people another id."
                ),
            });

    /// <summary>Every group that the working group may need, now or once it has leads and observers.</summary>
    private static IEnumerable<string> NextcloudGroups(string id) =>
        [id, id + WorkspaceGroups.LeadsEnding, id + WorkspaceGroups.ObserversEnding];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
