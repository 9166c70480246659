using System.Globalization;
using Connector.Domain;
using Connector.TerritoryFiles.Beginning;
using Connector.Web.Console.Pages.FirstRun;

namespace Connector.Web.Console.FirstRun;

/// <summary>
/// Steps 3 and 4: the territory with who coordinates it, and the groups with their meetings. What was typed is kept at every press of a
/// button, right or wrong.
/// </summary>
internal static class TerritoryDeeds
{
    public const string Go = "continuer";
    public const string Add = "ajouter";
    public const string Usual = "habituel";
    public const string Remove = "retirer-";

    /// <summary>Of groups or people; more is work for the directory.</summary>
    public const int Most = 30;

    public static Task<DeedResult> SayAsync(Deed deed)
    {
        var shelf = deed.Http.RequestServices.GetRequiredService<FirstRunShelf>();
        var draft = shelf.Read();
        var said = Territory(deed, draft.Territory);
        var press = deed.Text("faire");
        if (press == Add || press.StartsWith(Remove, StringComparison.Ordinal))
        {
            said = said with { Coordinators = Changed(said.Coordinators, press, new NewPerson()) };
            shelf.Keep(draft with { Territory = said, HasTerritory = false });
            return Stay<TerritoryPage>(deed);
        }

        said = said with { Coordinators = Named(said.Coordinators) };
        var wrong = Told(deed, NewTerritoryCheck.Territory(said));
        shelf.Keep(draft with { Territory = said, HasTerritory = wrong.Count == 0 });
        return Ended<TerritoryPage>(deed, wrong, FirstRunRoutes.Groups);
    }

    public static Task<DeedResult> GroupsAsync(Deed deed)
    {
        var shelf = deed.Http.RequestServices.GetRequiredService<FirstRunShelf>();
        var draft = shelf.Read();
        var groups = Groups(deed);
        var press = deed.Text("faire");
        if (press != Go)
        {
            var fresh =
                press == Usual
                    ? UsualGroups.All.FirstOrDefault(group => group.Name == deed.Text("usuel"))
                    : new NewGroup();
            groups = fresh is null ? groups : Changed(groups, press == Usual ? Add : press, fresh);
            Keep(wrong: true);
            return Stay<GroupsPage>(deed);
        }

        var wrong = Told(deed, NewTerritoryCheck.Groups(groups));
        if (groups.Count == 0)
        {
            wrong["groupes"] = deed.Page.Say(
                "Gardez au moins un groupe ou comité : c'est lui qui aura un dossier et un agenda.",
                "Keep one group or committee at least: it is what gets a folder and a calendar."
            );
        }

        Keep(wrong.Count > 0);
        return Ended<GroupsPage>(deed, wrong, FirstRunRoutes.Create);

        void Keep(bool wrong) =>
            shelf.Keep(
                draft with
                {
                    Territory = draft.Territory with { Groups = groups },
                    HasGroups = !wrong,
                }
            );
    }

    private static NewTerritory Territory(Deed deed, NewTerritory before) =>
        before with
        {
            Name = deed.Text("nom"),
            Scope = deed.Text("perimetre"),
            Purpose = deed.Text("raison").ReplaceLineEndings("\n"),
            TimeZone = deed.Text("fuseau"),
            Holidays = FirstRunChoices.Holidays.Any(one => one.Words == deed.Text("feries"))
                ? deed.Text("feries")
                : before.Holidays,
            Organisation = deed.Text("structure"),
            CreateAccounts = deed.IsTicked("comptes"),
            Coordinators =
            [
                .. Rows(
                    deed,
                    "personne-nom",
                    index => new NewPerson
                    {
                        FirstName = At(deed, "personne-prenom", index),
                        Name = At(deed, "personne-nom", index),
                        Email = At(deed, "personne-courriel", index),
                        Account = At(deed, "personne-compte", index),
                    }
                ),
            ],
        };

    private static IReadOnlyList<NewGroup> Groups(Deed deed) =>
        [
            .. Rows(
                deed,
                "nom",
                index => new NewGroup
                {
                    Name = At(deed, "nom", index),
                    IsCommittee = At(deed, "genre", index) == "comite",
                    Purpose = At(deed, "raison", index).ReplaceLineEndings("\n"),
                    Rule = At(deed, "regle", index),
                    Place = At(deed, "lieu", index),
                }
            ),
        ];

    /// <summary>Rows that were left empty are none, but for the first.</summary>
    private static IReadOnlyList<NewPerson> Named(IReadOnlyList<NewPerson> people) =>
        people.Where(person => !person.IsEmpty).ToList() is { Count: > 0 } named ? named : [new NewPerson()];

    private static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> rows, string press, T fresh) =>
        press == Add ? [.. rows.Take(Most - 1), fresh]
        : press.StartsWith(Remove, StringComparison.Ordinal)
        && int.TryParse(press[Remove.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var gone)
            ? [.. rows.Where((_, index) => index != gone)]
        : rows;

    /// <summary>Each field of a row is sent under one name: the rows are their values in order.</summary>
    private static IEnumerable<T> Rows<T>(Deed deed, string field, Func<int, T> row) =>
        Enumerable.Range(0, Math.Min(Most, deed.Form[field].Count)).Select(row);

    private static string At(Deed deed, string field, int index) =>
        deed.Form[field] is var values && index < values.Count ? values[index]?.Trim() ?? "" : "";

    private static Dictionary<string, string> Told(Deed deed, IReadOnlyDictionary<string, Text> wrong) =>
        wrong.ToDictionary(pair => pair.Key, pair => deed.Page.Say(pair.Value), StringComparer.Ordinal);

    private static Task<DeedResult> Stay<TPage>(Deed deed)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        Task.FromResult(
            DeedResult.Again<TPage>(new FormTrouble(deed.Form)) with
            {
                Status = StatusCodes.Status200OK,
                Outcome = Domain.Auditing.AuditOutcome.Done,
            }
        );

    private static Task<DeedResult> Ended<TPage>(
        Deed deed,
        IReadOnlyDictionary<string, string> wrong,
        string next
    )
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        Task.FromResult(
            wrong.Count > 0
                ? DeedResult.Again<TPage>(new FormTrouble(deed.Form) { Wrong = wrong })
                : new DeedResult(next, null)
        );
}
