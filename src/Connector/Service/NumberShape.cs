using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Service;

/// <summary>A whole number within bounds.</summary>
internal sealed class NumberShape(int least, int most) : Shape<int>
{
    private readonly Text _what = new(
        $"un nombre entre {least} et {most}",
        $"a number between {least} and {most}"
    );

    private readonly Text _remedy = new(
        $"Écrivez un nombre entier entre {least} et {most}.",
        $"Write a whole number between {least} and {most}."
    );

    public override bool TryRead(Node node, ProblemList problems, out int value)
    {
        value = 0;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, _what, _remedy);
            return false;
        }

        if (
            int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value >= least
            && value <= most
        )
        {
            return true;
        }

        Words.Bad(problems, node, "bad-number", scalar.Value, _what, _remedy);
        return false;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = least,
            ["maximum"] = most,
        };
}
