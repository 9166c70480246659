using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>Kilometres: « 10 km », « 7,5 ».</summary>
internal sealed partial class DistanceShape : Shape<double>
{
    private const string Pattern = @"^\s*(\d{1,3}(?:[.,]\d+)?)\s*(km)?\s*$";

    private static readonly Text Expected = new("une distance", "a distance");

    private static readonly Text Remedy = new(
        "Écrivez des kilomètres, de 0,1 à 500 : 10 km.",
        "Write kilometres, from 0.1 to 500: 10 km."
    );

    public override bool TryRead(Node node, ProblemList problems, out double value)
    {
        value = 0;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        if (Read(scalar.Value) is { } kilometres)
        {
            value = kilometres;
            return true;
        }

        Words.Bad(problems, node, "bad-distance", scalar.Value, Expected, Remedy);
        return false;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = new JsonArray("string", "number"),
            ["pattern"] = Pattern,
            ["examples"] = SchemaBook.Words(["10 km", "7,5 km"]),
        };

    /// <summary>Null when it is no distance.</summary>
    public static double? Read(string words)
    {
        var match = Shape().Match(words);
        return
            match.Success
            && double.TryParse(
                match.Groups[1].Value.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var kilometres
            )
            && kilometres is >= 0.1 and <= 500
            ? kilometres
            : null;
    }

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
