using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Records;

namespace Connector.TerritoryFiles;

/// <summary>Where the things that plans speak of are written, so that a plan can say who asks for what.</summary>
internal static class TerritoryPlaces
{
    public static IReadOnlyDictionary<string, SourcePlace> Of(TerritoryDraft draft)
    {
        var places = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        foreach (var group in draft.Committees.Concat(draft.WorkingGroups))
        {
            var id = group.Id.Value;
            places.TryAdd(WorkspaceKeys.Area(id), group.Id.Place);
            foreach (var person in group.People.Values.SelectMany(people => people))
            {
                places.TryAdd(WorkspaceKeys.Member($"group:{id}", person.Value), person.Place);
            }

            foreach (var meeting in group.Meetings)
            {
                places.TryAdd(WorkspaceKeys.Event(id, meeting.Id.Value), meeting.Id.Place);
            }
        }

        foreach (var organisation in draft.Organisations)
        {
            places.TryAdd(WorkspaceKeys.Organisation(organisation.Id.Value), organisation.Id.Place);
        }

        foreach (var person in draft.People)
        {
            places.TryAdd($"account:{person.Id.Value}", person.Id.Place);
            foreach (var participation in person.Groups)
            {
                var key = WorkspaceKeys.Member($"group:{participation.Group.Value}", person.Id.Value);
                places.TryAdd(key, participation.Group.Place);
            }
        }

        return places;
    }
}
