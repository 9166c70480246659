using System.Globalization;

namespace Connector.Domain.Directories;

/// <summary>Reads the words of one cell as a value of the standard.</summary>
internal static class PlaceValue
{
    private const int LongestShown = 60;

    private static readonly char[] Separators = ['|', ';'];
    private static readonly char[] AddressSeparators = ['|', ';', ',', ' '];

    private static readonly string[] DayFormats =
    [
        "yyyy-MM-dd",
        "dd/MM/yyyy",
        "d/M/yyyy",
        "dd-MM-yyyy",
        "dd.MM.yyyy",
        "yyyy/MM/dd",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    internal static IEnumerable<KeyValuePair<StandardColumn, string>> Read(
        StandardColumn column,
        string words,
        List<ValueDoubt> doubts
    ) =>
        column switch
        {
            StandardColumn.Pivot => [new(column, Pivot(words, doubts))],
            StandardColumn.PostalCode or StandardColumn.InseeCode =>
            [
                new(column, Code(column, words, doubts)),
            ],
            StandardColumn.Telephone => [new(column, Telephone(words, doubts))],
            StandardColumn.Type => [new(column, Joined(OrganisationTypes.Read(words)))],
            StandardColumn.Emails => [new(column, Joined(Split(words, AddressSeparators)))],
            StandardColumn.WebSite => [new(column, Joined(Split(words, AddressSeparators).Select(WebSite)))],
            StandardColumn.OtherTrainingLabels => [new(column, Joined(Split(words, Separators)))],
            StandardColumn.UpdatedOn => [new(column, Day(words, doubts))],
            StandardColumn.Latitude or StandardColumn.Longitude =>
            [
                new(column, Number(column, words, doubts)),
            ],
            StandardColumn.Summary => [new(column, Summary(words, doubts))],
            _ when StandardColumns.Kind(column) == ColumnKind.Choices => Choices(column, words, doubts),
            _ => [new(column, words)],
        };

    private static IEnumerable<KeyValuePair<StandardColumn, string>> Choices(
        StandardColumn column,
        string words,
        List<ValueDoubt> doubts
    )
    {
        foreach (var value in Split(words, Separators))
        {
            if (StandardChoices.Find(column, value) is { } known)
            {
                yield return new(column, known);
            }
            else if (FormerValues.Find(column, value) is { } former)
            {
                if (former.Value is { } today)
                {
                    yield return new(former.Column, today);
                }
            }
            else
            {
                doubts.Add(
                    Doubt(
                        column,
                        "unknown-choice",
                        new Text(
                            $"« {Shown(value)} » n'est pas une valeur du standard (colonne « {StandardColumns.Name(column)} »).",
                            $"'{Shown(value)}' is not a value of the standard (column '{StandardColumns.Name(column)}')."
                        ),
                        new Text(
                            "Elle est gardée ici et laissée hors de l'export ; corrigez-la pour qu'elle y paraisse.",
                            "It is kept here and left out of the export; mend it to have it there."
                        )
                    )
                );
                yield return new(column, value);
            }
        }
    }

    private static string Pivot(string words, List<ValueDoubt> doubts)
    {
        var pivot = string.Concat(words.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('.' or '-')));
        pivot = pivot.ToUpperInvariant();
        if (!Directories.Pivot.IsValid(pivot))
        {
            var isRounded =
                words.Contains('E', StringComparison.OrdinalIgnoreCase) && words.Any(char.IsAsciiDigit);
            doubts.Add(
                Doubt(
                    StandardColumn.Pivot,
                    "bad-pivot",
                    new Text(
                        $"« {Shown(words)} » n'est ni un SIRET (14 chiffres) ni un RNA (W et 9 chiffres).",
                        $"'{Shown(words)}' is neither a SIRET (14 digits) nor an RNA (W and 9 digits)."
                    ),
                    isRounded
                        ? new Text(
                            "Le tableur a arrondi le nombre : mettez la colonne au format Texte et recopiez le numéro.",
                            "The spreadsheet rounded the number: set the column to Text and copy the number again."
                        )
                        : new Text(
                            "Cherchez-le sur annuaire-entreprises.data.gouv.fr.",
                            "Look it up on annuaire-entreprises.data.gouv.fr."
                        )
                )
            );
            return words;
        }

        return pivot;
    }

    private static string Code(StandardColumn column, string words, List<ValueDoubt> doubts)
    {
        var code = string.Concat(words.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        code = code.EndsWith(".0", StringComparison.Ordinal) ? code[..^2] : code;
        code = code.Length == 4 && code.All(char.IsAsciiDigit) ? "0" + code : code;
        var isCorsican = column == StandardColumn.InseeCode && code is ['2', 'A' or 'B', ..];
        if (code.Length == 5 && code.Skip(isCorsican ? 2 : 0).All(char.IsAsciiDigit))
        {
            return code;
        }

        doubts.Add(
            Doubt(
                column,
                "bad-code",
                new Text(
                    $"« {Shown(words)} » n'est pas un code de cinq chiffres (colonne « {StandardColumns.Name(column)} »).",
                    $"'{Shown(words)}' is not a code of five digits (column '{StandardColumns.Name(column)}')."
                ),
                new Text("Écrivez cinq chiffres : 24200.", "Write five digits: 24200.")
            )
        );
        return words;
    }

    private static string Telephone(string words, List<ValueDoubt> doubts)
    {
        if (TelephoneNumber.Read(words) is { } number)
        {
            return number;
        }

        doubts.Add(
            Doubt(
                StandardColumn.Telephone,
                "bad-telephone",
                new Text(
                    $"« {Shown(words)} » n'est pas un numéro de téléphone du standard.",
                    $"'{Shown(words)}' is not a telephone number of the standard."
                ),
                new Text(
                    "Écrivez un seul numéro de dix chiffres ; il est gardé ici et laissé hors de l'export.",
                    "Write one number of ten digits; it is kept here and left out of the export."
                )
            )
        );
        return words;
    }

    private static string Day(string words, List<ValueDoubt> doubts)
    {
        if (
            DateOnly.TryParseExact(
                words.Length > 10 && words[10] is 'T' ? words[..10] : words,
                DayFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        doubts.Add(
            Doubt(
                StandardColumn.UpdatedOn,
                "bad-day",
                new Text($"« {Shown(words)} » n'est pas une date.", $"'{Shown(words)}' is not a date."),
                new Text("Écrivez 2026-11-30.", "Write 2026-11-30.")
            )
        );
        return words;
    }

    private static string Number(StandardColumn column, string words, List<ValueDoubt> doubts)
    {
        var plain = words.Replace(',', '.');
        var most = column == StandardColumn.Latitude ? 90 : 180;
        if (
            double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= most
        )
        {
            return plain;
        }

        doubts.Add(
            Doubt(
                column,
                "bad-coordinate",
                new Text(
                    $"« {Shown(words)} » n'est pas une {StandardColumns.Name(column)} en degrés.",
                    $"'{Shown(words)}' is not a {StandardColumns.Name(column)} in degrees."
                ),
                new Text("Écrivez par exemple 43.5263.", "Write for instance 43.5263.")
            )
        );
        return words;
    }

    private static string Summary(string words, List<ValueDoubt> doubts)
    {
        if (words.Length > StandardColumns.LongestSummary)
        {
            doubts.Add(
                Doubt(
                    StandardColumn.Summary,
                    "long-summary",
                    new Text(
                        $"La présentation résumée a {words.Length} signes, {StandardColumns.LongestSummary} au plus dans le standard.",
                        $"The summary has {words.Length} characters, {StandardColumns.LongestSummary} at most in the standard."
                    ),
                    new Text(
                        "Elle est gardée ici et laissée hors de l'export ; raccourcissez-la.",
                        "It is kept here and left out of the export; shorten it."
                    )
                )
            );
        }

        return words;
    }

    private static string WebSite(string address) =>
        address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + address : address;

    private static string[] Split(string words, char[] separators) =>
        words.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Joined(IEnumerable<string> values) =>
        string.Join(StandardColumns.Separator, values.Distinct(StringComparer.Ordinal));

    private static string Shown(string words) =>
        words.Length <= LongestShown ? words : string.Concat(words.AsSpan(0, LongestShown), "…");

    private static ValueDoubt Doubt(StandardColumn column, string code, Text message, Text remedy) =>
        new(column, code, message, remedy);
}
