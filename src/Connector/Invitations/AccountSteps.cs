using Connector.Domain;
using Connector.Domain.Territories;

namespace Connector.Invitations;

/// <summary>What whoever administers accounts has to do so that an organisation that is invited gets in.</summary>
internal sealed class AccountSteps(Territory territory, IReadOnlySet<string>? accounts)
{
    public IReadOnlyList<Text> Of(Organisation organisation)
    {
        var people = territory.People.Where(person => person.Organisation == organisation.Id).ToList();
        return people.Count == 0 ? [Nobody(organisation)] : [.. people.Select(Of)];
    }

    private Text Of(Person person)
    {
        var groups = territory
            .Groups.Where(group => group.Participations.Any(place => place.PersonId == person.Id))
            .Select(group => group.Name)
            .ToList();
        var account = Account(person);
        return groups.Count == 0
            ? new Text(
                $"{person.Name} : {account.French} ; aucun groupe ne l'attend encore (feuille « Participation »)",
                $"{person.Name}: {account.English}; no group awaits them yet (sheet 'Participation')"
            )
            : new Text(
                $"{person.Name} : {account.French} ; groupes qui l'attendent : {string.Join(", ", groups)}",
                $"{person.Name}: {account.English}; groups that await them: {string.Join(", ", groups)}"
            );
    }

    private Text Account(Person person)
    {
        if (accounts?.Contains(person.Id) == true)
        {
            return new Text($"le compte « {person.Id} » existe", $"the account '{person.Id}' is there");
        }

        if (territory.CreateAccounts)
        {
            return new Text(
                $"« connector apply » crée le compte « {person.Id} »",
                $"'connector apply' makes the account '{person.Id}'"
            );
        }

        var mail = person.Email is null ? "" : $", {person.Email}";
        return new Text(
            $"créez le compte « {person.Id} » (Comptes > Nouveau compte{mail}), ou invitez la personne avec l'app « Guests »",
            $"make the account '{person.Id}' (Accounts > New account{mail}), or invite them with the app 'Guests'"
        );
    }

    private Text Nobody(Organisation organisation) =>
        territory.CreateAccounts
            ? new Text(
                $"personne ne représente {organisation.Name} : ajoutez quelqu'un aux feuilles « Personnes » et « Participation », puis « connector apply » crée le compte",
                $"nobody represents {organisation.Name}: add somebody to the sheets 'Personnes' and 'Participation'; then 'connector apply' makes the account"
            )
            : new Text(
                $"personne ne représente {organisation.Name} : ajoutez quelqu'un aux feuilles « Personnes » et « Participation », et créez son compte (ou un compte d'invité, app « Guests »)",
                $"nobody represents {organisation.Name}: add somebody to the sheets 'Personnes' and 'Participation', and make the account (or a guest's, app 'Guests')"
            );
}
