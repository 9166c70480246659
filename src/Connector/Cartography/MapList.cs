using System.Globalization;
using System.Text;
using Connector.Domain.Cartography;
using Connector.Domain.Directories;
using Connector.Domain.Needs;
using static Connector.Reports.HtmlPage;

namespace Connector.Cartography;

/// <summary>
/// The places in words, by commune. Each carries in attributes what filters and map need: where it is, and the numbers of its
/// services, audiences and families in the page's own lists.
/// </summary>
internal sealed class MapList
{
    private const string NoCommune = "Commune inconnue";

    private readonly MapContent _content;
    private readonly StringBuilder _page;
    private readonly Dictionary<string, int> _services;
    private readonly Dictionary<string, int> _audiences;
    private readonly Dictionary<string, int> _families;

    internal MapList(MapContent content, StringBuilder page)
    {
        (_content, _page) = (content, page);
        _services = Numbers(content.Services);
        _audiences = Numbers(content.Audiences);
        _families = Numbers(content.Families);
    }

    internal void Write()
    {
        foreach (var commune in _content.Places.GroupBy(place => place.Commune, StringComparer.Ordinal))
        {
            var name = commune.Key.Length == 0 ? NoCommune : commune.Key;
            _page.Append("<section class=\"commune\">\n<h3>").Append(Escaped(name)).Append("</h3>\n<ul>\n");
            foreach (var place in commune)
            {
                Item(place);
            }

            _page.Append("</ul>\n</section>\n");
        }

        if (_content.Places.Count == 0)
        {
            _page.Append("<p>Aucun lieu.</p>\n");
        }
    }

    private void Item(MapPlace place)
    {
        _page.Append("<li data-k");
        if (place.Position is { } at)
        {
            _page.Append(
                CultureInfo.InvariantCulture,
                $" data-at=\"{Math.Round(at.Latitude, 6)} {Math.Round(at.Longitude, 6)}\""
            );
        }

        Codes("data-s", place.Services, _services);
        Codes("data-a", place.Audiences, _audiences);
        Codes("data-f", place.Families, _families);
        _page.Append("><h4>").Append(Escaped(place.Name)).Append("</h4>");
        Words(place);
        _page.Append(
            place.Position is null
                ? "<p class=\"soft\">Position inconnue : pas sur la carte.</p>"
                : $"<button type=\"button\" class=\"see\">Voir sur la carte<span class=\"hidden\"> : {Escaped(place.Name)}</span></button>"
        );
        _page.Append("</li>\n");
    }

    private void Words(MapPlace place)
    {
        var record = place.Place;
        Line(
            null,
            Joined(
                ", ",
                record[StandardColumn.Address],
                record[StandardColumn.AddressComplement],
                Joined(" ", record[StandardColumn.PostalCode], record[StandardColumn.Commune])
            )
        );
        Line(null, record[StandardColumn.Summary]);
        Line("Services", string.Join(", ", place.Services));
        Line("Publics", string.Join(", ", record.List(StandardColumn.Audiences)));
        Line("Prise en charge", string.Join(", ", record.List(StandardColumn.SpecificSupport)));
        Line("Frais", string.Join(", ", record.List(StandardColumn.Fees)));
        Line("Horaires", record[StandardColumn.OpeningHours] is { } hours ? OpeningWords.Of(hours) : null);
        Line("Accès", string.Join(", ", record.List(StandardColumn.AccessModes)));
        Links("Téléphone", [.. record.List(StandardColumn.Telephone)], "tel:");
        Links("Courriel", record.List(StandardColumn.Emails), "mailto:");
        Links("Site", record.List(StandardColumn.WebSite), "");
        Links("Rendez-vous", record.List(StandardColumn.Booking), "");
        Line("Famille", string.Join(", ", place.Families));
    }

    private void Line(string? label, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        _page.Append("<p>");
        if (label is not null)
        {
            _page.Append("<b>").Append(label).Append(" :</b> ");
        }

        _page.Append(Escaped(words)).Append("</p>");
    }

    /// <summary>Only addresses that are what they say become links; other words stay words.</summary>
    private void Links(string label, IReadOnlyList<string> values, string scheme)
    {
        if (values.Count == 0)
        {
            return;
        }

        _page.Append("<p><b>").Append(label).Append(" :</b> ");
        for (var index = 0; index < values.Count; index++)
        {
            _page.Append(index == 0 ? "" : ", ");
            if (Target(values[index], scheme) is { } target)
            {
                _page
                    .Append("<a href=\"")
                    .Append(Escaped(target))
                    .Append("\" rel=\"noreferrer\">")
                    .Append(Escaped(values[index]))
                    .Append("</a>");
            }
            else
            {
                _page.Append(Escaped(values[index]));
            }
        }

        _page.Append("</p>");
    }

    private static string? Target(string value, string scheme) =>
        scheme switch
        {
            "tel:" => TelephoneNumber.IsStandard(value) ? scheme + value : null,
            "mailto:" => value.All(IsOfMail) && value.Count(letter => letter == '@') == 1
                ? scheme + value
                : null,
            _ => Uri.TryCreate(value, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
                ? address.AbsoluteUri
                : null,
        };

    private static bool IsOfMail(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || "@.-_+'".Contains(letter);

    private void Codes(string name, IEnumerable<string> values, Dictionary<string, int> numbers)
    {
        var codes = string.Join(
            ' ',
            values
                .Where(numbers.ContainsKey)
                .Select(value => numbers[value].ToString(CultureInfo.InvariantCulture))
        );
        if (codes.Length > 0)
        {
            _page.Append(CultureInfo.InvariantCulture, $" {name}=\"{codes}\"");
        }
    }

    private static string Joined(string separator, params string?[] words) =>
        string.Join(separator, words.Where(word => !string.IsNullOrEmpty(word)));

    private static Dictionary<string, int> Numbers(IReadOnlyList<string> values) =>
        values
            .Select((value, index) => (value, index))
            .ToDictionary(pair => pair.value, pair => pair.index, StringComparer.Ordinal);
}
