using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>Adding an organisation or a person to the directory.</summary>
internal static class NewRecordDeeds
{
    public const string Group = "groupe";
    public const string Role = "role-groupe";

    public static async Task<DeedResult> AddOrganisationAsync(Deed deed)
    {
        if (await deed.ReadAsync() is not { Territory: var territory })
        {
            return Unread(deed);
        }

        var words = Words(deed, RecordKind.Organisation);
        var wrong = RecordDeeds.Wrong(deed, words);
        var name = deed.Text("nom");
        if (territory.Organisations.FirstOrDefault(one => IsSame(one, deed)) is { } same)
        {
            wrong.TryAdd(
                "nom",
                deed.Page.Say(
                    $"« {same.Name} » est déjà dans l'annuaire ({same.Id}).",
                    $"'{same.Name}' is in the directory already ({same.Id})."
                )
            );
        }
        else if (name.Length > 0 && Slug.Of(name).Length == 0)
        {
            wrong.TryAdd(
                "nom",
                deed.Page.Say("Il y faut une lettre ou un chiffre.", "It needs a letter or a digit.")
            );
        }

        var taken = territory.Organisations.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return wrong.Count > 0
            ? DeedResult.Again<NewRecordPage>(new FormTrouble(deed.Form) { Wrong = wrong })
            : await WriteAsync(
                deed,
                new NewRecord
                {
                    Kind = RecordKind.Organisation,
                    Id = Free(Slug.Of(name), taken),
                    Words = Said(words),
                },
                "structures",
                "La structure est ajoutée à l'annuaire.",
                "The organisation is added to the directory."
            );
    }

    public static async Task<DeedResult> AddPersonAsync(Deed deed)
    {
        if (await deed.ReadAsync() is not { Territory: var territory })
        {
            return Unread(deed);
        }

        var id = RecordFields.IdOf(RecordKind.Person);
        var account = deed.Text(id.Name) is { Length: > 0 } typed ? typed : Account(deed);
        var words = Words(deed, RecordKind.Person);
        var wrong = RecordDeeds.Wrong(deed, [.. words, (id, account)]);
        if (territory.People.Any(one => string.Equals(one.Id, account, StringComparison.OrdinalIgnoreCase)))
        {
            wrong[id.Name] = deed.Page.Say(
                $"« {account} » est déjà dans l'annuaire. Pour quelqu'un d'autre du même nom, donnez un autre compte.",
                $"'{account}' is in the directory already. For somebody else of that name, give another account."
            );
        }

        var employer = deed.Text(RecordFields.Employer.Name);
        var organisation = Find(territory, employer);
        if (employer.Length > 0 && organisation is null)
        {
            wrong[RecordFields.Employer.Name] = Unknown(deed, territory, employer);
        }

        var place = PlaceOf(deed, territory, wrong);
        return wrong.Count > 0
            ? DeedResult.Again<NewRecordPage>(new FormTrouble(deed.Form) { Wrong = wrong })
            : await WriteAsync(
                deed,
                new NewRecord
                {
                    Kind = RecordKind.Person,
                    Id = account,
                    Words = Said([.. words, (RecordFields.Employer, organisation?.Id ?? "")]),
                    Place = place,
                },
                "personnes",
                "La personne est ajoutée à l'annuaire ; son compte et ses accès suivent à la prochaine mise en place.",
                "The person is added to the directory; their account and access follow with the next set-up."
            );
    }

    /// <summary>A place in another group for somebody who is in the directory.</summary>
    public static async Task<DeedResult> JoinAsync(Deed deed)
    {
        var id = deed.Page.Route("person");
        if (
            await deed.ReadAsync() is not { Territory: var territory }
            || territory.People.All(one => one.Id != id)
        )
        {
            return Unread(deed);
        }

        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        var place = PlaceOf(deed, territory, wrong);
        if (place is null)
        {
            wrong[Group] = deed.Page.Say("Choisissez un groupe.", "Choose a group.");
        }
        else if (
            territory.Groups.Any(group =>
                group.Id == place.Group && group.Participations.Any(one => one.PersonId == id)
            )
        )
        {
            wrong[Group] = deed.Page.Say(
                "Cette personne y est déjà. Son rôle se change dans l'annuaire lui-même.",
                "This person is in it already. Their role is changed in the directory itself."
            );
        }

        if (wrong.Count > 0)
        {
            return DeedResult.Again<PersonPage>(new FormTrouble(deed.Form) { Wrong = wrong });
        }

        var problems = await OpenAsync(
            deed,
            (directories, unopened) => directories.Of(RecordKind.Person, id, unopened),
            (directory, ct) => AddRun.RunAsync(directory, id, place!, ct)
        );
        return problems.Count > 0
            ? DeedResult.Again<PersonPage>(new FormTrouble(deed.Form) { Whole = deed.Told(problems) })
            : deed.Done(
                $"/annuaire/personnes/{Uri.EscapeDataString(id)}",
                "C'est écrit dans l'annuaire ; ses accès suivent à la prochaine mise en place.",
                "It is written in the directory; their access follows with the next set-up."
            );
    }

    private static List<(RecordField Field, string Words)> Words(Deed deed, RecordKind kind) =>
        [.. RecordFields.Of(kind).Select(field => (field, deed.Text(field.Name).ReplaceLineEndings("\n")))];

    private static List<(RecordField Field, string Words)> Said(
        IEnumerable<(RecordField Field, string Words)> words
    ) => [.. words.Where(one => one.Words.Length > 0)];

    /// <summary>The same number, or the same name in the same commune.</summary>
    private static bool IsSame(Organisation one, Deed deed) =>
        (deed.Text("pivot") is { Length: > 0 } pivot && Folded.Key(pivot) == Folded.Key(one.Pivot ?? ""))
        || (
            Folded.Key(deed.Text("nom")) == Folded.Key(one.Name)
            && Folded.Key(deed.Text("commune")) == Folded.Key(one.Commune ?? "")
        );

    private static string Free(string id, HashSet<string> taken) =>
        Enumerable
            .Range(1, taken.Count + 1)
            .Select(number => number == 1 ? id : FormattableString.Invariant($"{id}-{number}"))
            .First(candidate => !taken.Contains(candidate));

    /// <summary>« ines.le-goff »</summary>
    private static string Account(Deed deed) =>
        string.Join(
            '.',
            new[] { deed.Text("prenom"), deed.Text("nom") }.Select(Slug.Of).Where(part => part.Length > 0)
        );

    /// <summary>By its identifier, or by a name that no other has.</summary>
    private static Organisation? Find(Territory territory, string words)
    {
        var key = Folded.Key(words);
        var named = territory.Organisations.Where(one => Folded.Key(one.Name) == key).Take(2).ToList();
        return words.Length == 0 ? null
            : territory.Organisations.FirstOrDefault(one => one.Id == words) is { } known ? known
            : named is [var single] ? single
            : null;
    }

    private static string Unknown(Deed deed, Territory territory, string words)
    {
        var found = DirectorySearch.Organisations(territory, new DirectoryQuestion { Words = words });
        var meant = found.Count is > 0 and <= 3
            ? string.Join(" / ", found.Select(one => one.Name))
            : Nearest.To(words, territory.Organisations.Select(one => one.Name));
        return meant is null
            ? deed.Page.Say(
                $"« {words} » n'est pas dans l'annuaire, ou y est plusieurs fois. Cherchez son nom exact, ou ajoutez d'abord la structure.",
                $"'{words}' is not in the directory, or more than once. Search for its exact name, or add the organisation first."
            )
            : deed.Page.Say(
                $"« {words} » n'est pas dans l'annuaire, ou y est plusieurs fois. Vouliez-vous écrire « {meant} » ?",
                $"'{words}' is not in the directory, or more than once. Did you mean '{meant}'?"
            );
    }

    /// <summary>The group and the role of the form; null where no group is chosen.</summary>
    public static GroupPlace? PlaceOf(Deed deed, Territory territory, Dictionary<string, string> wrong)
    {
        var (group, role) = (deed.Text(Group), deed.Text(Role));
        if (group.Length == 0)
        {
            return null;
        }

        if (territory.Groups.All(one => one.Id != group))
        {
            wrong[Group] = deed.Page.Say("Choisissez dans la liste.", "Choose from the list.");
        }

        if (!GroupPlace.Roles.Contains(role))
        {
            wrong[Role] = deed.Page.Say("Choisissez dans la liste.", "Choose from the list.");
        }

        return new GroupPlace(group, role);
    }

    private static async Task<DeedResult> WriteAsync(
        Deed deed,
        NewRecord record,
        string path,
        string french,
        string english
    )
    {
        var problems = await OpenAsync(
            deed,
            (directories, unopened) => directories.For(record.Kind, unopened),
            (directory, ct) => AddRun.RunAsync(directory, record, ct)
        );
        return problems.Count > 0
            ? DeedResult.Again<NewRecordPage>(new FormTrouble(deed.Form) { Whole = deed.Told(problems) })
            : deed.Done($"/annuaire/{path}/{Uri.EscapeDataString(record.Id)}", french, english);
    }

    /// <returns>What kept it from being written; none when it was.</returns>
    private static async Task<IReadOnlyList<Problem>> OpenAsync(
        Deed deed,
        Func<OwnDirectories, ProblemList, IOwnDirectory?> choose,
        Func<IOwnDirectory, CancellationToken, Task<IReadOnlyList<Problem>>> write
    )
    {
        var file = deed.Page.Owner!.File;
        var (result, problems) = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(
                deed.Page.Owner,
                async (open, ct) =>
                {
                    var unopened = new ProblemList(file);
                    return choose(open.DirectoriesOf(file), unopened) is { } directory
                            ? await write(directory, ct)
                        : unopened.Any ? unopened.Errors
                        : [RecordDeeds.Gone];
                }
            );
        return result ?? problems;
    }

    private static DeedResult Unread(Deed deed) =>
        deed.Trouble(
            "/annuaire",
            "Le réseau ne se lit pas en ce moment : rien n'a été écrit.",
            "The network cannot be read at the moment: nothing was written."
        );
}
