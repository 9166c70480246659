using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>What a deed needs to know of the network before it does anything: what the page that led to it showed.</summary>
internal static class DeedReading
{
    /// <summary>Longer lines are no line of a form.</summary>
    private const int Longest = 300;

    /// <returns>Null where the territory's Nextcloud was never read.</returns>
    public static async Task<NetworkReading?> ReadAsync(this Deed deed)
    {
        var shelf = deed.Http.RequestServices.GetRequiredService<ReadingShelf>();
        deed.Page.Read = await shelf.OfAsync(deed.Page.Owner!, deed.Ct);
        return deed.Page.Read.Reading;
    }

    /// <summary>The group of the address, where the one who asks may decide for it.</summary>
    public static WorkingGroup? Led(this Deed deed, NetworkReading? reading, string id) =>
        reading?.Group(id) is { } group && deed.Page.Access!.Rights.MayLead(group.Name) ? group : null;

    /// <summary>Nothing of it exists, or it is not theirs: the same is said of both.</summary>
    public static DeedResult NotYours(this Deed deed, string path) =>
        deed.Trouble(
            path,
            "Rien n'a été changé : cela n'existe plus, ou c'est à l'animation du groupe de le décider.",
            "Nothing was changed: it is there no more, or it is for the group's lead to decide."
        );

    /// <summary>Back to the form, with what was typed and the fields that are wrong.</summary>
    /// <param name="deed">What was sent.</param>
    /// <param name="path">The page of the form.</param>
    /// <param name="wrong">Names of the fields that are wrong.</param>
    /// <param name="typed">Names of the fields whose content is kept.</param>
    public static DeedResult Again(
        this Deed deed,
        string path,
        IReadOnlyList<string> wrong,
        params string[] typed
    )
    {
        var query = typed
            .Select(field => KeyValuePair.Create(field, (string?)Cut(deed.Text(field))))
            .Append(KeyValuePair.Create("faute", (string?)string.Join(',', wrong)));
        return deed.Trouble(
            path + QueryString.Create(query),
            "Rien n'a été fait : un champ est à corriger.",
            "Nothing was done: a field has to be mended."
        );
    }

    /// <summary>Whether words fit on one line of a document: no control character, and not too long.</summary>
    public static bool IsLine(string words, int longest) =>
        words.Length <= longest && !words.Any(char.IsControl);

    public static Text Unread { get; } =
        new(
            "Le Nextcloud n'a pas encore pu être lu ; réessayez dans un instant.",
            "The Nextcloud could not be read yet; try again in a moment."
        );

    private static string Cut(string words) => words.Length > Longest ? words[..Longest] : words;
}
