using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Directories;

/// <summary>
/// Brings a server's accounts into a directory, inventing nothing: who is there by identifier is who they are; an organisation
/// is taken only where the profile names it or where one organisation alone has the domain of the person's address.
/// </summary>
/// <param name="territory">With its directory.</param>
/// <param name="groupNames">Name of each of the server's groups, by id.</param>
public sealed class PeopleMerge(Territory territory, IReadOnlyDictionary<string, string> groupNames)
{
    /// <summary>Anybody has an address there.</summary>
    private static readonly HashSet<string> Common =
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "outlook.fr",
        "hotmail.com",
        "hotmail.fr",
        "live.fr",
        "yahoo.fr",
        "yahoo.com",
        "icloud.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "laposte.net",
        "bbox.fr",
        "numericable.fr",
        "protonmail.com",
        "proton.me",
        "gmx.fr",
    ];

    private readonly Dictionary<string, Person> _byId = territory.People.ToDictionary(
        person => person.Id,
        StringComparer.OrdinalIgnoreCase
    );

    private readonly ILookup<string, Person> _byEmail = territory
        .People.Where(person => person.Email is not null)
        .ToLookup(person => person.Email!, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, Person> _byName = territory.People.ToLookup(
        person => Folded.Key(person.Name),
        StringComparer.Ordinal
    );

    private readonly ILookup<string, string> _organisations = territory.Organisations.ToLookup(
        organisation => Folded.Key(organisation.Name),
        organisation => organisation.Id,
        StringComparer.Ordinal
    );

    private readonly ILookup<string, string> _domains = territory
        .Organisations.SelectMany(organisation =>
            Domains(organisation).Distinct().Select(domain => (domain, organisation.Id))
        )
        .ToLookup(pair => pair.domain, pair => pair.Id, StringComparer.Ordinal);

    public IReadOnlyList<PersonResult> Merge(IEnumerable<ServerPerson> people) =>
        [.. people.OrderBy(person => person.Id, StringComparer.Ordinal).Select(Merge)];

    private PersonResult Merge(ServerPerson person)
    {
        if (_byId.TryGetValue(person.Id, out var known))
        {
            return Complete(person, known);
        }

        if (person.Email is { } email && _byEmail[email].FirstOrDefault() is { } same)
        {
            return Undecided(person, SameEmail(same.Id));
        }

        if (_byName[Folded.Key(person.Name)].FirstOrDefault() is { } namesake)
        {
            return Undecided(person, SameName(namesake.Id));
        }

        var (id, name) = OrganisationOf(person);
        return new PersonResult
        {
            Person = person,
            Outcome = PersonOutcome.Added,
            Organisation = id,
            NewOrganisation = name,
            Places = Places(person),
        };
    }

    private PersonResult Complete(ServerPerson person, Person known)
    {
        var (id, name) = known.Organisation is null ? OrganisationOf(person) : default;
        var email = known.Email is null ? person.Email : null;
        var places = Places(person with { Id = known.Id });
        return new PersonResult
        {
            Person = person with { Id = known.Id },
            Outcome =
                id is null && name is null && email is null && places.Count == 0
                    ? PersonOutcome.Unchanged
                    : PersonOutcome.Completed,
            Organisation = id,
            NewOrganisation = name,
            FilledEmail = email,
            Places = places,
        };
    }

    /// <summary>The profile's word; else the one organisation whose own address or site has the domain of the person's.</summary>
    private (string? Id, string? NewName) OrganisationOf(ServerPerson person)
    {
        if (person.Organisation?.Trim() is { Length: > 0 } profile)
        {
            var named = _organisations[Folded.Key(profile)].Take(2).ToList();
            return named.Count switch
            {
                0 => (null, profile),
                1 => (named[0], null),
                // Several offices of one name: which one, the profile does not say.
                _ => default,
            };
        }

        var domain = DomainOf(person.Email);
        return domain is not null && _domains[domain].Distinct().Take(2).ToList() is [var only]
            ? (only, null)
            : default;
    }

    private List<(string, GroupRole)> Places(ServerPerson person)
    {
        var places = new List<(string, GroupRole)>();
        foreach (var group in territory.Groups)
        {
            if (
                RoleIn(group, person) is { } role
                && !group.Participations.Any(one => one.PersonId == person.Id)
            )
            {
                places.Add((group.Id, role));
            }
        }

        return places;
    }

    private GroupRole? RoleIn(WorkingGroup group, ServerPerson person) =>
        person.Groups.Contains(WorkspaceGroups.Leads(group)) ? GroupRole.Lead
        : person.Groups.Contains(group.Id) ? GroupRole.Member
        : person.Groups.Contains(WorkspaceGroups.Observers(group)) ? GroupRole.Observer
        : person.Groups.Any(id =>
            groupNames.TryGetValue(id, out var name) && Folded.Key(name) == Folded.Key(group.Name)
        )
            ? GroupRole.Member
        : null;

    private static IEnumerable<string> Domains(Organisation organisation)
    {
        var mails = organisation.Place.List(StandardColumn.Emails);
        foreach (var domain in mails.Select(DomainOf).OfType<string>())
        {
            yield return domain;
        }

        if (Uri.TryCreate(organisation.WebSite, UriKind.Absolute, out var site))
        {
            var host = site.Host.ToLowerInvariant();
            yield return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        }
    }

    private static string? DomainOf(string? email) =>
        email?.Split('@') is [_, { Length: > 0 } domain] && !Common.Contains(domain.ToLowerInvariant())
            ? domain.ToLowerInvariant()
            : null;

    private static PersonResult Undecided(ServerPerson person, Text reason) =>
        new()
        {
            Person = person,
            Outcome = PersonOutcome.Undecided,
            Reason = reason,
        };

    private static Text SameEmail(string id) =>
        new(
            $"même courriel que « {id} » : si c'est la même personne, écrivez ce nom de compte à la place de cet identifiant",
            $"same e-mail as '{id}': where it is the same person, write this account name in place of that identifier"
        );

    private static Text SameName(string id) =>
        new(
            $"même nom que « {id} » : si c'est la même personne, écrivez ce nom de compte à la place de cet identifiant",
            $"same name as '{id}': where it is the same person, write this account name in place of that identifier"
        );
}
