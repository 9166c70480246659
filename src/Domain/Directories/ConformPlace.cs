using System.Globalization;
using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>A place as the national standard wants it, for publishing.</summary>
public sealed record ConformPlace
{
    /// <summary>Null when a column that the standard wants is empty or wrong: then the place is left out.</summary>
    public required PlaceRecord? Place { get; init; }

    /// <summary>Columns that are wanted and not there.</summary>
    public required IReadOnlyList<StandardColumn> Missing { get; init; }

    /// <summary>Columns whose words do not follow the standard, left empty in whole or in part.</summary>
    public required IReadOnlyList<StandardColumn> LeftOut { get; init; }

    /// <param name="place">As the directory has it.</param>
    /// <param name="personal">E-mail addresses of people, lower case: never published with an organisation.</param>
    public static ConformPlace Of(PlaceRecord place, IReadOnlySet<string> personal)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(personal);
        var conform = place;
        var leftOut = new List<StandardColumn>();
        foreach (var column in place.Filled)
        {
            var value = Value(column, place, personal);
            conform = conform.With(column, value);
            if (value != place[column] && column != StandardColumn.Type)
            {
                leftOut.Add(column);
            }
        }

        var missing = StandardColumns.Required.Where(column => conform[column] is null).ToList();
        return new ConformPlace
        {
            Place = missing.Count == 0 ? conform : null,
            Missing = missing,
            LeftOut = leftOut,
        };
    }

    /// <summary>An organisation of the territory in the standard's columns, wherever it is written.</summary>
    public static PlaceRecord Of(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        (StandardColumn Column, string? Words)[] written =
        [
            (StandardColumn.Id, organisation.Id),
            (StandardColumn.Pivot, organisation.Pivot),
            (StandardColumn.Name, organisation.Name),
            (StandardColumn.Type, organisation.Type),
            (StandardColumn.Commune, organisation.Commune),
            (StandardColumn.PostalCode, organisation.PostalCode),
            (StandardColumn.Address, organisation.Address),
            (StandardColumn.WebSite, organisation.WebSite),
            (StandardColumn.Telephone, organisation.Telephone),
        ];
        var read = PlaceReading.Of(
            written
                .Where(pair => pair.Words is not null && organisation.Place[pair.Column] is null)
                .Select(pair => KeyValuePair.Create(pair.Column, pair.Words!))
        );
        return read.Place.Filled.Aggregate(
            organisation.Place,
            (place, column) => place.With(column, read.Place[column])
        );
    }

    /// <summary>The same without e-mail addresses that are a person's.</summary>
    /// <param name="place">As the directory has it.</param>
    /// <param name="personal">E-mail addresses of people, lower case.</param>
    public static PlaceRecord WithoutPeople(PlaceRecord place, IReadOnlySet<string> personal)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(personal);
        return place.With(
            StandardColumn.Emails,
            string.Join(
                StandardColumns.Separator,
                place.List(StandardColumn.Emails).Where(mail => !personal.Contains(mail.ToLowerInvariant()))
            )
        );
    }

    private static string? Value(StandardColumn column, PlaceRecord place, IReadOnlySet<string> personal)
    {
        var words = place[column]!;
        return column switch
        {
            StandardColumn.Pivot => Pivot.IsValid(words) ? words : null,
            StandardColumn.PostalCode => IsFiveDigits(words) ? words : null,
            StandardColumn.InseeCode => IsInsee(words) ? words : null,
            StandardColumn.Telephone => TelephoneNumber.IsStandard(words) ? words : null,
            StandardColumn.Summary => words.Length <= StandardColumns.LongestSummary ? words : null,
            StandardColumn.UpdatedOn => IsDay(words) ? words : null,
            StandardColumn.Latitude or StandardColumn.Longitude => IsNumber(words) ? words : null,
            StandardColumn.Type => Types(place),
            StandardColumn.Emails => Joined(
                place.List(column).Where(mail => !personal.Contains(mail.ToLowerInvariant()))
            ),
            _ when StandardColumns.Kind(column) == ColumnKind.Choices => Joined(
                place
                    .List(column)
                    .Where(value => StandardChoices.Of(column).Contains(value, StringComparer.Ordinal))
            ),
            _ => words,
        };
    }

    /// <summary>The national list has no code of ours, nor words: « Autre » stands for them.</summary>
    private static string Types(PlaceRecord place) =>
        Joined(
            OrganisationTypes
                .Read(place[StandardColumn.Type])
                .Select(type =>
                    OrganisationTypes.National.Contains(type, StringComparer.Ordinal)
                        ? type
                        : OrganisationTypes.Other
                )
                .Distinct(StringComparer.Ordinal)
        )!;

    private static string? Joined(IEnumerable<string> values) =>
        string.Join(StandardColumns.Separator, values) is { Length: > 0 } joined ? joined : null;

    private static bool IsFiveDigits(string words) => words.Length == 5 && words.All(char.IsAsciiDigit);

    /// <summary>The schema's own pattern: Corsica has letters, and no department begins with 2 otherwise than 21 to 29.</summary>
    private static bool IsInsee(string words) =>
        words.Length == 5
        && words.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        && (
            words[0] == '2'
                ? words[1] is 'A' or 'B' or (>= '1' and <= '9')
                : char.IsAsciiDigit(words[0]) && char.IsAsciiDigit(words[1])
        );

    private static bool IsDay(string words) =>
        DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsNumber(string words) =>
        double.TryParse(
            words,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out _
        );
}
