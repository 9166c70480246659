using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Web.Sessions;

namespace Connector.Web.Console.Readings;

/// <summary>What of a network concerns who looks at it.</summary>
internal static class Mine
{
    /// <summary>Who is signed in, in the directory; null for somebody it does not have.</summary>
    public static Person? Person(PageScope page) =>
        page.Http.User.UserId() is { } user
            ? page.Reading.Territory.People.FirstOrDefault(person => person.Id == user)
            : null;

    /// <summary>Groups that they take part in, in the order of the file.</summary>
    public static IEnumerable<WorkingGroup> Groups(PageScope page) =>
        Person(page) is { } me
            ? page.Reading.Territory.Groups.Where(group =>
                group.Participations.Any(item => item.PersonId == me.Id)
            )
            : [];

    /// <summary>Actions that name them, or their organisation, in « Qui ».</summary>
    public static IEnumerable<TrackedAction> Actions(PageScope page, bool onlyOpen = true)
    {
        if (Person(page) is not { } me)
        {
            return [];
        }

        var organisation = page
            .Reading.Territory.Organisations.FirstOrDefault(one => one.Id == me.Organisation)
            ?.Name;
        var names = new[] { me.Name, organisation }
            .OfType<string>()
            .Select(name => Folded.Words(name))
            .ToList();
        return page.Reading.Actions.Actions.Where(action =>
            (action.Words.IsOpen || !onlyOpen)
            && names.Any(name => Folded.Words(action.Words.Who).Contains(name, StringComparison.Ordinal))
        );
    }
}
