using System.Text;
using Connector.Domain.ContentLines;

namespace Connector.Domain.AddressBooks;

/// <summary>
/// Brings what the directory changed into a card that somebody wrote in: line by line, and the person wins. Lines that the
/// directory did not change keep every byte.
/// </summary>
public static class CardMerge
{
    /// <summary>Properties of which a card has one: another value there is another answer to the same question.</summary>
    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "FN",
        "N",
        "ORG",
        "ADR",
        "GEO",
        "X-ABSHOWAS",
        "CATEGORIES",
    };

    /// <summary>What makes the card a card: never changed in one that is there.</summary>
    private static readonly HashSet<string> Frame = new(StringComparer.Ordinal)
    {
        "",
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "UID",
        "REV",
    };

    /// <param name="given">What the directory gave when the card was last written or merged.</param>
    /// <param name="wanted">What it gives now.</param>
    /// <param name="there">The card as it is.</param>
    public static MergedCard Merge(string given, string wanted, string there)
    {
        var (before, after, now) = (Values(given), Values(wanted), Values(there));
        var edits = new List<(int Start, int End, string By)>();
        var conflicts = new List<CardConflict>();
        var newLine = there.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var end = ContentLine.Read(there).LastOrDefault(line => line.Name == "END")?.Start ?? there.Length;
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var old = before.GetValueOrDefault(name) ?? [];
            var wish = after.GetValueOrDefault(name) ?? [];
            var lines = (now.GetValueOrDefault(name) ?? []).ToList();
            var lost = old.Where(line => !Has(wish, line)).ToList();
            var added = wish.Where(line => !Has(old, line)).ToList();
            for (var i = 0; i < Math.Max(lost.Count, added.Count); i++)
            {
                Settle(lost.ElementAtOrDefault(i), added.ElementAtOrDefault(i), lines);
            }
        }

        return new MergedCard(Apply(there, edits), conflicts);

        void Settle(ContentLine? lost, ContentLine? added, List<ContentLine> lines)
        {
            var mine = lost is null ? null : lines.Find(line => IsSame(line, lost));
            if (added is not null && Has(lines, added))
            {
                // Somebody wrote the same; what it stands in for goes all the same.
                added = null;
            }

            if (mine is not null)
            {
                lines.Remove(mine);
                edits.Add(
                    (
                        mine.Start,
                        mine.End,
                        added is null ? "" : ContentLine.Folded(mine.Head + added.Value, newLine)
                    )
                );
            }
            else if (
                added is not null
                && (lost is not null || (Single.Contains(added.Name) && lines.Count > 0))
            )
            {
                conflicts.Add(
                    new CardConflict(added.Name, Words(added), string.Join(", ", lines.Select(Words)))
                );
            }
            else if (added is not null)
            {
                edits.Add((end, end, ContentLine.Folded(added.Head + added.Value, newLine)));
            }
        }
    }

    /// <summary>Lines of <paramref name="there"/> that the directory never gave: what somebody wrote into the card.</summary>
    public static IReadOnlyList<string> Written(string given, string there)
    {
        var before = Values(given);
        return
        [
            .. Values(there)
                .SelectMany(pair =>
                    pair.Value.Where(line => !Has(before.GetValueOrDefault(pair.Key) ?? [], line))
                )
                .Select(line => line.Head + line.Value),
        ];
    }

    private static Dictionary<string, List<ContentLine>> Values(string card) =>
        ContentLine
            .Read(card)
            .Where(line => !Frame.Contains(line.Name))
            .GroupBy(line => line.Name, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.ToList(), StringComparer.Ordinal);

    private static bool Has(IEnumerable<ContentLine> lines, ContentLine one) =>
        lines.Any(line => IsSame(line, one));

    /// <summary>What programs write differently and mean alike: parameters, escapes, blanks, the signs of a number.</summary>
    private static bool IsSame(ContentLine one, ContentLine other) =>
        one.Name == other.Name && Canonical(one) == Canonical(other);

    private static string Canonical(ContentLine line) =>
        line.Name switch
        {
            "TEL" => string.Concat(line.Text.Where(sign => char.IsAsciiDigit(sign) || sign == '+')),
            "EMAIL" => line.Text.Trim().ToLowerInvariant(),
            _ => line.Text.Trim().TrimEnd(';'),
        };

    private static string Words(ContentLine line) =>
        string.Join(' ', line.Text.Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static string Apply(string text, List<(int Start, int End, string By)> edits)
    {
        var done = new StringBuilder(text.Length + 128);
        var at = 0;
        foreach (var (start, end, by) in edits.OrderBy(edit => edit.Start))
        {
            done.Append(text, at, start - at).Append(by);
            at = end;
        }

        return done.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>A card after merging, and what the directory and a person both say.</summary>
public sealed record MergedCard(string Text, IReadOnlyList<CardConflict> Conflicts);

/// <summary>What the directory would say where somebody said something else.</summary>
/// <param name="Property">Name of the vCard property.</param>
/// <param name="Wanted">The directory's words.</param>
/// <param name="There">The person's; empty where they took the line out.</param>
public sealed record CardConflict(string Property, string Wanted, string There)
{
    /// <summary>What the property is called.</summary>
    public Text Called =>
        Property switch
        {
            "FN" or "N" => new Text("nom", "name"),
            "ORG" => new Text("structure", "organisation"),
            "ADR" => new Text("adresse", "address"),
            "TEL" => new Text("téléphone", "telephone"),
            "EMAIL" => new Text("courriel", "e-mail"),
            "URL" => new Text("site", "site"),
            _ => Text.Same(Property),
        };
}
