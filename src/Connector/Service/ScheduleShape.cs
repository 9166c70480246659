using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Service;

/// <summary>When a job is due, in words or as a cron expression.</summary>
internal sealed class ScheduleShape : Shape<Schedule>
{
    public static readonly ScheduleShape Instance = new();

    public static readonly Text Remedy = new(
        "Écrivez « toutes les 15 minutes » (10 secondes au moins, 31 jours au plus), « chaque jour à 2 h 30 », « chaque lundi à 7 h », « jamais », ou une expression cron : \"30 2 * * *\".",
        "Write 'every 15 minutes' (10 seconds at least, 31 days at most), 'every day at 2:30', 'every monday at 7:00', 'never', or a cron expression: \"30 2 * * *\"."
    );

    private static readonly Text What = new("un horaire", "a schedule");

    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out Schedule value)
    {
        value = null;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, What, Remedy);
            return false;
        }

        value = ScheduleText.Parse(scalar.Value);
        if (value is null)
        {
            Words.Bad(problems, node, "bad-schedule", scalar.Value, What, Remedy);
        }

        return value is not null;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = SchemaBook.Words(["string", "boolean"]),
            ["examples"] = SchemaBook.Words(["toutes les 15 minutes", "chaque jour à 2 h 30", "jamais"]),
        };
}
