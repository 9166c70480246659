using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>« règle » of a series of meetings, in French or as an RRULE; the words, which <see cref="SaidRule"/> reads.</summary>
internal sealed class RuleShape : Shape<string>
{
    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out string value) =>
        TextShape.Line.TryRead(node, problems, out value);

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["examples"] = SchemaBook.Words([
                "premier jeudi du mois",
                "premier jeudi du mois de 14 h à 16 h",
                "dernier vendredi du trimestre",
                "tous les mardis",
                "un mardi sur deux",
                "le 15 de chaque mois, ou le jour ouvré suivant",
                "premier jeudi du mois sauf en juillet et août",
                "une seule fois",
                "FREQ=MONTHLY;BYDAY=1TH",
            ]),
        };
}
