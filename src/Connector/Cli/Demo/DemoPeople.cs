using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Cli.Demo;

/// <summary>A sign-in to try, and what it shows.</summary>
internal sealed record DemoPerson(string UserId, string Password, string Name, Text Meaning);

/// <summary>
/// Three accounts of the sample with a password that the demo can print: a coordinator, a lead, a member. The others
/// are made by the apply itself, with passwords that nobody knows.
/// </summary>
internal static class DemoPeople
{
    private const string Password = "demonstration";

    public static async Task<IReadOnlyList<DemoPerson>> CreateAsync(
        NextcloudClient client,
        Territory territory,
        CancellationToken ct
    )
    {
        var people = new List<DemoPerson>();
        foreach (var (id, meaning) in Choose(territory))
        {
            var person = territory.People.Single(person => person.Id == id);
            await client.Users.Create(
                new NewUser
                {
                    Id = id,
                    DisplayName = person.Name,
                    Email = person.Email,
                    Password = Password,
                },
                ct
            );
            people.Add(new DemoPerson(id, Password, person.Name, meaning));
        }

        return people;
    }

    /// <summary>Who they will be.</summary>
    public static IReadOnlyCollection<string> Accounts(Territory territory) =>
        [.. Choose(territory).Select(one => one.Id)];

    private static IEnumerable<(string Id, Text Meaning)> Choose(Territory territory)
    {
        var coordinator = territory.Coordinators[0];
        yield return (coordinator, new Text("coordination", "coordinator"));
        var group = territory.Groups.First(group => group.Kind == GroupKind.WorkingGroup);
        var taken = new HashSet<string>(territory.Coordinators, StringComparer.Ordinal);
        foreach (var role in new[] { GroupRole.Lead, GroupRole.Member })
        {
            var someone = group.Participations.FirstOrDefault(item =>
                item.Role == role && taken.Add(item.PersonId)
            );
            if (someone is not null)
            {
                var what =
                    role == GroupRole.Lead
                        ? new Text($"animation de « {group.Name} »", $"leads '{group.Name}'")
                        : new Text($"membre de « {group.Name} »", $"member of '{group.Name}'");
                yield return (someone.PersonId, what);
            }
        }
    }
}
