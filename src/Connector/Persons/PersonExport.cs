using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>Everything that is kept about somebody, as it is given to them. The coordinator's private notes are no part of it.</summary>
internal sealed record PersonExport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Network { get; init; }

    public required string Day { get; init; }

    /// <summary>What the directory says: name of the field, value.</summary>
    public required IReadOnlyDictionary<string, string> Person { get; init; }

    /// <summary>Groups, and the part taken in them.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>The card in the network's address book; null for none.</summary>
    public required string? Card { get; init; }

    /// <summary>Lines of the register of signatures that name the person.</summary>
    public required IReadOnlyList<JsonElement> Signatures { get; init; }

    /// <summary>Documents, calendars, tables and files in which the person is named.</summary>
    public required IReadOnlyList<string> NamedIn { get; init; }

    /// <summary>What may be asked for, and of whom.</summary>
    public required IReadOnlyList<string> Rights { get; init; }

    public static IReadOnlyDictionary<string, string> Of(Territory territory, Person person)
    {
        var consent = person.Consent;
        var organisation = territory.Organisations.FirstOrDefault(one => one.Id == person.Organisation);
        (string Name, string? Value)[] fields =
        [
            ("identifiant", person.Id),
            ("nom", person.Name),
            ("courriel professionnel", person.Email),
            ("téléphone professionnel", person.Telephone),
            ("structure", organisation?.Name ?? person.Organisation),
            ("élu", person.IsElected ? "oui" : null),
            ("coordination", territory.Coordinators.Contains(person.Id) ? "oui" : null),
            (
                "référent de",
                string.Join(
                    ", ",
                    territory.Organisations.Where(one => one.Referent == person.Id).Select(one => one.Name)
                )
            ),
            ("informé le", Day(consent.InformedOn)),
            ("accord pour le carnet", Agreed(consent.Agreed)),
            ("accord le", Day(consent.AgreedOn)),
            ("opposition le", Day(consent.ObjectedOn)),
            ("dernier contact", Day(consent.LastContact)),
        ];
        return fields
            .Where(field => !string.IsNullOrEmpty(field.Value))
            .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal);

        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>A whole page, readable without anything else.</summary>
    public string Html()
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<meta name=\"generator\" content=\"{HtmlFile.Generator}\">\n"
        );
        page.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>Données gardées – {Text(Network)}</title>\n");
        page.Append(
            "<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
                + "th{text-align:left;padding-right:1rem;vertical-align:top}pre{white-space:pre-wrap;background:#f2f2f2;padding:1rem}</style>\n"
        );
        page.Append("</head>\n<body>\n<main>\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h1>Données gardées à votre sujet</h1>\n<p>{Text(Network)}, le {Text(Day)}.</p>\n"
        );
        Table(page, "Ce que dit l'annuaire", Person);
        Table(page, "Vos groupes", Groups);
        page.Append("<h2>Votre carte au carnet d'adresses du réseau</h2>\n");
        page.Append(Card is null ? "<p>Aucune.</p>\n" : $"<pre>{Text(Card)}</pre>\n");
        List(page, "Signatures", [.. Signatures.Select(line => line.GetRawText())]);
        List(page, "Où vous êtes nommé", NamedIn);
        List(page, "Vos droits", Rights);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Table(StringBuilder page, string title, IReadOnlyDictionary<string, string> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n");
        if (rows.Count == 0)
        {
            page.Append("<p>Rien.</p>\n");
            return;
        }

        page.Append("<table>\n");
        foreach (var (name, value) in rows)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Text(name)}</th><td>{Text(value)}</td></tr>\n"
            );
        }

        page.Append("</table>\n");
    }

    private static void List(StringBuilder page, string title, IReadOnlyList<string> items)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n");
        page.Append(items.Count == 0 ? "<p>Rien.</p>\n" : "<ul>\n");
        foreach (var item in items)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Text(item)}</li>\n");
        }

        page.Append(items.Count == 0 ? "" : "</ul>\n");
    }

    private static string Agreed(Listing listing) =>
        listing switch
        {
            Listing.Everything => "oui",
            Listing.Name => "nom",
            Listing.NameAndEmail => "nom et courriel",
            Listing.NameAndTelephone => "nom et téléphone",
            _ => "non",
        };

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}
