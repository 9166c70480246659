using System.Globalization;
using System.Text;
using Connector.Domain.ContentLines;
using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.AddressBooks;

/// <summary>
/// vCards 3.0 (RFC 2426): the version that phones read and that Nextcloud gives out as it was sent; a 4.0 is rewritten on its
/// way (sabre/dav, <c>CardDAV/Plugin.php</c>, convertVCard). Same data, same text.
/// </summary>
public static class CardText
{
    private const string NewLine = "\r\n";

    /// <param name="uid">Stays the same for as long as the organisation does.</param>
    /// <param name="place">What of it is open data; nothing of a person is in it.</param>
    public static string Of(string uid, PlaceRecord place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var name = place[StandardColumn.Name] ?? "";
        var card = Begin(uid, name);
        Line(card, "N", [], "", name, "", "", "");
        Line(card, "ORG", [], name);
        Raw(card, "X-ABSHOWAS:COMPANY");
        if (place[StandardColumn.Commune] is not null || place[StandardColumn.Address] is not null)
        {
            Line(
                card,
                "ADR",
                ["TYPE=WORK"],
                "",
                place[StandardColumn.AddressComplement],
                place[StandardColumn.Address],
                place[StandardColumn.Commune],
                "",
                place[StandardColumn.PostalCode],
                "France"
            );
        }

        Optional(card, "TEL;TYPE=WORK", place[StandardColumn.Telephone]);
        foreach (var mail in place.List(StandardColumn.Emails))
        {
            Optional(card, "EMAIL;TYPE=WORK", mail);
        }

        foreach (var site in place.List(StandardColumn.WebSite))
        {
            Raw(card, $"URL:{OneLine(site)}");
        }

        if (GeoPoint.Of(place) is { } point)
        {
            Raw(card, string.Create(CultureInfo.InvariantCulture, $"GEO:{point.Latitude};{point.Longitude}"));
        }

        return End(card, "Structures");
    }

    /// <summary>What somebody agreed to, and not a word more.</summary>
    /// <param name="uid">Stays the same for as long as the person does.</param>
    /// <param name="person">Who agreed.</param>
    /// <param name="organisation">Name of the person's organisation; null for none.</param>
    public static string Of(string uid, Person person, string? organisation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (first, last) = Parts(person);
        var card = Begin(uid, person.Name);
        Line(card, "N", [], last, first, "", "", "");
        if (organisation is not null)
        {
            Line(card, "ORG", [], organisation);
        }

        if (person.Consent.ListsTelephone)
        {
            var words = person.Telephone;
            Optional(card, "TEL;TYPE=WORK", words is null ? null : TelephoneNumber.Read(words) ?? words);
        }

        if (person.Consent.ListsEmail)
        {
            Optional(card, "EMAIL;TYPE=WORK", person.Email);
        }

        return End(card, "Personnes");
    }

    /// <summary>« Inès », « Le Goff »: a first name that nobody wrote by itself ends at the first space.</summary>
    private static (string First, string Last) Parts(Person person)
    {
        var name = person.Name.Trim();
        if (
            person.FirstName is { Length: > 0 } first
            && name.StartsWith(first, StringComparison.Ordinal)
            && name.Length > first.Length
        )
        {
            return (first, name[first.Length..].Trim());
        }

        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? ("", name) : (name[..space], name[(space + 1)..].Trim());
    }

    private static StringBuilder Begin(string uid, string name)
    {
        var card = new StringBuilder();
        Raw(card, "BEGIN:VCARD");
        Raw(card, "VERSION:3.0");
        Raw(card, "PRODID:-//Connector//FR");
        Line(card, "UID", [], uid);
        Line(card, "FN", [], name);
        return card;
    }

    private static string End(StringBuilder card, string category)
    {
        Raw(card, $"CATEGORIES:{category}");
        Raw(card, "END:VCARD");
        return card.ToString();
    }

    private static void Optional(StringBuilder card, string head, string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            Raw(card, $"{head}:{ContentLine.Escape(words)}");
        }
    }

    private static void Line(
        StringBuilder card,
        string name,
        IReadOnlyList<string> parameters,
        params IReadOnlyList<string?> values
    ) =>
        Raw(
            card,
            string.Join(';', parameters.Prepend(name))
                + ":"
                + string.Join(';', values.Select(value => ContentLine.Escape(value ?? "")))
        );

    private static string OneLine(string words) => words.ReplaceLineEndings(" ");

    private static void Raw(StringBuilder card, string line) =>
        card.Append(ContentLine.Folded(line, NewLine));
}
