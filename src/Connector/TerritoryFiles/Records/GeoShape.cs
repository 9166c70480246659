using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>Latitude and longitude in degrees: « 45.1833, 0.7214 ».</summary>
internal sealed partial class GeoShape : Shape<GeoPoint>
{
    private const string Pattern = @"^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$";

    private static readonly Text Expected = new("une position", "a position");

    private static readonly Text Remedy = new(
        "Écrivez la latitude puis la longitude, telles qu'une carte en ligne les donne : 45.1833, 0.7214.",
        "Write latitude, then longitude, as an online map gives them: 45.1833, 0.7214."
    );

    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out GeoPoint value)
    {
        value = null;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        var match = Shape().Match(scalar.Value);
        if (
            match.Success
            && (Degrees(match, 1), Degrees(match, 2))
                is (var latitude and >= -90 and <= 90, var longitude and >= -180 and <= 180)
        )
        {
            value = new GeoPoint(latitude, longitude);
            return true;
        }

        Words.Bad(problems, node, "bad-position", scalar.Value, Expected, Remedy);
        return false;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = Pattern,
            ["examples"] = SchemaBook.Words(["45.1833, 0.7214"]),
        };

    private static double Degrees(Match match, int group) =>
        double.Parse(match.Groups[group].Value.Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex(Pattern)]
    private static partial Regex Shape();
}
