using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>« règle » of a series of meetings, in French or as an RRULE; the value is the RRULE.</summary>
internal sealed class RuleShape : Shape<string>
{
    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (!TextShape.Line.TryRead(node, problems, out var words))
        {
            return false;
        }

        var reading = FrenchRecurrence.Parse(words);
        if (reading.Problem is { } problem)
        {
            problems.Add(problem.Code, node, problem.Message, problem.Remedy);
        }

        value = reading.Rule;
        return value is not null;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["examples"] = SchemaBook.Words([
                "premier jeudi du mois",
                "dernier vendredi du trimestre",
                "tous les mardis",
                "un mardi sur deux",
                "le 15 de chaque mois",
                "premier jeudi du mois sauf en juillet et août",
                "une seule fois",
                "FREQ=MONTHLY;BYDAY=1TH",
            ]),
        };
}
