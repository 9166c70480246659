using System.Globalization;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Connector.Web.Console.Deeds;

/// <summary>Changing values of the territory file.</summary>
internal static class SettingsDeeds
{
    /// <summary>Name of the hidden field with the version of the file that the form was made from.</summary>
    public const string Version = "version";

    public static Task<DeedResult> SaveAsync(Deed deed)
    {
        var group = deed.Http.Request.RouteValues.ContainsKey("group") ? deed.Page.Route("group") : null;
        return group is null
            ? SaveAsync<SettingsPage>(deed, SettingsPart.Network, "/reglages")
            : SaveAsync<SettingsPage>(
                deed,
                SettingsPart.Of(group),
                $"/reglages/groupes/{Uri.EscapeDataString(group)}"
            );
    }

    /// <summary>Writes what a page of forms says of a part of the file.</summary>
    /// <param name="deed">Who, and with what.</param>
    /// <param name="part">Of the file.</param>
    /// <param name="back">The page's address, of the same type.</param>
    /// <param name="more">Values that the page has its own fields for, by their names.</param>
    public static async Task<DeedResult> SaveAsync<TPage>(
        Deed deed,
        SettingsPart part,
        string back,
        IReadOnlyDictionary<string, string>? more = null
    )
        where TPage : IComponent
    {
        if (SettingsBook.Open(deed.Page.Owner!.File, part) is not { } book)
        {
            return Unreadable(deed);
        }

        var wanted = Wanted(deed, book, (await deed.ReadAsync())?.Territory.People ?? [], more);
        if (wanted.Count == 0)
        {
            return deed.Done(back, "Rien n'était à changer.", "There was nothing to change.");
        }

        if (deed.Text(Version) != book.Version)
        {
            return Again<TPage>(deed, Changed(deed, book, wanted), new Dictionary<string, string>());
        }

        if (book.Save(wanted) is { Count: > 0 } problems)
        {
            // Each alone tells which field it is; where only both together are wrong, or right, the whole is told.
            var wrong = book.Judge(wanted)
                .ToDictionary(pair => pair.Key, pair => deed.Told(pair.Value.Take(2)));
            return Again<TPage>(deed, wrong.Count > 0 ? null : deed.Told(problems.Take(3)), wrong);
        }

        return await SavedAsync(deed, back);
    }

    /// <summary>Adds or takes out a map of a list of the file.</summary>
    /// <param name="deed">Who, and with what.</param>
    /// <param name="part">Of the file.</param>
    /// <param name="back">The page's address, of the same type.</param>
    /// <param name="change">Writes; tells what kept it from that.</param>
    public static async Task<DeedResult> ChangeAsync<TPage>(
        Deed deed,
        SettingsPart part,
        string back,
        Func<SettingsBook, IReadOnlyList<Problem>> change
    )
        where TPage : IComponent
    {
        if (SettingsBook.Open(deed.Page.Owner!.File, part) is not { } book)
        {
            return Unreadable(deed);
        }

        var none = new Dictionary<string, string>();
        return deed.Text(Version) != book.Version
                ? Again<TPage>(deed, Meanwhile(deed) + deed.Page.Say(" Recommencez.", " Begin again."), none)
            : change(book) is { Count: > 0 } problems ? Again<TPage>(deed, deed.Told(problems.Take(3)), none)
            : await SavedAsync(deed, back);
    }

    /// <summary>Takes out the map whose number the button says.</summary>
    public static Task<DeedResult> RemoveAsync<TPage>(Deed deed, SettingsPart part, string back)
        where TPage : IComponent =>
        ChangeAsync<TPage>(
            deed,
            part,
            back,
            book =>
                book.Remove(
                    int.TryParse(deed.Text("rang"), CultureInfo.InvariantCulture, out var row) ? row : 0
                )
        );

    private static DeedResult Unreadable(Deed deed) =>
        deed.Trouble(
            "/reglages",
            "Le fichier du territoire ne se lit pas, ou n'a plus ce groupe.",
            "The territory file cannot be read, or has that group no more."
        );

    private static async Task<DeedResult> SavedAsync(Deed deed, string back)
    {
        var services = deed.Http.RequestServices;
        services.GetRequiredService<RightsReader>().Forget(deed.Page.Owner!);
        await services.GetRequiredService<ReadingShelf>().AnewAsync(deed.Page.Owner!, deed.Ct);
        return deed.Done(
            back,
            "C'est enregistré. « Mise en place » montre ce que cela change dans Nextcloud.",
            "It is saved. 'Set-up' shows what it changes in Nextcloud."
        );
    }

    private static Dictionary<string, string> Wanted(
        Deed deed,
        SettingsBook book,
        IReadOnlyList<Person> people,
        IReadOnlyDictionary<string, string>? more
    ) =>
        book.Values()
            .Where(value => deed.IsTicked(value.Name) || more?.ContainsKey(value.Name) is true)
            .Select(value =>
                (
                    value,
                    now: more?.GetValueOrDefault(value.Name)
                        ?? Typed(deed.Text(value.Name).ReplaceLineEndings("\n"), value.Field, people)
                )
            )
            .Where(pair => pair.now != pair.value.Words.Trim())
            .ToDictionary(pair => pair.value.Name, pair => pair.now, StringComparer.Ordinal);

    private static string Typed(string words, SettingField field, IReadOnlyList<Person> people) =>
        field.IsOfPeople ? PeopleLines.Accounts(words, people)
        : field.IsList ? string.Join('\n', SettingsBook.Lines(words))
        : words;

    /// <summary>Both are shown: what was typed stays in the fields, what the file says now is told.</summary>
    private static string Changed(Deed deed, SettingsBook book, Dictionary<string, string> wanted)
    {
        var now = book.Values()
            .Where(value => wanted.ContainsKey(value.Name))
            .Select(value => $"{deed.Page.Say(value.Field.Label)} : « {value.Words} »");
        return Meanwhile(deed)
            + deed.Page.Say(" Il dit maintenant : ", " It says now: ")
            + string.Join(" ; ", now)
            + deed.Page.Say(
                ". Enregistrez de nouveau pour y mettre ce que vous avez écrit.",
                ". Save again to put in what you wrote."
            );
    }

    private static string Meanwhile(Deed deed) =>
        deed.Page.Say(
            "Le fichier du territoire a changé pendant que vous remplissiez ce formulaire : rien n'est écrit, et rien n'est perdu.",
            "The territory file changed while you were filling in this form: nothing is written, and nothing is lost."
        );

    private static DeedResult Again<TPage>(
        Deed deed,
        string? whole,
        IReadOnlyDictionary<string, string> wrong
    )
        where TPage : IComponent =>
        DeedResult.Again<TPage>(new FormTrouble(deed.Form) { Whole = whole, Wrong = wrong });
}
