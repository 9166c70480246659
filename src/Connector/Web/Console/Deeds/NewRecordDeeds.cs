using Connector.Directories;
using Connector.Domain;
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
            var advice = Nearest.Advice(employer, [.. territory.Organisations.Select(one => one.Name)]);
            wrong[RecordFields.Employer.Name] =
                $"{deed.Page.Say($"« {employer} » n'est pas dans l'annuaire, ou y est plusieurs fois.", $"'{employer}' is not in the directory, or more than once.")} {deed.Page.Say(advice)}";
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

    private static (string, string)? PlaceOf(Deed deed, Territory territory, Dictionary<string, string> wrong)
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

        if (!Roles.Contains(role))
        {
            wrong[Role] = deed.Page.Say("Choisissez dans la liste.", "Choose from the list.");
        }

        return (group, role);
    }

    /// <summary>As the directory writes them.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    ["membre", "animation", "coordination", "observateur"];

    private static async Task<DeedResult> WriteAsync(
        Deed deed,
        NewRecord record,
        string path,
        string french,
        string english
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
                    return open.DirectoriesOf(file).For(record.Kind, unopened) is { } directory
                        ? await new AddRun(record).RunAsync(directory, ct)
                        : unopened.Errors;
                }
            );
        return (result ?? problems) is { Count: > 0 } told
            ? DeedResult.Again<NewRecordPage>(new FormTrouble(deed.Form) { Whole = deed.Told(told) })
            : deed.Done($"/annuaire/{path}/{Uri.EscapeDataString(record.Id)}", french, english);
    }

    private static DeedResult Unread(Deed deed) =>
        deed.Trouble(
            "/annuaire",
            "Le réseau ne se lit pas en ce moment : rien n'a été écrit.",
            "The network cannot be read at the moment: nothing was written."
        );
}
