using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>A number of months: « 2 ans », « 18 mois ». From 1 to 120.</summary>
internal sealed partial class MonthsShape : Shape<int>
{
    private const int Most = 120;

    private static readonly Text Expected = new("une durée en ans ou en mois", "a number of years or months");

    private static readonly Text Remedy = new(
        "Écrivez par exemple « 2 ans » ou « 18 mois », dix ans au plus.",
        "Write for instance '2 ans' or '18 mois', ten years at most."
    );

    public override bool TryRead(Node node, ProblemList problems, out int value)
    {
        value = 0;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        var match = Months().Match(scalar.Value);
        if (match.Success)
        {
            var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            value = match.Groups[2].Value.StartsWith("an", StringComparison.OrdinalIgnoreCase)
                ? number * 12
                : number;
        }

        if (value is < 1 or > Most)
        {
            Words.Bad(problems, node, "bad-months", scalar.Value, Expected, Remedy);
            return false;
        }

        return true;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = @"^\s*\d{1,3}\s*([aA][nN][sS]?|[mM][oO][iI][sS])\s*$",
            ["examples"] = SchemaBook.Words(["2 ans", "18 mois"]),
        };

    [GeneratedRegex(@"^\s*(\d{1,3})\s*(ans?|mois)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Months();
}
