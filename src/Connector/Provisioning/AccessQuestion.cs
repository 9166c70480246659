using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Ocs;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>Finds out whom or what a question is about, and answers it.</summary>
internal sealed class AccessQuestion(Territory territory, WorkspaceSnapshot snapshot, EffectiveAccess access)
{
    private readonly List<string> _folders = [.. access.Folders.Select(folder => folder.Path)];
    private readonly List<string> _people = [.. snapshot.Users.Order(StringComparer.Ordinal)];

    /// <summary>Each folder with each group that alone lets its members see it.</summary>
    public IReadOnlyList<GroupAccess> Everything() =>
        [
            .. _folders.SelectMany(path =>
                access
                    .GroupsAt(path)
                    .Order(StringComparer.Ordinal)
                    .Select(group => access.OfGroup(group, path))
                    .Where(given => given.Bits != 0)
            ),
        ];

    /// <summary>Whether the directory or the tree has such a name, so that the server need not be asked.</summary>
    public bool Knows(string who) => Folder(who) is not null || Person(who) is not null;

    public AccessReport Ask(AccessReport report, string who, IReadOnlyList<NextcloudUser> accounts)
    {
        if (Folder(who) is { } path)
        {
            return report with
            {
                Subject = path,
                Entries = Seen([.. access.PeopleAt(path).Order(StringComparer.Ordinal)], [path]),
            };
        }

        var id =
            Person(who)
            ?? accounts.FirstOrDefault(user => Same(user.DisplayName, who) || Same(user.Email, who))?.Id;
        return id is null
            ? report with
            {
                Outcome = RunOutcome.Failed,
                Unknown = who,
                Known = Names(accounts),
            }
            : report with
            {
                Subject = id,
                IsPerson = true,
                Entries = Seen([id], _folders),
            };
    }

    private string? Folder(string who) => _folders.Find(folder => PlanningNames.Same(folder, who.Trim('/')));

    private string? Person(string who)
    {
        var person = territory.People.FirstOrDefault(person =>
            Same(person.Id, who) || Same(person.Name, who) || Same(person.Email, who)
        );
        return _people.Find(user => Same(user, person?.Id ?? who));
    }

    private IReadOnlyList<string> Names(IReadOnlyList<NextcloudUser> accounts) =>
        [
            .. _folders
                .Concat(_people)
                .Concat(territory.People.Select(person => person.Name))
                .Concat(accounts.Select(account => account.DisplayName))
                .Distinct(StringComparer.Ordinal),
        ];

    private IReadOnlyList<AccessEntry> Seen(IReadOnlyList<string> users, IReadOnlyList<string> paths) =>
        [
            .. paths
                .SelectMany(folder => users.Select(user => access.Of(user, folder)))
                .Where(entry => entry.Bits != 0),
        ];

    private static bool Same(string? one, string other) => one is not null && PlanningNames.Same(one, other);
}
