using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>How long before a meeting phones remind: « la veille », « 2 jours », « 1 h », « 15 min ».</summary>
internal sealed partial class ReminderShape : Shape<TimeSpan>
{
    private const string Pattern =
        @"^\s*(la veille|(\d{1,3})\s*(semaines?|jours?|j|heures?|h|minutes?|min))(\s+avant)?\s*$";

    private static readonly Text Expected = new("un rappel", "a reminder");

    private static readonly Text Remedy = new(
        "Écrivez la veille, 2 jours, 1 h ou 15 min ; quatre semaines au plus.",
        "Write la veille, 2 jours, 1 h or 15 min; four weeks at most."
    );

    public override bool TryRead(Node node, ProblemList problems, out TimeSpan value)
    {
        value = default;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        if (Read(scalar.Value) is { } before && before <= TimeSpan.FromDays(28))
        {
            value = before;
            return true;
        }

        Words.Bad(problems, node, "bad-reminder", scalar.Value, Expected, Remedy);
        return false;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = Pattern,
            ["examples"] = SchemaBook.Words(["la veille", "2 jours", "1 h", "15 min"]),
        };

    private static TimeSpan? Read(string words)
    {
        var match = Shape().Match(words);
        if (!match.Success)
        {
            return null;
        }

        if (!match.Groups[2].Success)
        {
            return TimeSpan.FromDays(1);
        }

        var count = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return char.ToLowerInvariant(match.Groups[3].Value[0]) switch
        {
            's' => TimeSpan.FromDays(7 * count),
            'j' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            _ => TimeSpan.FromMinutes(count),
        };
    }

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
