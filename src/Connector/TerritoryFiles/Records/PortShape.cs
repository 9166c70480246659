using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>A TCP port, 1 to 65535.</summary>
internal sealed class PortShape : Shape<int>
{
    private static readonly Text Expected = new("un port", "a port");
    private static readonly Text Remedy = new(
        "Écrivez un nombre de 1 à 65535.",
        "Write a number from 1 to 65535."
    );

    public override bool TryRead(Node node, ProblemList problems, out int value)
    {
        value = 0;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        if (
            int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value is > 0 and < 65536
        )
        {
            return true;
        }

        Words.Bad(problems, node, "bad-port", scalar.Value, Expected, Remedy);
        return false;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = 65535,
        };
}
