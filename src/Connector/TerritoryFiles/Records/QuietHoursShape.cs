using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>« 20 h – 8 h », « 19:30 - 7:30 », « aucune ».</summary>
internal sealed partial class QuietHoursShape : Shape<QuietHours>
{
    private const string Pattern =
        @"^\s*(?:aucune?s?|none|(\d{1,2})\s*[hH:]\s*(\d{2})?\s*(?:[-–—]|à|to)\s*(\d{1,2})\s*[hH:]\s*(\d{2})?)\s*$";

    private static readonly Text Expected = new("une plage d'heures calmes", "a span of quiet hours");

    private static readonly Text Remedy = new(
        "Écrivez par exemple « 20 h – 8 h », ou « aucune ».",
        "Write for instance '20 h – 8 h', or 'aucune' (none)."
    );

    public override bool TryRead(Node node, ProblemList problems, out QuietHours value)
    {
        value = default;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        if (Read(scalar.Value) is { } hours)
        {
            value = hours;
            return true;
        }

        Words.Bad(problems, node, "bad-quiet-hours", scalar.Value, Expected, Remedy);
        return false;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = Pattern,
            ["examples"] = SchemaBook.Words(["20 h – 8 h", "aucune"]),
        };

    private static QuietHours? Read(string words)
    {
        var match = Hours().Match(words);
        if (!match.Success)
        {
            return null;
        }

        if (!match.Groups[1].Success)
        {
            return QuietHours.None;
        }

        return
            Time(match.Groups[1], match.Groups[2]) is { } from
            && Time(match.Groups[3], match.Groups[4]) is { } to
            && from != to
            ? new QuietHours(from, to)
            : null;
    }

    private static TimeOnly? Time(Group hour, Group minute)
    {
        var hours = int.Parse(hour.Value, CultureInfo.InvariantCulture);
        var minutes = minute.Success ? int.Parse(minute.Value, CultureInfo.InvariantCulture) : 0;
        return hours < 24 && minutes < 60 ? new TimeOnly(hours, minutes) : null;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
