using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>Changing values of the territory file.</summary>
internal static class SettingsDeeds
{
    /// <summary>Name of the hidden field with the version of the file that the form was made from.</summary>
    public const string Version = "version";

    public static async Task<DeedResult> SaveAsync(Deed deed)
    {
        var group = deed.Http.Request.RouteValues.ContainsKey("group") ? deed.Page.Route("group") : null;
        var back = group is null ? "/reglages" : $"/reglages/groupes/{Uri.EscapeDataString(group)}";
        if (SettingsBook.Open(deed.Page.Owner!.File, group) is not { } book)
        {
            return deed.Trouble(
                "/reglages",
                "Le fichier du territoire ne se lit pas, ou n'a plus ce groupe.",
                "The territory file cannot be read, or has that group no more."
            );
        }

        var wanted = Wanted(deed, book, await PeopleAsync(deed));
        if (wanted.Count == 0)
        {
            return deed.Done(back, "Rien n'était à changer.", "There was nothing to change.");
        }

        if (deed.Text(Version) != book.Version)
        {
            return Again(deed, Changed(deed, book, wanted), new Dictionary<string, string>());
        }

        if (book.Save(wanted) is { Count: > 0 } problems)
        {
            // Each alone tells which field it is; where only both together are wrong, or right, the whole is told.
            var wrong = book.Judge(wanted)
                .ToDictionary(pair => pair.Key, pair => deed.Told(pair.Value.Take(2)));
            return Again(deed, wrong.Count > 0 ? null : deed.Told(problems.Take(3)), wrong);
        }

        await deed
            .Http.RequestServices.GetRequiredService<ReadingShelf>()
            .AnewAsync(deed.Page.Owner, deed.Ct);
        return deed.Done(
            back,
            "C'est enregistré. « Mise en place » montre ce que cela change dans Nextcloud.",
            "It is saved. 'Set-up' shows what it changes in Nextcloud."
        );
    }

    /// <summary>With those of a directory on Nextcloud; none where nothing could be read.</summary>
    private static async Task<IReadOnlyList<Person>> PeopleAsync(Deed deed)
    {
        var shelf = deed.Http.RequestServices.GetRequiredService<ReadingShelf>();
        return (await shelf.OfAsync(deed.Page.Owner!, deed.Ct)).Reading?.Territory.People ?? [];
    }

    private static Dictionary<string, string> Wanted(
        Deed deed,
        SettingsBook book,
        IReadOnlyList<Person> people
    ) =>
        book.Values()
            .Where(value => deed.IsTicked(value.Name))
            .Select(value =>
                (value, now: Typed(deed.Text(value.Name).ReplaceLineEndings("\n"), value.Field, people))
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
        return deed.Page.Say(
                "Le fichier du territoire a changé pendant que vous remplissiez ce formulaire : rien n'est écrit, et rien n'est perdu. ",
                "The territory file changed while you were filling in this form: nothing is written, and nothing is lost. "
            )
            + deed.Page.Say("Il dit maintenant : ", "It says now: ")
            + string.Join(" ; ", now)
            + deed.Page.Say(
                ". Enregistrez de nouveau pour y mettre ce que vous avez écrit.",
                ". Save again to put in what you wrote."
            );
    }

    private static DeedResult Again(Deed deed, string? whole, IReadOnlyDictionary<string, string> wrong) =>
        DeedResult.Again<SettingsPage>(new FormTrouble(deed.Form) { Whole = whole, Wrong = wrong });
}
