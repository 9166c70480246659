using Connector.Domain.Territories;
using Connector.TerritoryFiles.Records;

namespace Connector.TerritoryFiles;

/// <summary>
/// Who is in which group: written at the group, at the person, or both. Somebody written twice keeps the highest
/// role.
/// </summary>
internal sealed class Memberships
{
    private readonly Dictionary<string, Dictionary<string, GroupRole>> _byGroup = new(StringComparer.Ordinal);
    private readonly References _references;

    public Memberships(TerritoryDraft draft, References references)
    {
        _references = references;
        foreach (var group in draft.Committees.Concat(draft.WorkingGroups))
        {
            foreach (var (role, people) in group.People)
            {
                foreach (var person in people.Where(person => references.Person(person)))
                {
                    Put(group.Id.Value, person.Value, role);
                }
            }
        }
    }

    /// <summary>Takes the groups that are written at a person; unknown ones are reported.</summary>
    public void Add(PersonDraft person)
    {
        foreach (var participation in person.Groups.Where(place => _references.Group(place.Group)))
        {
            Put(participation.Group.Value, person.Id.Value, participation.Role);
        }
    }

    /// <summary>Each person once: coordination, leads, members, observers; else in the order written.</summary>
    public IReadOnlyList<Participation> Of(GroupDraft group) =>
        _byGroup.TryGetValue(group.Id.Value, out var people)
            ?
            [
                .. people
                    .Select(person => new Participation(person.Key, person.Value))
                    .OrderBy(participation => participation.Role),
            ]
            : [];

    private void Put(string group, string person, GroupRole role)
    {
        if (!_byGroup.TryGetValue(group, out var people))
        {
            _byGroup[group] = people = new Dictionary<string, GroupRole>(StringComparer.Ordinal);
        }

        people[person] = people.TryGetValue(person, out var before) && before < role ? before : role;
    }
}
