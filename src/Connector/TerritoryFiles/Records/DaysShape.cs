using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>A number of days: « 14 jours », « 14 ».</summary>
internal sealed partial class DaysShape(int least, int most) : Shape<int>
{
    private static readonly Text Expected = new("un nombre de jours", "a number of days");

    public override bool TryRead(Node node, ProblemList problems, out int value)
    {
        value = 0;
        var remedy = new Text(
            $"Écrivez un nombre de jours de {least} à {most}, par exemple « 14 jours ».",
            $"Write a number of days from {least} to {most}, for instance '14 jours'."
        );
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, remedy);
            return false;
        }

        var match = Days().Match(scalar.Value);
        if (
            !match.Success
            || !int.TryParse(
                match.Groups[1].Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out value
            )
            || value < least
            || value > most
        )
        {
            Words.Bad(problems, node, "bad-days", scalar.Value, Expected, remedy);
            return false;
        }

        return true;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = new JsonArray("string", "integer"),
            ["pattern"] = @"^\s*\d{1,3}(\s*([jJ]ours?|[dD]ays?))?\s*$",
            ["minimum"] = least,
            ["maximum"] = most,
            ["examples"] = SchemaBook.Words(["14 jours", "7 jours"]),
        };

    [GeneratedRegex(@"^\s*(\d{1,3})(\s*(jours?|days?))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Days();
}
