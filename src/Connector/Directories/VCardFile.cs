using System.Text;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>
/// Organisations from vCards 3 (RFC 2426) and 4 (RFC 6350). A card of a person gives the organisation that it names, never the
/// person: name, address, telephone and e-mail of people are not taken here.
/// </summary>
internal static class VCardFile
{
    public static IReadOnlyList<IncomingPlace> Read(string path, byte[] bytes, ProblemList problems)
    {
        var places = new List<IncomingPlace>();
        Dictionary<string, string>? card = null;
        var start = 0;
        foreach (var (number, line) in Unfolded(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')))
        {
            var colon = Colon(line);
            if (colon < 0)
            {
                continue;
            }

            var name = line[..colon].Split(';')[0].Split('.')[^1].ToUpperInvariant();
            var value = line[(colon + 1)..];
            if (name == "BEGIN")
            {
                (card, start) = (new Dictionary<string, string>(StringComparer.Ordinal), number);
            }
            else if (name == "END" && card is not null)
            {
                places.Add(Place(card, new SourcePlace(path, start, 1), problems));
                card = null;
            }
            else
            {
                card?.TryAdd(name, value);
            }
        }

        if (card is not null)
        {
            problems.Incomplete = true;
            problems.Add("bad-vcard", new SourcePlace(path, start, 1), NotEnded, ExportAgain);
        }

        return places;
    }

    private static IncomingPlace Place(Dictionary<string, string> card, SourcePlace at, ProblemList problems)
    {
        var organisation = Parts(card.GetValueOrDefault("ORG")).FirstOrDefault() ?? "";
        var full = Plain(card.GetValueOrDefault("FN"));
        var isPerson =
            !string.Equals(card.GetValueOrDefault("KIND"), "org", StringComparison.OrdinalIgnoreCase)
            && organisation != full
            && Parts(card.GetValueOrDefault("N")).Any(part => part.Length > 0);
        var name =
            organisation.Length > 0 ? organisation
            : isPerson ? ""
            : full;
        if (isPerson)
        {
            problems.Warn("person-left-out", at, PersonLeftOut, PeopleSheet);
        }

        var cells = new List<KeyValuePair<StandardColumn, string>> { new(StandardColumn.Name, name) };
        if (!isPerson)
        {
            AddContact(card, cells);
        }

        return new IncomingPlace { Place = PlaceReading.Of(cells).Place, At = at };
    }

    /// <summary>ADR: post box; complement; street; locality; region; postal code; country (RFC 6350, 6.3.1).</summary>
    private static void AddContact(
        Dictionary<string, string> card,
        List<KeyValuePair<StandardColumn, string>> cells
    )
    {
        var address = Parts(card.GetValueOrDefault("ADR"));
        string Part(int index) => index < address.Count ? address[index] : "";
        var telephone = Plain(card.GetValueOrDefault("TEL"));
        cells.Add(new(StandardColumn.AddressComplement, Part(1)));
        cells.Add(new(StandardColumn.Address, Part(2)));
        cells.Add(new(StandardColumn.Commune, Part(3)));
        cells.Add(new(StandardColumn.PostalCode, Part(5)));
        cells.Add(
            new(
                StandardColumn.Telephone,
                telephone.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? telephone[4..] : telephone
            )
        );
        cells.Add(new(StandardColumn.Emails, Plain(card.GetValueOrDefault("EMAIL"))));
        cells.Add(new(StandardColumn.WebSite, Plain(card.GetValueOrDefault("URL"))));
        if (card.GetValueOrDefault("GEO") is { } geo)
        {
            var point = geo.Replace("geo:", "", StringComparison.OrdinalIgnoreCase).Split(',', ';');
            if (point.Length >= 2)
            {
                cells.Add(new(StandardColumn.Latitude, point[0]));
                cells.Add(new(StandardColumn.Longitude, point[1]));
            }
        }
    }

    /// <summary>A line that begins with a blank goes on the one before (RFC 6350, 3.2).</summary>
    private static IEnumerable<(int Number, string Line)> Unfolded(string text)
    {
        var (whole, start, number) = (new StringBuilder(), 0, 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line is [' ' or '\t', ..] && whole.Length > 0)
            {
                whole.Append(line.AsSpan(1));
                continue;
            }

            if (whole.Length > 0)
            {
                yield return (start, whole.ToString());
            }

            whole.Clear().Append(line);
            start = number;
        }

        if (whole.Length > 0)
        {
            yield return (start, whole.ToString());
        }
    }

    /// <summary>The colon before the value; one within quotes belongs to a parameter.</summary>
    private static int Colon(string line)
    {
        var isQuoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            isQuoted ^= line[index] == '"';
            if (line[index] == ':' && !isQuoted)
            {
                return index;
            }
        }

        return -1;
    }

    private static List<string> Parts(string? value)
    {
        var (parts, part) = (new List<string>(), new StringBuilder());
        for (var index = 0; index < value?.Length; index++)
        {
            if (value[index] == '\\' && index + 1 < value.Length)
            {
                index++;
                part.Append(value[index] is 'n' or 'N' ? ' ' : value[index]);
            }
            else if (value[index] == ';')
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(value[index]);
            }
        }

        parts.Add(part.ToString().Trim());
        return parts;
    }

    private static string Plain(string? value) => string.Join(';', Parts(value));

    private static readonly Text NotEnded = new(
        "La dernière carte n'est pas terminée (END:VCARD).",
        "The last card is not ended (END:VCARD)."
    );

    private static readonly Text ExportAgain = new(
        "Le fichier est sans doute coupé : exportez-le de nouveau.",
        "The file was probably cut: export it again."
    );

    private static readonly Text PersonLeftOut = new(
        "Cette carte est celle d'une personne : seule sa structure est reprise.",
        "This card is a person's: only the organisation is taken."
    );

    private static readonly Text PeopleSheet = new(
        "Les personnes se tiennent dans la feuille « Personnes », avec leur accord.",
        "People belong on the sheet 'Personnes', with their agreement."
    );
}
