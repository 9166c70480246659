using System.Text.RegularExpressions;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;

namespace Connector.CalendarSync;

/// <summary>
/// Which content lines each field of an event stands in, and what two programs that write the same differently mean: the
/// parts of a rule in another order, a status that is the default, a line more that leads to the minutes.
/// </summary>
internal static partial class EventProperties
{
    private static readonly Dictionary<EventField, string> Names = new()
    {
        [EventField.Title] = "SUMMARY",
        [EventField.Place] = "LOCATION",
        [EventField.Description] = "DESCRIPTION",
        [EventField.Rule] = "RRULE",
        [EventField.Additions] = "RDATE",
        [EventField.Status] = "STATUS",
        [EventField.Categories] = "CATEGORIES",
        [EventField.Url] = "URL",
        [EventField.Geo] = "GEO",
        [EventField.Conference] = "CONFERENCE",
        [EventField.Colour] = "COLOR",
        [EventField.Privacy] = "CLASS",
        [EventField.Transparency] = "TRANSP",
    };

    /// <summary>Values that say what is so without a line.</summary>
    private static readonly HashSet<string> Defaults = ["CONFIRMED", "PUBLIC", "OPAQUE"];

    /// <summary>The property of a field that is copied as it stands; null for times, exceptions and alarms.</summary>
    public static string? NameOf(EventField field) => Names.GetValueOrDefault(field);

    /// <summary>The fields that are read from lines of one name.</summary>
    public static IEnumerable<(EventField Field, string Value)> Read(CalendarComponent component) =>
        Names.Select(pair => (pair.Key, Value(pair.Key, [.. component.All(pair.Value)])));

    /// <summary>When each alarm rings: what programs note beside it is nobody's wish.</summary>
    public static string Alarms(CalendarComponent component) =>
        EventPart.Join(
            component
                .Of("VALARM")
                .Select(alarm =>
                    $"{alarm.Find("ACTION")?.Value.Trim().ToUpperInvariant()} {alarm.Find("TRIGGER")?.Value.Trim()}"
                )
        );

    /// <summary>A description without the lines that lead to minutes.</summary>
    public static string WithoutLinks(string description) =>
        string.Join(
                '\n',
                description
                    .ReplaceLineEndings("\n")
                    .Split('\n')
                    .Where(line => !IsLink(line))
                    .Select(line => line.TrimEnd())
            )
            .Trim();

    public static IEnumerable<string> LinksOf(string description) =>
        description.ReplaceLineEndings("\n").Split('\n').Where(IsLink);

    private static bool IsLink(string line) => LinkLine().IsMatch(line);

    private static string Value(EventField field, IReadOnlyList<ContentLine> lines) =>
        lines.Count == 0
            ? ""
            : field switch
            {
                EventField.Description => WithoutLinks(lines[0].Text),
                EventField.Categories => EventPart.Join(lines.SelectMany(Members)),
                EventField.Additions => EventPart.Join(lines.SelectMany(line => line.Value.Split(','))),
                EventField.Rule => Rule(lines[0].Value),
                EventField.Status or EventField.Privacy or EventField.Transparency => Keyword(lines[0].Value),
                EventField.Conference => EventPart.Join(lines.Select(line => line.Value.Trim())),
                _ => lines[0].Text.Trim(),
            };

    private static IEnumerable<string> Members(ContentLine line) =>
        Comma()
            .Split(line.Value)
            .Select(value => (line with { Value = value }).Text.Trim())
            .Where(value => value.Length > 0);

    private static string Keyword(string value) =>
        value.Trim().ToUpperInvariant() is var word && Defaults.Contains(word) ? "" : word;

    private static string Rule(string value) =>
        string.Join(
            ';',
            value
                .Trim()
                .ToUpperInvariant()
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(part => part is not ("INTERVAL=1" or "WKST=MO"))
                .Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"^(Comptes rendus|Compte-rendu|Minutes)\s*: ?https?://\S+/index\.php/f/\d+\s*$")]
    private static partial Regex LinkLine();

    /// <summary>Commas that are not escaped.</summary>
    [GeneratedRegex(@"(?<!\\),")]
    private static partial Regex Comma();
}
